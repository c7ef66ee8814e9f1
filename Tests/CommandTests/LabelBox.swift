import Documents

/// The room a label of a picture takes, by the widths of common fonts.
struct LabelBox: CustomStringConvertible {
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  init(_ element: MarkupElement) {
    func number(_ name: String) -> Double {
      element.attribute(named: name).flatMap { Double($0.value) } ?? 0
    }
    text = element.text
    let size = number("font-size")
    // Narrower than the program allows for: 0.55 of the size is the mean of Latin letters.
    let width = element.text.unicodeScalars.reduce(0) {
      $0 + (DisplayWidth.of($1) == 2 ? size : DisplayWidth.of($1) == 1 ? 0.55 * size : 0)
    }
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

  func overlaps(_ other: LabelBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  var description: String { "\"\(text)\" at \(left), \(bottom)" }
}
