/// A row of days for each month, coloured by a state.
struct CalendarPicture {
  /// A state.
  struct State {
    let name: String
    let colour: String
  }

  let states: [State]
  /// The months with the state of each of their days; nothing for a day that is not covered.
  let months: [(name: String, days: [Int?])]

  private static let cell = 20.0

  /// The picture.
  var drawing: Drawing {
    let legend = PictureLegend(
      entries: states.map { .init(name: $0.name, colour: $0.colour, sign: .area) })
    let width = PlotFrame.width
    let top = legend.height(in: width - 8) + 26
    let names = months.map { TextExtent.width(of: $0.name) }.max() ?? 0
    let left = names + 14
    var drawing = Drawing(width: width, height: top + Double(months.count) * Self.cell + 6)
    legend.draw(into: &drawing, x: 4, y: 0, width: width - 8)
    for day in [1, 5, 10, 15, 20, 25, 31] {
      drawing.label(
        "\(day)", x: left + (Double(day) - 0.5) * Self.cell, y: top - 6, anchor: .middle,
        fill: Palette.faint)
    }
    for (row, month) in months.enumerated() {
      let y = top + Double(row) * Self.cell
      drawing.label(month.name, x: left - 8, y: y + Self.cell / 2 + 4, anchor: .end)
      for (day, state) in month.days.enumerated() {
        guard let state else { continue }
        drawing.mark(
          x: left + Double(day) * Self.cell + 1, y: y + 1, width: Self.cell - 2,
          height: Self.cell - 2, fill: states[state].colour)
      }
    }
    return drawing
  }
}
