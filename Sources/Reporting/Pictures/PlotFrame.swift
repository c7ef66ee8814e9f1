/// The room of a picture between its axes, with legend, grid and the names of the vertical axis.
struct PlotFrame {
  /// The width of a picture. [user units]
  static let width = 760.0
  /// The width of a picture that has another beside it. [user units]
  static let half = 372.0

  var drawing: Drawing
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let vertical: PictureScale

  /// Draws legend, unit, grid and the names along the vertical axis.
  ///
  /// - Parameters:
  ///   - ticks: The values along the vertical axis.
  ///   - unit: Its unit, written above it.
  ///   - legend: What the colours mean.
  ///   - height: The height between the axes. [user units]
  ///   - below: The room for names below. [user units]
  ///   - margin: The room for names on the right. [user units]
  ///   - width: The width of the picture. [user units]
  init(
    _ ticks: Ticks, unit: String, legend: PictureLegend, height: Double = 240,
    below: Double = 26, margin: Double = 8, width: Double = PlotFrame.width
  ) {
    let names = ticks.values.map(ticks.name)
    let widest = names.map { TextExtent.width(of: $0) }.max() ?? 0
    left = max(40, widest + 12)
    right = width - margin
    let legendHeight = legend.height(in: width - 8)
    top = legendHeight + (unit.isEmpty ? 10 : 26)
    bottom = top + height
    drawing = Drawing(width: width, height: bottom + below)
    vertical = PictureScale(values: ticks.range, start: bottom, end: top)
    legend.draw(into: &drawing, x: 4, y: 0, width: width - 8)
    drawing.label(unit, x: left, y: top - 9, anchor: .middle, fill: Palette.faint)
    for (value, name) in zip(ticks.values, names) {
      let y = vertical.place(value)
      drawing.line(
        from: (left, y), to: (right, y), stroke: abs(value) < 1e-12 ? Palette.axis : Palette.grid)
      drawing.label(name, x: left - 7, y: y + 4, anchor: .end, fill: Palette.faint)
    }
  }

  /// Draws levels across, with their names on the right, above each other where they are close.
  mutating func draw(_ bounds: [PictureBound]) {
    let wishes = bounds.map { vertical.place($0.value) - 5 }
    let places = LabelStack.places(wishes, gap: 15, within: (top - 6)...(bottom - 5))
    for (bound, place) in zip(bounds, places) {
      let y = vertical.place(bound.value)
      drawing.line(
        from: (left, y), to: (right, y), stroke: bound.colour, width: 1.6, dash: "7 4")
      drawing.label(
        bound.name, x: right - 4, y: place, anchor: .end, fill: bound.colour, isStrong: true,
        hasHalo: true)
    }
  }

  /// Draws names below, as many as there is room for.
  ///
  /// - Parameter names: Each with the place of its middle.
  mutating func draw(below names: [(text: String, x: Double)]) {
    var free = -Double.infinity
    for (text, x) in names {
      let half = TextExtent.width(of: text) / 2
      // The outermost names stay within the picture.
      let middle = min(max(x, half + 2), drawing.width - half - 2)
      guard middle - half >= free else { continue }
      drawing.label(text, x: middle, y: bottom + 17, anchor: .middle, fill: Palette.faint)
      free = middle + half + 3
    }
  }
}
