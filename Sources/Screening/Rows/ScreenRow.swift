import Casework
import Quantities
import Use

/// One account of a screening, before it is held against others.
package struct ScreenRow: Sendable, Hashable {
  /// The account's number.
  package var account: String
  /// Its name.
  package var name: String
  /// Its industry; empty where none is told.
  package var industry: String
  /// Its supply voltage, where it is told.
  package var voltage: Voltage?
  /// The tariff it names.
  package var tariff: String
  /// What it comes to.
  package var outcome: Outcome
  /// Columns of `accounts.csv` that mean nothing to the program.
  package var extra: [DossierAccount.Extra]

  /// What an account comes to.
  package enum Outcome: Sendable, Hashable {
    /// It was billed.
    case billed(ScreenFigures)
    /// It could not be, for the reasons told.
    case failed(Message)
  }

  package init(
    account: String, name: String, industry: String, voltage: Voltage?, tariff: String,
    outcome: Outcome, extra: [DossierAccount.Extra] = []
  ) {
    self.account = account
    self.name = name
    self.industry = industry
    self.voltage = voltage
    self.tariff = tariff
    self.outcome = outcome
    self.extra = extra
  }

  /// The figures of an account that was billed.
  package var figures: ScreenFigures? {
    guard case .billed(let figures) = outcome else { return nil }
    return figures
  }
}
