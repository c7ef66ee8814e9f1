/// Points in a plane, some of them with their names.
struct ScatterPicture {
  /// A point.
  struct Point {
    let x: Double
    let y: Double
    let name: String
    let colour: String
    /// Whether its name is written beside it, if there is room.
    let isNamed: Bool
  }

  let unit: String
  let below: String
  let points: [Point]
  let legend: [PictureLegend.Entry]

  /// The picture; a point's name also shows where a reader points at it.
  var drawing: Drawing {
    let across = Ticks(from: 0, to: points.map(\.x).max() ?? 1, count: 8)
    let upwards = Ticks(from: points.map(\.y).min() ?? 0, to: points.map(\.y).max() ?? 1, count: 6)
    var frame = PlotFrame(
      upwards, unit: unit, legend: PictureLegend(entries: legend), height: 340, below: 42,
      margin: 16)
    let horizontal = PictureScale(values: across.range, start: frame.left, end: frame.right)
    frame.drawing.line(
      from: (frame.left, frame.bottom), to: (frame.right, frame.bottom), stroke: Palette.axis)
    for point in points {
      frame.drawing.dot(
        x: horizontal.place(point.x), y: frame.vertical.place(point.y), radius: 3.2,
        fill: point.colour, name: point.name)
    }
    var room = LabelRoom(
      left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom)
    for point in points where point.isNamed {
      let (x, y) = (horizontal.place(point.x), frame.vertical.place(point.y))
      guard let place = room.place(for: point.name, x: x, y: y) else { continue }
      frame.drawing.label(
        point.name, x: place.x, y: place.y, size: LabelRoom.size, isStrong: true, hasHalo: true)
    }
    frame.draw(below: across.values.map { (across.name($0), horizontal.place($0)) })
    frame.drawing.label(
      below, x: (frame.left + frame.right) / 2, y: frame.bottom + 35, anchor: .middle,
      fill: Palette.faint)
    return frame.drawing
  }
}
