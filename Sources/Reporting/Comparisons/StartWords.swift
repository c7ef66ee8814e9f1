import Advice
import Quantities

/// The start of one batch over many days, in words as short as its pattern allows.
struct StartWords {
  private let runs: [(date: CalendarDate, start: ClockTime)]
  private let days: BatchDays

  /// More stretches of days than this with another start are counted and not named.
  private static let mostStretches = 8

  /// - Parameters:
  ///   - runs: In order of their days.
  ///   - days: The days on which the batch is run.
  init(_ runs: [(date: CalendarDate, start: ClockTime)], days: BatchDays) {
    self.runs = runs
    self.days = days
  }

  /// `23:00 every day`; by weekday or month where these tell it; else the usual start and the days
  /// that differ.
  var text: Message {
    guard let first = runs.first else { return "no run can be moved" }
    if runs.allSatisfy({ $0.start == first.start }) { return "\(first.start) \(everyDay)" }
    return byWeekday ?? byMonth ?? usual
  }

  private var everyDay: Message { days == .everyDay ? "every day" : "Monday to Friday" }

  /// The starts of the weekdays; nothing where one of them has several.
  private var byWeekday: Message? {
    var starts: [Weekday: ClockTime] = [:]
    var seen: [Weekday: Int] = [:]
    for run in runs {
      guard starts[run.date.weekday, default: run.start] == run.start else { return nil }
      starts[run.date.weekday] = run.start
      seen[run.date.weekday, default: 0] += 1
    }
    // Days seen once make no pattern.
    guard seen.values.allSatisfy({ $0 > 1 }) else { return nil }
    let known = Weekday.allCases.filter { starts[$0] != nil }
    var groups: [(start: ClockTime, days: [Weekday])] = []
    for day in known {
      guard let start = starts[day] else { continue }
      if let index = groups.firstIndex(where: { $0.start == start }) {
        groups[index].days.append(day)
      } else {
        groups.append((start, [day]))
      }
    }
    return groups.map { "\($0.start) \(Self.words($0.days, of: known))" as Message }
      .joined(separator: ", ")
  }

  /// `Monday to Friday`, `Tuesday and Sunday`.
  private static func words(_ days: [Weekday], of known: [Weekday]) -> Message {
    let places = days.compactMap(known.firstIndex)
    let names = days.map {
      Message(word: $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst())
    }
    if days.count > 2, zip(places, places.dropFirst()).allSatisfy({ $0 + 1 == $1 }) {
      return "\(names[0]) to \(names[names.count - 1])"
    }
    return Message.alternatives(names, conjunction: "and")
  }

  /// The starts of the months; nothing where one of them has several.
  private var byMonth: Message? {
    var starts: [(start: ClockTime, months: [Month])] = []
    var known: [Month: ClockTime] = [:]
    for run in runs {
      let month = run.date.month
      guard known[month, default: run.start] == run.start else { return nil }
      guard known[month] == nil else { continue }
      known[month] = run.start
      if let index = starts.firstIndex(where: { $0.start == run.start }) {
        starts[index].months.append(month)
      } else {
        starts.append((run.start, [month]))
      }
    }
    return starts.map { "\($0.start) in \(MonthWords.list($0.months))" as Message }
      .joined(separator: ", ")
  }

  /// The start of most days, the earlier of two alike, and the days with others.
  private var usual: Message {
    let counts = Dictionary(grouping: runs, by: \.start).mapValues(\.count)
    let order = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    guard let usual = order.first else { return "" }
    var next: [CalendarDate: CalendarDate] = [:]
    for (run, other) in zip(runs, runs.dropFirst()) { next[run.date] = other.date }
    let differing = order.dropFirst().sorted().map { start in
      (
        start: start,
        dates: DateRuns(runs.filter { $0.start == start }.map(\.date)) { next[$0] == $1 }
      )
    }
    let days = differing.reduce(0) { $0 + $1.dates.count }
    let head: Message = "\(usual) on \(runs.count - days) of \(runs.count) days"
    let stretches = differing.reduce(0) { $0 + $1.dates.runs.count }
    if stretches <= Self.mostStretches {
      let words = differing.map {
        "\($0.start) \($0.dates.words(atMost: Self.mostStretches))" as Message
      }
      return [head, words.joined(separator: "; ")].joined(separator: ", ")
    }
    // Too many days to read: how often each start is, the days being in the JSON.
    let often = order.dropFirst().prefix(Self.mostStretches).map {
      "\($0) on \(counts[$0] ?? 0)" as Message
    }
    let rest = order.count - 1 - often.count
    let others: Message = rest > 0 ? ", \(rest) other starts on the rest" : ""
    let starts = ([head] + often).joined(separator: ", ")
    return "\(starts)\(others); --format json names every day"
  }
}
