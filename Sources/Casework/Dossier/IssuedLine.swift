import Documents
import Quantities

/// A row of `issued.csv`: a line of a bill the utility has issued.
package struct IssuedLine: Sendable {
  /// The account it was issued to.
  package let account: String
  /// The month it was issued for.
  package let month: Month
  /// The charge, or `total`.
  package let charge: String
  /// What was charged. [currency]
  package let amount: Money
  /// The energy it was charged for, where the bill says. [kWh]
  package let energy: Energy?
  /// Where the amount stands.
  package let place: TableCell
}
