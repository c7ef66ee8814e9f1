import Documents

/// The room a label takes, near enough to keep labels apart; the font is not known here.
enum TextExtent {
  /// The size of labels. [user units]
  static let size = 12.0

  /// The width of a label. [user units]
  static func width(of text: String, size: Double = size) -> Double {
    // Digits and lower-case letters of common sans-serif fonts are half to two thirds of the size wide.
    text.unicodeScalars.reduce(0) { width, scalar in
      switch DisplayWidth.of(scalar) {
      case 0: return width
      case 1: return width + 0.62 * size
      default: return width + size
      }
    }
  }
}
