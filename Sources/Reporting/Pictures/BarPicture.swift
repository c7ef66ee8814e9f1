/// Bars across, each made of parts, such as the periods' shares of the energy now and after.
struct BarPicture {
  /// A bar.
  struct Bar {
    let name: String
    /// The parts from the left; the label stands in the part where there is room.
    let parts: [(series: String, value: Double, label: String)]
  }

  let bars: [Bar]
  /// The colour of each series, in the order of the legend; one alone needs no legend.
  let colours: [(series: String, name: String, colour: String, isDark: Bool)]
  /// Whether what a bar comes to is written at its end.
  var totals: [String] = []

  private static let barHeight = 30.0
  private static let gap = 16.0

  /// The picture.
  var drawing: Drawing {
    let legend = PictureLegend(
      entries: colours.count > 1
        ? colours.map { .init(name: $0.name, colour: $0.colour, sign: .area) } : [])
    let width = PlotFrame.width
    let top = legend.height(in: width - 8) + 8
    let height = top + Double(bars.count) * (Self.barHeight + Self.gap)
    var drawing = Drawing(width: width, height: height)
    legend.draw(into: &drawing, x: 4, y: 0, width: width - 8)
    let names = bars.map { TextExtent.width(of: $0.name) }.max() ?? 0
    let ends = totals.map { TextExtent.width(of: $0) }.max() ?? 0
    let left = names + 16
    let longest = bars.map { $0.parts.reduce(0) { $0 + $1.value } }.max() ?? 1
    let scale = PictureScale(
      values: 0...max(longest, 1e-9), start: left, end: width - ends - 16)
    for (index, bar) in bars.enumerated() {
      let y = top + Double(index) * (Self.barHeight + Self.gap)
      drawing.label(bar.name, x: left - 8, y: y + Self.barHeight / 2 + 4, anchor: .end)
      var sum = 0.0
      for part in bar.parts where part.value > 0 {
        let (from, to) = (scale.place(sum), scale.place(sum + part.value))
        sum += part.value
        let colour = colours.first { $0.series == part.series }
        drawing.mark(
          x: from, y: y, width: to - from, height: Self.barHeight,
          fill: colour?.colour ?? Palette.rest)
        if TextExtent.width(of: part.label) + 8 < to - from {
          drawing.label(
            part.label, x: (from + to) / 2, y: y + Self.barHeight / 2 + 4, anchor: .middle,
            fill: colour?.isDark == true ? "#fff" : Palette.ink)
        }
      }
      if totals.indices.contains(index) {
        drawing.label(
          totals[index], x: scale.place(sum) + 8, y: y + Self.barHeight / 2 + 4, isStrong: true)
      }
    }
    return drawing
  }
}
