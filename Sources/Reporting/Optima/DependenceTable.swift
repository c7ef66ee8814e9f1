import Quantities

/// Totals by one input.
struct DependenceTable {
  let currency: String

  /// A row for each value of the input; nothing where there is no choice of it.
  func lines(_ points: [(input: String, total: Money)]) -> [String] {
    let style = NumberStyle.grouped
    guard let first = points.first, let last = points.last, points.count > 1,
      let least = points.map(\.total).min()
    else { return [] }
    guard points.contains(where: { $0.total != least }) else {
      return Paragraph.lines(
        say(
          """
          From \(first.input) to \(last.input) all is the same: \
          \(style.number(least, digits: 0)) \(currency).
          """), lead: "  ")
    }
    var table = TextTable([.init(.right, gap: 2), .init(.right), .init(.right)])
    table.add(["", currency, say("above the least")])
    for point in points {
      let more = point.total - least
      table.add([
        point.input, style.number(point.total, digits: 0),
        more > .zero ? style.number(more, digits: 0) : "—",
      ])
    }
    return table.lines
  }
}
