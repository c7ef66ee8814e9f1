/// A decimal on its way into text: many are written into tables, and never are texts of their own.
package struct DecimalFigure: Sendable, Hashable, CustomStringConvertible {
  private let units: Int128
  private let fractionDigits: Int
  private let keepsZeros: Bool

  /// Makes a figure.
  ///
  /// - Parameters:
  ///   - units: A whole number of 10⁻ⁿ units.
  ///   - fractionDigits: n.
  ///   - keepsZeros: Whether all n digits are written, or no more than the value needs.
  package init(units: Int128, fractionDigits: Int, keepsZeros: Bool) {
    self.units = units
    self.fractionDigits = fractionDigits
    self.keepsZeros = keepsZeros
  }

  /// The digits, with a minus sign and a point where they are needed.
  package var description: String { withText { String(decoding: $0, as: UTF8.self) } }

  /// Writes the digits behind bytes that are there.
  package func append(to bytes: inout [UInt8]) { withText { bytes.append(contentsOf: $0) } }

  private func withText<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    DecimalText.withText(
      of: units, fractionDigits: fractionDigits, keepsZeros: keepsZeros, use)
  }
}
