import Documents

/// The room a label of a picture takes, by the widths of common fonts.
struct LabelBox: CustomStringConvertible {
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// A label as it stands in a picture.
  ///
  /// - Parameters:
  ///   - element: The label.
  ///   - extent: The width of a text of a size; that of common fonts, which is less than the
  ///     program allows for.
  init(
    _ element: MarkupElement, extent: (_ text: String, _ size: Double) -> Double = Self.common
  ) {
    func number(_ name: String) -> Double { Self.number(name, of: element) }
    text = element.text
    let size = number("font-size")
    let width = extent(text, size)
    let x = number("x")
    switch element.attribute(named: "text-anchor")?.value {
    case "middle": left = x - width / 2
    case "end": left = x - width
    default: left = x
    }
    right = left + width
    bottom = number("y") + 0.2 * size
    top = number("y") - 0.7 * size
  }

  /// A figure among the attributes of an element.
  static func number(_ name: String, of element: MarkupElement) -> Double {
    element.attribute(named: name).flatMap { Double($0.value) } ?? 0
  }

  /// 0.55 of the size is the mean of Latin letters.
  private static func common(_ text: String, _ size: Double) -> Double {
    text.unicodeScalars.reduce(0) {
      $0 + (DisplayWidth.of($1) == 2 ? size : DisplayWidth.of($1) == 1 ? 0.55 * size : 0)
    }
  }

  func overlaps(_ other: LabelBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  var description: String { "\"\(text)\" at \(left), \(bottom)" }
}
