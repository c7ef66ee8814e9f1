/// Curves over an axis of numbers, such as a load over the hours of a day.
struct CurvePicture {
  /// A curve.
  struct Curve {
    let name: String
    let colour: String
    /// In order of `x`; broken where `y` is nothing.
    let points: [(x: Double, y: Double?)]
    /// Whether the points are shown.
    var hasDots = false
    /// Whether a value holds until the next.
    var isStepped = false
  }

  /// A stretch of the axis below, coloured behind the curves.
  struct Band {
    let name: String
    let colour: String
    let from: Double
    let to: Double
  }

  /// What is measured upwards.
  let unit: String
  /// What the axis below is.
  let below: String
  /// The names along the axis below.
  let names: [(x: Double, text: String)]
  /// The ends of the axis below.
  let range: ClosedRange<Double>
  let curves: [Curve]
  var bands: [Band] = []
  var bounds: [PictureBound] = []
  /// Points that are named.
  var marks: [(x: Double, y: Double, text: String)] = []
  /// Whether the axis upwards begins at zero.
  var beginsAtZero = true
  var height = 240.0
  var width = PlotFrame.width
  /// The highest value the axis upwards has to reach, where pictures are to be compared.
  var ceiling: Double?

  /// The picture.
  var drawing: Drawing {
    var seen: Set<String> = []
    let bandEntries = bands.filter { seen.insert($0.name).inserted }.map {
      PictureLegend.Entry(name: $0.name, colour: $0.colour, sign: .area)
    }
    let lines =
      curves.count > 1 || !bands.isEmpty
      ? curves.map { PictureLegend.Entry(name: $0.name, colour: $0.colour, sign: .line) } : []
    var frame = PlotFrame(
      ticks, unit: unit, legend: PictureLegend(entries: lines + bandEntries), height: height,
      below: below.isEmpty ? 26 : 42, margin: 16, width: width)
    let horizontal = PictureScale(values: range, start: frame.left, end: frame.right)
    // Bands lie behind the grid's names, so the grid is drawn over them once more.
    for band in bands {
      frame.drawing.rectangle(
        x: horizontal.place(band.from), y: frame.top,
        width: horizontal.place(band.to) - horizontal.place(band.from),
        height: frame.bottom - frame.top, fill: band.colour)
    }
    frame.drawing.line(
      from: (frame.left, frame.bottom), to: (frame.right, frame.bottom), stroke: Palette.axis)
    frame.draw(bounds)
    for curve in curves { draw(curve, horizontal, &frame) }
    for mark in marks { draw(mark, horizontal, &frame) }
    frame.draw(below: names.map { ($0.text, horizontal.place($0.x)) })
    frame.drawing.label(
      below, x: (frame.left + frame.right) / 2, y: frame.bottom + 35, anchor: .middle,
      fill: Palette.faint)
    return frame.drawing
  }

  private func draw(_ curve: Curve, _ horizontal: PictureScale, _ frame: inout PlotFrame) {
    var points: [(x: Double, y: Double)?] = []
    for (index, point) in curve.points.enumerated() {
      guard let y = point.y.map(frame.vertical.place) else {
        points.append(nil)
        continue
      }
      points.append((horizontal.place(point.x), y))
      if curve.isStepped {
        let next = index + 1 < curve.points.count ? curve.points[index + 1].x : range.upperBound
        points.append((horizontal.place(next), y))
      }
    }
    frame.drawing.curve(points, stroke: curve.colour, width: 2.2)
    guard curve.hasDots else { return }
    for case let point? in points {
      frame.drawing.dot(x: point.x, y: point.y, fill: curve.colour)
    }
  }

  private func draw(
    _ mark: (x: Double, y: Double, text: String), _ horizontal: PictureScale,
    _ frame: inout PlotFrame
  ) {
    let (x, y) = (horizontal.place(mark.x), frame.vertical.place(mark.y))
    frame.drawing.dot(x: x, y: y, radius: 5, fill: Palette.goal)
    let width = TextExtent.width(of: mark.text)
    let isBelowTop = y - 14 > frame.top
    let middle = min(max(x, frame.left + width / 2), frame.right - width / 2)
    let isLeft = x + 12 + width > frame.right
    frame.drawing.label(
      mark.text, x: isBelowTop ? middle : isLeft ? x - 10 : x + 10, y: isBelowTop ? y - 14 : y,
      anchor: isBelowTop ? .middle : isLeft ? .end : .start, fill: Palette.goal, isStrong: true,
      hasHalo: true)
  }

  private var ticks: Ticks {
    let values =
      curves.flatMap(\.points).compactMap(\.y) + bounds.map(\.value) + marks.map(\.y)
      + (ceiling.map { [$0] } ?? [])
    let low = values.min() ?? 0
    return Ticks(from: beginsAtZero ? min(0, low) : low, to: values.max() ?? 1)
  }
}
