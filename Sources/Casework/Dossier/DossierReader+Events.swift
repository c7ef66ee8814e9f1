import Documents
import Quantities
import Use

extension DossierReader {
  private static let eventHeadings = HeadingVocabulary([
    accountHeading, HeadingEntry("date", ["日期", "生效日期"]),
    HeadingEntry("event", ["事件", "业务类型"]), HeadingEntry("transformer", ["变压器", "变压器编号"]),
    HeadingEntry("value", ["值", "变更值"]),
  ])

  private static let eventWords = CellWords<EventKind>(
    "event",
    [
      ("pause", .pause, ["暂停"]), ("resume", .resume, ["恢复", "暂停恢复"]),
      ("add", .add, ["增容", "新增"]), ("remove", .remove, ["减容", "拆除"]),
      ("replace", .replace, ["暂换", "更换"]), ("contract", .contract, ["需量变更", "合同最大需量"]),
      ("method", .method, ["基本电费计费方式变更", "计费方式"]), ("tariff", .tariff, ["改类", "电价变更"]),
      ("voltage", .voltage, ["改压"]), ("meter-change", .meterChange, ["换表"]),
    ])

  private static let methodWords = CellWords<BasicChargeMethod>(
    "value",
    [
      ("capacity", .capacity, ["按容量", "容量"]),
      ("contract-demand", .contractDemand, ["合同最大需量", "按合同最大需量"]),
      ("actual-demand", .actualDemand, ["实际最大需量", "按实际最大需量"]),
    ])

  private static let valueHints: [EventKind: Message] = [
    .contract: "the new contract demand in kW",
    .method: "capacity, contract-demand or actual-demand",
    .tariff: "the id of the new tariff", .voltage: "the new voltage, such as 35kV",
  ]

  static let eventCode = "event-value"

  /// Reads `events.csv`: changes of accounts, in force from 00:00 of their dates.
  mutating func readEvents(_ path: String, into roll: inout AccountRoll) {
    let rows = accountRows(
      path, Self.eventHeadings, required: ["date", "event"], of: roll, code: "event")
    var entries: [String: [EventEntry]] = [:]
    for (row, id) in rows {
      problems.subject = id
      let date = needed(row, "date", code: Self.eventCode)
        .flatMap { self.date($0, code: Self.eventCode) }
      let kind = needed(row, "event", code: Self.eventCode)
        .flatMap { word($0, Self.eventWords, code: Self.eventCode) }
      guard let date, let kind else { continue }
      entries[id, default: []].append(EventEntry(date: date, kind: kind, row: row))
    }
    for (id, entries) in entries.sorted(by: { $0.key < $1.key }) {
      problems.subject = id
      // Events of one day happen in the order of their rows.
      let ordered = entries.sorted { ($0.date, $0.row.index) < ($1.date, $1.row.index) }
      apply(ordered, of: id, to: &roll)
    }
  }

  private mutating func apply(
    _ entries: [EventEntry], of id: String, to roll: inout AccountRoll
  ) {
    guard let account = roll.account(id) else { return }
    var history = EventHistory(account)
    var lastOfKind: [EventKind: EventEntry] = [:]
    for entry in entries {
      if !entry.kind.isOfUnit {
        refuse(
          entry.row, ["transformer"], code: Self.eventCode,
          because: "\(entry.kind.rawValue) is not of a transformer")
        if let earlier = lastOfKind[entry.kind], earlier.date == entry.date,
          entry.kind != .meterChange
        {
          problems.add(
            entry.row.diagnostic(
              code: "event-twice",
              message: """
                \(entry.kind.rawValue) changes on \(entry.date) a second time; first in \
                line \(earlier.row.line)
                """, hint: "keep the row that is in force"))
        }
        lastOfKind[entry.kind] = entry
      }
      if entry.kind == .meterChange {
        if let change = meterChange(entry, account, roll) {
          roll.meters[id, default: AccountMeters()].changes.append(change)
        }
      } else if let change = change(entry, account, &history) {
        roll.change(id) { $0.events.append(AccountEvent(date: entry.date, change: change)) }
      }
    }
  }

  private mutating func change(
    _ entry: EventEntry, _ account: Account, _ history: inout EventHistory
  ) -> AccountEvent.Change? {
    if entry.kind.isOfUnit { return unitChange(entry, account, &history) }
    guard
      let cell = needed(
        entry.row, "value", code: Self.eventCode, hint: Self.valueHints[entry.kind])
    else { return nil }
    switch entry.kind {
    case .contract: return power(cell).map { .contract($0) }
    case .method: return word(cell, Self.methodWords, code: Self.eventCode).map { .method($0) }
    case .tariff: return .tariff(cell.text)
    case .voltage: return voltage(cell, code: Self.eventCode).map { .voltage($0) }
    case .pause, .resume, .add, .remove, .replace, .meterChange: return nil
    }
  }

  private mutating func unitChange(
    _ entry: EventEntry, _ account: Account, _ history: inout EventHistory
  ) -> AccountEvent.Change? {
    let takesRating = entry.kind == .add || entry.kind == .replace
    var rating: Power?
    if takesRating {
      rating = needed(
        entry.row, "value", code: Self.eventCode, hint: "the transformer's new rating in kVA"
      )
      .flatMap { capacity($0, code: Self.eventCode) }
    } else {
      refuse(
        entry.row, ["value"], code: Self.eventCode,
        because: "\(entry.kind.rawValue) has none", hint: "leave it empty")
    }
    // A unit that is added without a name goes by its rating, as units of accounts.csv do.
    let named = entry.row.filled("transformer")?.text
    let known = entry.kind == .add ? named ?? rating?.description : named.map(history.name(of:))
    guard let unit = known else {
      // A missing rating was reported, and it would have been the name.
      if entry.kind != .add { _ = needed(entry.row, "transformer", code: Self.eventCode) }
      return nil
    }
    if let problem = history.follow(entry, unit: unit, account: account.id) {
      problems.add(problem)
      return nil
    }
    if takesRating { history.rate(unit, rating) }
    switch entry.kind {
    case .pause: return .pause(unit: unit)
    case .resume: return .resume(unit: unit)
    case .remove: return .remove(unit: unit)
    case .add: return rating.map { .add(unit: unit, capacity: $0) }
    case .replace: return rating.map { .replace(unit: unit, capacity: $0) }
    case .contract, .method, .tariff, .voltage, .meterChange: return nil
    }
  }

  /// The exchange of a meter; its value names the point or line, where there are several.
  private mutating func meterChange(
    _ entry: EventEntry, _ account: Account, _ roll: AccountRoll
  ) -> AccountMeters.Change? {
    guard let cell = entry.row.filled("value") else {
      return AccountMeters.Change(date: entry.date, place: nil)
    }
    let places =
      (roll.meters[account.id]?.points.map(\.id) ?? []) + account.lines.map(\.id)
    if places.contains(cell.text) {
      return AccountMeters.Change(date: entry.date, place: cell.text)
    }
    problems.add(
      cell.diagnostic(
        code: "event-meter",
        message: """
          \(Printable.quote(cell.text)) is neither a point nor a line of account \
          \(Printable.quote(account.id))
          """,
        hint: Self.hint(for: cell.text, in: places)
          ?? "leave it empty where the account has one meter"))
    return nil
  }
}
