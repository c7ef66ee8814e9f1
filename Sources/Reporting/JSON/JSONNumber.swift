import Quantities

/// The digits of a number in JSON, taken from decimal text and never through binary floating point.
package struct JSONNumber: Sendable, Hashable {
  /// Digits as JSON wants them: a minus sign at most, a digit before the point, no exponent.
  package let text: String

  /// The shortest digits that keep a quantity.
  package init(_ value: some FixedPoint) { text = value.description }

  /// A quantity with a fixed number of digits after the point.
  package init(_ value: some FixedPoint, digits: Int) { text = value.text(digits: digits) }

  /// A whole number.
  package init(_ value: Int) { text = String(value) }
}
