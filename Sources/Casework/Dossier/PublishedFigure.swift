import Documents
import Quantities

/// A row of `published.csv`: a figure somebody has published of an account.
package struct PublishedFigure: Sendable {
  /// The account it is about.
  package let account: String
  /// What the figure says, in words.
  package let text: String
  /// What is measured, by its name.
  package let measure: TableCell
  /// The changes the figure supposes, as flags of `whatif`.
  package let levers: TableCell?
  /// The figure.
  package let value: Quantity
  /// Digits printed after the point.
  package let digits: Int
}
