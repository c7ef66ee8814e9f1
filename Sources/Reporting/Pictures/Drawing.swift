import Documents

/// A picture made of shapes, written as SVG.
struct Drawing {
  /// Its room. [user units]
  let width: Double
  /// Its room. [user units]
  let height: Double
  private var body = ""

  /// Where a label stands beside its point.
  enum Anchor: String {
    case start, middle, end
  }

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A filled rectangle; one without room is left out.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil
  ) {
    guard width > 0, height > 0 else { return }
    body += "<rect x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" width=\"\(Self.text(width))\" "
    body += "height=\"\(Self.text(height))\" fill=\"\(fill)\""
    if let stroke { body += " stroke=\"\(stroke)\" stroke-width=\"0.8\"" }
    body += "/>\n"
  }

  /// A filled rectangle that stands for a figure: its outline is seen where its colour is pale.
  mutating func mark(x: Double, y: Double, width: Double, height: Double, fill: String) {
    rectangle(x: x, y: y, width: width, height: height, fill: fill, stroke: Palette.axis)
  }

  /// A straight line.
  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), stroke: String,
    width: Double = 1, dash: String? = nil
  ) {
    body += "<line x1=\"\(Self.text(start.x))\" y1=\"\(Self.text(start.y))\" "
    body += "x2=\"\(Self.text(end.x))\" y2=\"\(Self.text(end.y))\" stroke=\"\(stroke)\" "
    body += "stroke-width=\"\(Self.text(width))\""
    if let dash { body += " stroke-dasharray=\"\(dash)\"" }
    body += "/>\n"
  }

  /// A line through points, broken where there is none.
  mutating func curve(_ points: [(x: Double, y: Double)?], stroke: String, width: Double = 2) {
    var path = ""
    var isOpen = false
    for point in points {
      guard let point else {
        isOpen = false
        continue
      }
      path += (isOpen ? "L" : "M") + Self.text(point.x) + " " + Self.text(point.y)
      isOpen = true
    }
    self.path(path, stroke: stroke, width: width)
  }

  /// An outline in the words of SVG.
  mutating func path(
    _ data: String, fill: String = "none", stroke: String? = nil, width: Double = 1,
    isCrisp: Bool = false
  ) {
    guard !data.isEmpty else { return }
    body += "<path d=\"\(data)\" fill=\"\(fill)\""
    if let stroke {
      body += " stroke=\"\(stroke)\" stroke-width=\"\(Self.text(width))\" stroke-linejoin=\"round\""
    }
    if isCrisp { body += " shape-rendering=\"crispEdges\"" }
    body += "/>\n"
  }

  /// A point.
  mutating func dot(x: Double, y: Double, radius: Double = 3, fill: String, name: String? = nil) {
    body += "<circle cx=\"\(Self.text(x))\" cy=\"\(Self.text(y))\" r=\"\(Self.text(radius))\" "
    body += "fill=\"\(fill)\""
    body += name.map { "><title>\(MarkupEscape.text($0))</title></circle>\n" } ?? "/>\n"
  }

  /// A label.
  mutating func label(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = TextExtent.size,
    fill: String = Palette.ink, isStrong: Bool = false, hasHalo: Bool = false
  ) {
    guard !text.isEmpty else { return }
    body += "<text x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" text-anchor=\"\(anchor.rawValue)\" "
    body += "font-size=\"\(Self.text(size))\" fill=\"\(fill)\""
    if isStrong { body += " font-weight=\"600\"" }
    if hasHalo { body += " stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"" }
    body += ">\(MarkupEscape.text(text))</text>\n"
  }

  /// The drawing as an element, with what it shows in words for those who cannot see it.
  ///
  /// - Parameters:
  ///   - id: A name no other picture of the page has.
  ///   - title: What it is.
  ///   - description: What can be seen on it.
  /// - Returns: Well-formed XML.
  func svg(id: String, title: String, description: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.text(width)) "
      + "\(Self.text(height))\" font-family=\"\(Self.fonts)\" role=\"img\" "
      + "aria-labelledby=\"\(id)-title \(id)-text\">\n"
      + "<title id=\"\(id)-title\">\(MarkupEscape.text(title))</title>\n"
      + "<desc id=\"\(id)-text\">\(MarkupEscape.text(description))</desc>\n" + body + "</svg>"
  }

  /// Fonts of the reader's system, with those that have Chinese characters.
  private static let fonts =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', "
    + "'Noto Sans CJK SC', sans-serif"

  /// A place with at most two digits after the point.
  static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
