import Quantities

/// Which transformers are in use on which day, after the account's events.
public struct CapacityTimeline: Sendable {
  /// How pauses count.
  public struct PauseTerms: Sendable, Hashable {
    /// A pause of fewer days counts as none.
    public let leastDays: Int
    /// Pauses that count in a calendar year; nothing without limit.
    public let mostAYear: Int?
    /// Days of pause that count in a calendar year; nothing without limit.
    public let mostDaysAYear: Int?

    /// Makes terms.
    public init(leastDays: Int, mostAYear: Int?, mostDaysAYear: Int?) {
      self.leastDays = leastDays
      self.mostAYear = mostAYear
      self.mostDaysAYear = mostDaysAYear
    }
  }

  /// A unit over some days.
  private struct Stretch {
    let unit: InstalledUnit
    let span: DateSpan
  }

  private var installed: [Stretch] = []
  private var paused: [(id: String, span: DateSpan)] = []

  private static let beginning = CalendarDate(dayNumber: -200_000)
  private static let forever = CalendarDate(dayNumber: 2_000_000)

  /// Follows an account's events.
  public init(_ account: Account, pauses terms: PauseTerms) {
    var open = account.installedUnits.map { (unit: $0, start: Self.beginning) }
    var pausedSince: [String: CalendarDate] = [:]
    var nextGroup = (open.map(\.unit.group).max() ?? -1) + 1
    var pauses: [(id: String, span: DateSpan)] = []
    func close(_ index: Int, at date: CalendarDate, into stretches: inout [Stretch]) {
      if let span = DateSpan(start: open[index].start, end: date) {
        stretches.append(Stretch(unit: open[index].unit, span: span))
      }
    }
    for event in account.events.sorted(by: { $0.date < $1.date }) {
      switch event.change {
      case .pause(let id): pausedSince[id] = pausedSince[id] ?? event.date
      case .resume(let id):
        guard let start = pausedSince.removeValue(forKey: id),
          let span = DateSpan(start: start, end: event.date)
        else { continue }
        pauses.append((id, span))
      case .add(let id, let capacity):
        open.append((InstalledUnit(id: id, capacity: capacity, group: nextGroup), event.date))
        nextGroup += 1
      case .remove(let id):
        guard let index = open.firstIndex(where: { $0.unit.id == id }) else { continue }
        close(index, at: event.date, into: &installed)
        open.remove(at: index)
      case .replace(let id, let capacity):
        guard let index = open.firstIndex(where: { $0.unit.id == id }) else { continue }
        close(index, at: event.date, into: &installed)
        let group = open[index].unit.group
        open[index] = (InstalledUnit(id: id, capacity: capacity, group: group), event.date)
      case .contract, .method, .tariff, .voltage: continue
      }
    }
    for index in open.indices { close(index, at: Self.forever, into: &installed) }
    for (id, start) in pausedSince {
      if let span = DateSpan(start: start, end: Self.forever) { pauses.append((id, span)) }
    }
    paused = Self.counting(pauses, terms)
  }

  /// The pauses that are long enough, and within what a year allows.
  private static func counting(
    _ pauses: [(id: String, span: DateSpan)], _ terms: PauseTerms
  ) -> [(id: String, span: DateSpan)] {
    let long = pauses.filter { $0.span.dayCount >= terms.leastDays }
      .sorted { $0.span.start < $1.span.start }
    guard let most = terms.mostAYear else { return withinDays(long, terms) }
    var perYear: [String: Int] = [:]
    let counted = long.filter { pause in
      let key = "\(pause.id)/\(pause.span.start.month.year)"
      perYear[key, default: 0] += 1
      return perYear[key, default: 0] <= most
    }
    return withinDays(counted, terms)
  }

  /// Pauses cut where a unit has been paused as long as a calendar year allows.
  private static func withinDays(
    _ pauses: [(id: String, span: DateSpan)], _ terms: PauseTerms
  ) -> [(id: String, span: DateSpan)] {
    guard let most = terms.mostDaysAYear else { return pauses }
    var used: [String: Int] = [:]
    var result: [(id: String, span: DateSpan)] = []
    for (id, span) in pauses {
      // A pause that nobody ended is followed for as long as anybody could ask.
      let last = min(span.lastDay, span.start.adding(days: 3700))
      for year in span.start.month.year...last.month.year {
        let january = Month(ordinal: year * 12)
        guard
          let whole = DateSpan(start: january.firstDay, end: january.adding(12).firstDay),
          let part = span.intersection(whole)
        else { continue }
        let key = "\(id)/\(year)"
        let days = min(part.dayCount, most - (used[key] ?? 0))
        used[key, default: 0] += days
        if let counted = DateSpan(start: part.start, end: part.start.adding(days: days)) {
          result.append((id, counted))
        }
      }
    }
    return result
  }

  /// A unit that counts, and on how many days of a period it is in use or paused.
  public struct Use: Sendable, Hashable {
    /// The unit.
    public let unit: InstalledUnit
    /// Days on which it counts.
    public var daysInUse: Int
    /// Days on which it is there but paused.
    public var daysPaused: Int
  }

  /// What counts of each unit over a period; of interlocked units, each day the largest in use.
  public func use(in period: DateSpan) -> [Use] {
    guard !installed.isEmpty else { return [] }
    var uses: [Use] = []
    func count(_ unit: InstalledUnit, days: Int, paused: Bool) {
      let index =
        uses.firstIndex { $0.unit == unit }
        ?? {
          uses.append(Use(unit: unit, daysInUse: 0, daysPaused: 0))
          return uses.count - 1
        }()
      if paused { uses[index].daysPaused += days } else { uses[index].daysInUse += days }
    }
    let spans = installed.map(\.span) + paused.map(\.span)
    for part in period.cut(at: spans.flatMap { [$0.start, $0.end] }) {
      let (day, days) = (part.start, part.dayCount)
      let there = installed.filter { $0.span.contains(day) && $0.unit.standby != .cold }.map(\.unit)
      for group in Set(there.map(\.group)).sorted() {
        let units = there.filter { $0.group == group }
        let running = units.filter { unit in
          !paused.contains { $0.id == unit.id && $0.span.contains(day) }
        }
        if let largest = running.max(by: { $0.capacity < $1.capacity }) {
          count(largest, days: days, paused: false)
        } else if let largest = units.max(by: { $0.capacity < $1.capacity }) {
          count(largest, days: days, paused: true)
        }
      }
    }
    return uses
  }

  /// The capacity that is in use on at least one day of a period: on demand methods a pause counts
  /// by whole periods. [kVA]
  public func capacity(in period: DateSpan) -> Power { Self.capacity(of: use(in: period)) }

  /// The same of what counts of each unit.
  package static func capacity(of uses: [Use]) -> Power {
    var perGroup: [Int: Power] = [:]
    for use in uses where use.daysInUse > 0 {
      perGroup[use.unit.group] = max(perGroup[use.unit.group] ?? .zero, use.unit.capacity)
    }
    return perGroup.values.reduce(.zero, +)
  }
}
