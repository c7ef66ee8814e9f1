/// How many values lie in each of some stretches, with the names of those that stand apart.
struct HistogramPicture {
  /// What is counted, along the axis below.
  let below: String
  /// What is counted upwards.
  let unit: String
  let values: [Double]
  /// Values that stand apart, by their names.
  let named: [(value: Double, name: String)]

  /// The borders of the stretches, and how many values lie in each.
  var bins: (ticks: Ticks, counts: [Int]) {
    let ticks = Ticks(from: values.min() ?? 0, to: values.max() ?? 1, count: 20)
    var counts = Array(repeating: 0, count: max(1, ticks.values.count - 1))
    for value in values { counts[bin(of: value, ticks, counts.count)] += 1 }
    return (ticks, counts)
  }

  private func bin(of value: Double, _ ticks: Ticks, _ count: Int) -> Int {
    min(count - 1, max(0, (ticks.values.lastIndex { $0 <= value + 1e-12 } ?? 0)))
  }

  /// The picture.
  var drawing: Drawing {
    let (ticks, counts) = bins
    let most = Double(counts.max() ?? 1)
    var frame = PlotFrame(
      Ticks(from: 0, to: most * 1.25, count: 5), unit: unit, legend: PictureLegend(entries: []),
      below: 42, margin: 16)
    let horizontal = PictureScale(values: ticks.range, start: frame.left, end: frame.right)
    for (index, count) in counts.enumerated() {
      let (from, to) = (
        horizontal.place(ticks.values[index]), horizontal.place(ticks.values[index + 1])
      )
      let y = frame.vertical.place(Double(count))
      frame.drawing.rectangle(
        x: from + 1, y: y, width: to - from - 2, height: frame.bottom - y, fill: Palette.main)
    }
    var room = LabelRoom(
      left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom)
    for entry in named {
      let count = counts[bin(of: entry.value, ticks, counts.count)]
      let (x, y) = (horizontal.place(entry.value), frame.vertical.place(Double(count)))
      // Names of one stretch stand above each other, as far as there is room.
      var line = 0.0
      var place = room.place(for: entry.name, x: x - 6, y: y - 8)
      while place == nil, line < 7 {
        line += 1
        place = room.place(for: entry.name, x: x - 6, y: y - 8 - line * 14)
      }
      guard let place else { continue }
      frame.drawing.label(
        entry.name, x: place.x, y: place.y, size: LabelRoom.size, fill: Palette.other,
        isStrong: true, hasHalo: true)
    }
    frame.draw(below: ticks.values.map { (ticks.name($0), horizontal.place($0)) })
    frame.drawing.label(
      below, x: (frame.left + frame.right) / 2, y: frame.bottom + 35, anchor: .middle,
      fill: Palette.faint)
    return frame.drawing
  }
}
