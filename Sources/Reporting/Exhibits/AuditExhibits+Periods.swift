import Advice
import Quantities

extension AuditExhibits {
  /// The periods' shares of the energy as they are and with all measures.
  var periods: [Exhibit] {
    let now = audit.indicators.periodShares
    guard now.count > 1 else { return [] }
    let title = Phrase.text("periods.title")
    let after = audit.periodSharesAfter
    let bars =
      [(Phrase.text("periods.now"), shares(now)), (Phrase.text("periods.after"), shares(after))]
      + (moved.map { [(Phrase.text("periods.moved"), $0)] } ?? [])
    let names = now.map(\.period)
    let table = ReportTable(
      caption: Phrase.text("periods.caption"),
      columns: [.init(Phrase.text("column.period"), .text)] + bars.map { .init($0.0, .percent) },
      rows: names.map { name in
        [.text(PeriodWords.name(name))] + bars.map { .exact($0.1[name]) }
      })
    let picture = BarPicture(
      bars: bars.indices.map { index in
        let values = table.values(index + 1)
        return .init(
          name: bars[index].0,
          parts: names.indices.map { row in
            (
              names[row].name, values[row] ?? 0,
              table.text(table.rows[row][index + 1], .percent)
            )
          })
      },
      colours: names.map {
        (
          $0.name, PeriodWords.name($0), Palette.period($0.name),
          ["sharp", "deep"].contains($0.name)
        )
      })
    let text = Phrase.text(after == now ? "periods.same" : "periods.text")
    return [
      Exhibit(
        id: "periods", title: title, text: [text],
        pictures: [("", svg(picture.drawing, "periods", title, text))], tables: [table],
        chart: ExhibitChart(
          kind: .columns, below: 0, values: Array(1..<table.columns.count), beside: "%"))
    ]
  }

  private func shares(_ shares: [Indicators.PeriodShare]) -> [PeriodName: Rate] {
    Dictionary(shares.map { ($0.period, $0.share) }, uniquingKeysWith: { first, _ in first })
  }

  /// The shares that moving load would bring, where that is recommended.
  private var moved: [PeriodName: Rate]? {
    for recommendation in audit.recommendations {
      guard case .shiftFlexible = recommendation.lever, case .always(let text) = recommendation.to
      else { continue }
      let pairs = text.split(separator: ",").compactMap { part -> (PeriodName, Rate)? in
        let sides = part.split(separator: "=")
        guard sides.count == 2, let share = try? Rate(percent: sides[1]) else { return nil }
        return (PeriodName(String(sides[0])), share)
      }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    return nil
  }
}
