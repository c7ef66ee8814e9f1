import Advice
import Billing
import Quantities
import Tariffs

extension AuditExhibits {
  /// Every interval of the months, what a day is like, and how long the load is how high.
  var carpet: [Exhibit] {
    guard let load = picture else {
      return [
        Exhibit(
          id: "carpet", title: Phrase.text("carpet.title"), text: [Phrase.text("carpet.none")])
      ]
    }
    return [year(load), typicalDays(load), duration(load)]
  }

  private func year(_ load: LoadPicture) -> Exhibit {
    let title = Phrase.text("carpet.title")
    let text = Phrase.text("carpet.text", ["minutes": "\(load.intervalSeconds / 60)"])
    let months = load.days.enumerated().filter { $1.date.parts.day == 1 || $0 == 0 }
    let picture = CarpetPicture(
      days: load.days.map { day in
        .init(
          values: day.powers.map { $0.map(Self.kilowatts) },
          borders: day.periods.dropFirst().map(\.from))
      },
      months: months.enumerated().map { index, day in
        let month = day.element.date.month
        // The year is told once, and again with each January.
        let name = index == 0 || month.number == 1 ? month.description : "\(month.number)"
        return (day.offset, name)
      },
      periods: (load.days.last?.periods ?? []).map {
        ($0.from, $0.to, PeriodWords.name($0.name), Palette.period($0.name.name))
      },
      unit: "kW", missing: Phrase.text("quality.missing"))
    return Exhibit(
      id: "carpet", title: title, text: [text],
      pictures: [("", svg(picture.drawing, "carpet", title, text))],
      tables: [
        hours(load.months.map { ($0.month.description, $0.powers) }, Phrase.text("carpet.caption"))
      ])
  }

  /// Hours as rows, since there are fewer months than that.
  private func hours(_ columns: [(name: String, powers: [Power?])], _ caption: String)
    -> ReportTable
  {
    ReportTable(
      caption: caption,
      columns: [.init(Phrase.text("column.hour"), .text)]
        + columns.map { .init($0.name, .number(digits: 0)) },
      rows: (0..<24).map { hour in
        [.text(Self.hour(hour))]
          + columns.map { .exact($0.powers[hour]?.rounded(digits: 3)) }
      })
  }

  private static func hour(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }

  /// A power as a number for a picture.
  private static func kilowatts(_ power: Power) -> Double {
    Double(power.units) / Double(Power.unitsPerOne)
  }

  private func typicalDays(_ load: LoadPicture) -> Exhibit {
    let title = Phrase.text("typical.title")
    let columns = load.typicalDays.flatMap { day -> [(name: String, powers: [Power?])] in
      let name = MonthWords.list(day.months)
      return [
        ("\(name) \(Phrase.text("typical.weekdays"))", day.weekdays),
        ("\(name) \(Phrase.text("typical.weekends"))", day.weekends),
      ]
    }
    let table = hours(columns, Phrase.text("typical.caption"))
    let highest = (1..<table.columns.count).flatMap(table.values).compactMap { $0 }.max() ?? 1
    let pictures = load.typicalDays.enumerated().map { index, day in
      let heading = "\(Phrase.text("season.\(day.season)")): \(MonthWords.list(day.months))"
      func curve(_ name: String, _ colour: String, _ column: Int) -> CurvePicture.Curve {
        .init(
          name: name, colour: colour,
          points: table.values(column).enumerated().map { (Double($0), $1) }, isStepped: true)
      }
      let picture = CurvePicture(
        unit: "kW", below: "",
        names: stride(from: 0, through: 24, by: 4).map { (Double($0), Self.hour($0)) },
        range: 0...24,
        curves: [
          curve(Phrase.text("typical.weekdays"), Palette.main, 1 + index * 2),
          curve(Phrase.text("typical.weekends"), Palette.other, 2 + index * 2),
        ],
        bands: day.periods.map {
          .init(
            name: PeriodWords.name($0.name), colour: Palette.palePeriod($0.name.name),
            from: Double($0.from) / 60, to: Double($0.to) / 60)
        },
        height: 150, width: PlotFrame.half, ceiling: highest)
      return (
        heading: heading,
        svg: svg(picture.drawing, "typical-\(index)", heading, Phrase.text("typical.text"))
      )
    }
    return Exhibit(
      id: "typical", title: title, text: [Phrase.text("typical.text")], pictures: pictures,
      tables: [table],
      chart: ExhibitChart(
        kind: .lines, below: 0, values: Array(1..<table.columns.count), beside: "kW"))
  }

  private func duration(_ load: LoadPicture) -> Exhibit {
    let title = Phrase.text("duration.title")
    let table = ReportTable(
      caption: Phrase.text("duration.caption"),
      columns: [
        .init(Phrase.text("duration.share"), .percent), .init("kW", .number(digits: 1)),
      ],
      rows: load.duration.map { [.exact($0.share), .exact($0.power.rounded(digits: 3))] })
    let picture = CurvePicture(
      unit: "kW", below: Phrase.text("duration.share"),
      names: stride(from: 0, through: 100, by: 10).map { (Double($0) / 100, "\($0) %") },
      range: 0...1,
      curves: [
        .init(
          name: "kW", colour: Palette.main,
          points: zip(table.values(0), table.values(1)).map { ($0 ?? 0, $1) })
      ], bounds: levels.map(\.bound))
    return Exhibit(
      id: "duration", title: title, text: [Phrase.text("duration.text")],
      pictures: [("", svg(picture.drawing, "duration", title, Phrase.text("duration.text")))],
      tables: levels.isEmpty ? [table] : [table, levelTable],
      chart: ExhibitChart(kind: .scatter, below: 0, values: [1], beside: "kW"))
  }

  /// Levels a load is held against: floor, contract and transformers.
  private var levels: [(bound: PictureBound, cell: ReportTable.Cell, unit: String)] {
    var levels: [(PictureBound, ReportTable.Cell, String)] = []
    func add(_ key: String, _ colour: String, _ power: Power, _ unit: String) {
      let name = Phrase.text(
        key, ["value": style.number(power, atMost: 1), "unit": unit])
      levels.append(
        (
          PictureBound(name: name, colour: colour, value: Self.kilowatts(power)), .exact(power),
          unit
        ))
    }
    for case .floor(let floor, _, _) in audit.thresholds.map(\.kind) {
      add("level.floor", Palette.other, floor, "kW")
    }
    if let contract = audit.bill.account.contractDemand {
      add("level.contract", Palette.goal, contract, "kW")
    }
    if let capacity = audit.indicators.capacity {
      add("level.transformers", Palette.bound, capacity, "kVA")
    }
    return levels
  }

  private var levelTable: ReportTable {
    ReportTable(
      caption: Phrase.text("level.caption"),
      columns: [
        .init(Phrase.text("level.name"), .text), .init("kW, kVA", .number(digits: 1)),
      ],
      rows: levels.map { [.text($0.bound.name), $0.cell] })
  }

  /// The maximum of each month against what is declared and what is billed at the least.
  var maxima: Exhibit {
    let title = Phrase.text("maxima.title")
    let bills = audit.bill.bills
    let table = ReportTable(
      caption: Phrase.text("maxima.caption"),
      columns: [
        .init(Phrase.text("column.month"), .month),
        .init(Phrase.text("maxima.maximum"), .number(digits: 1)),
        .init(Phrase.text("maxima.billed"), .number(digits: 1)),
        .init(Phrase.text("maxima.contract"), .number(digits: 1)),
        .init(Phrase.text("maxima.time"), .text),
      ],
      rows: bills.map { bill in
        let maximum = bill.determinants.maximumDemand
        return [
          .month(bill.month), .exact(maximum?.power), .exact(bill.billedDemand),
          .exact(bill.determinants.contractDemand ?? audit.bill.account.contractDemand),
          maximum?.start.map { .text(TimeWords.moment($0)) } ?? .empty,
        ]
      })
    guard table.values(1).contains(where: { $0 != nil }) else {
      return Exhibit(id: "maxima", title: title, text: [Phrase.text("maxima.none")])
    }
    let marks = [(2, Palette.other), (3, Palette.goal)].compactMap {
      column, colour -> PictureSeries? in
      let values = table.values(column)
      guard values.contains(where: { $0 != nil }) else { return nil }
      return PictureSeries(name: table.columns[column].heading, colour: colour, values: values)
    }
    let floors = audit.thresholds.compactMap { threshold -> PictureBound? in
      guard case .floor(let floor, _, _) = threshold.kind else { return nil }
      return PictureBound(
        name: Phrase.text("level.floor", ["value": style.number(floor, atMost: 1), "unit": "kW"]),
        colour: Palette.bound, value: Self.kilowatts(floor))
    }
    let picture = ColumnPicture(
      unit: "kW", labels: table.names,
      stacks: [
        PictureSeries(
          name: table.columns[1].heading, colour: Palette.charge(.energy), values: table.values(1))
      ], marks: marks, bounds: floors)
    let text = Phrase.text("maxima.text")
    return Exhibit(
      id: "maxima", title: title, text: [text],
      pictures: [("", svg(picture.drawing, "maxima", title, text))], tables: [table],
      notes: audit.thresholds.map { ThresholdWords.text($0, style) },
      chart: ExhibitChart(kind: .columns, below: 0, values: [1, 2, 3], beside: "kW"))
  }
}
