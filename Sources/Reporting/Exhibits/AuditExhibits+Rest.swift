import Advice
import Billing
import Quantities

extension AuditExhibits {
  /// What to file with the utility, and by when.
  var filings: [Exhibit] {
    let filings = audit.optimum?.filings ?? []
    guard !filings.isEmpty else { return [] }
    let table = ReportTable(
      caption: Phrase.text("filings.caption"),
      columns: [
        .init(Phrase.text("filings.what"), .text), .init(Phrase.text("filings.from"), .date),
        .init(Phrase.text("filings.by"), .date), .init(Phrase.text("column.document"), .text),
      ],
      rows: filings.map { filing in
        [
          .text(FilingWords.text(filing.change)), .date(filing.inForce),
          filing.fileBy.map { .date($0) } ?? .text(Phrase.text("filings.no_term")),
          (filing.rule?.source?.citation).map { .text($0) } ?? .empty,
        ]
      })
    return [
      Exhibit(
        id: "filings", title: Phrase.text("filings.title"), text: [Phrase.text("filings.text")],
        tables: [table],
        notes: filings.contains { $0.fileBy != nil } ? [Phrase.text("filings.note")] : [])
    ]
  }

  /// The ten highest demand intervals and what it is worth to keep below them.
  var intervals: [Exhibit] {
    guard !audit.highestIntervals.isEmpty else { return [] }
    let table = ReportTable(
      caption: Phrase.text("intervals.title"),
      columns: [
        .init(Phrase.text("column.time"), .text), .init("kW", .number(digits: 1)),
        .init(Phrase.text("column.period"), .text),
        .init(Phrase.text("intervals.other"), .number(digits: 1)),
        .init(Phrase.text("intervals.worth", ["currency": currency]), .money(digits: 2)),
      ],
      rows: audit.highestIntervals.map { interval in
        [
          .text(TimeWords.moment(interval.start)), .exact(interval.demand),
          interval.period.map { .text(PeriodWords.name($0)) } ?? .empty,
          .exact(interval.nextEvent), .exact(interval.worth),
        ]
      })
    return [
      Exhibit(
        id: "intervals", title: Phrase.text("intervals.title"), text: [], tables: [table],
        notes: [Phrase.text("intervals.note")])
    ]
  }

  /// Figures others have published, beside ours.
  var claims: [Exhibit] {
    guard !audit.claims.isEmpty else { return [] }
    let table = ReportTable(
      caption: Phrase.text("claims.title"),
      columns: [
        .init(Phrase.text("claims.figure"), .text),
        .init(Phrase.text("claims.published"), .number(digits: 2)),
        .init(Phrase.text("claims.computed"), .number(digits: 2)), .init("", .text),
      ],
      rows: audit.claims.map { claim in
        [
          .text(claim.claim.text), .exact(claim.claim.published),
          .exact(claim.computed?.rounded(digits: max(4, claim.claim.digits))),
          .text(Phrase.text(claim.holds ? "claims.holds" : "claims.fails")),
        ]
      })
    return [
      Exhibit(id: "claims", title: Phrase.text("claims.title"), text: [], tables: [table])
    ]
  }

  /// How complete the data are, day by day, or month by month where only registers were read.
  var quality: [Exhibit] {
    let title = Phrase.text("quality.title")
    guard let load = picture else { return [registerQuality(title)] }
    let states = LoadPicture.State.allCases
    let months = load.months.map { entry in
      (month: entry.month, days: load.days.filter { $0.date.month == entry.month })
    }
    let table = ReportTable(
      caption: Phrase.text("quality.caption"),
      columns: [.init(Phrase.text("column.month"), .month)]
        + states.map {
          .init(Phrase.text("quality.\($0.rawValue)"), .number(digits: 0), isSummed: true)
        },
      rows: months.map { month, days in
        [.month(month)]
          + states.map { state in .figure("\(days.count { $0.state == state })") }
      },
      totals: [.text(Phrase.text("column.total"))]
        + states.map { state in .figure("\(load.days.count { $0.state == state })") })
    let picture = CalendarPicture(
      states: states.map {
        .init(name: Phrase.text("quality.\($0.rawValue)"), colour: Self.colour($0))
      },
      months: months.map { month, days in
        (
          month.description,
          (1...month.dayCount).map { number in
            days.first { $0.date.parts.day == number }.flatMap { states.firstIndex(of: $0.state) }
          }
        )
      })
    let text = Phrase.text("quality.text")
    return [
      Exhibit(
        id: "quality", title: title, text: [text],
        pictures: [("", svg(picture.drawing, "quality", title, text))], tables: [table])
    ]
  }

  private static func colour(_ state: LoadPicture.State) -> String {
    switch state {
    case .missing: return "#8f1d14"
    case .partial: return "#e07b39"
    case .estimated: return "#f2d27c"
    case .coarse: return "#b9a3d0"
    case .whole: return "#a8cfe5"
    }
  }

  private func registerQuality(_ title: String) -> Exhibit {
    let table = ReportTable(
      caption: title,
      columns: [
        .init(Phrase.text("column.month"), .month), .init(Phrase.text("quality.state"), .text),
      ],
      rows: audit.bill.months.map { outcome in
        [
          .month(outcome.month),
          .text(Phrase.text(outcome.bill == nil ? "quality.unbilled" : "quality.billed")),
        ]
      })
    return Exhibit(
      id: "quality", title: title, text: [Phrase.text("quality.registers")], tables: [table])
  }
}
