import Documents
import Metering
import Quantities
import Use

/// One account of a dossier with what was metered of it.
package struct DossierAccount: Sendable {
  /// The account.
  package var account: Account
  /// Its use; nothing where the dossier holds none.
  package var use: MeteredUse?
  /// What its load files made us notice.
  package var findings: [LoadFinding]
  /// Columns of `accounts.csv` that mean nothing to us, kept for those to whom they do.
  package var extra: [Extra]

  /// A column that is passed through.
  package struct Extra: Sendable, Hashable {
    /// The heading as written.
    package let heading: String
    /// The value.
    package let value: String

    package init(heading: String, value: String) {
      self.heading = heading
      self.value = value
    }
  }
}
