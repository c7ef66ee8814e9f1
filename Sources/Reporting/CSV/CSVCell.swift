import Quantities

/// One cell of a CSV table.
package enum CSVCell: Sendable, Hashable {
  /// A name, a sentence, a citation.
  case text(String)
  /// A number or a date written by the program; it may begin with a minus sign.
  case figure(String)
  /// A decimal.
  case decimal(DecimalFigure)
  /// Nothing.
  case empty
}
