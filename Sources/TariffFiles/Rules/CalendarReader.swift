import Documents
import Quantities
import Tariffs

/// Reads a calendar and compiles it to the runs of each weekday of each month.
struct CalendarReader {

  let element: ElementReader
  let sources: SourceList

  /// The public holidays at hand, by id.
  let holidays: [String: Holidays]

  /// Names of periods in the order in which the bill has them.
  let order: [String]

  struct Season {
    let name: String
    let months: MonthSet
    let element: ElementReader?
  }

  struct Day {
    /// Nothing for every season.
    let season: String?
    let kind: DayKind
    let hours: [Hours]
    let element: ElementReader
  }

  /// A season with its days.
  struct SeasonDays {
    let months: MonthSet
    /// The day of each weekday, Monday first.
    let week: [Day]
    /// The days of public holidays.
    let holidays: [Day]
    /// The day of hot days.
    let hot: Day?
  }

  struct Hours {
    let period: String
    let from: ClockTime
    let to: ClockTime
    let element: ElementReader
  }

  init(
    element: ElementReader, sources: SourceList, holidays: [String: Holidays], order: [String]
  ) {
    self.element = element
    self.sources = sources
    self.holidays = holidays
    self.order = order
  }

  /// The calendar; nothing where it cannot be compiled, which was reported.
  func read() -> ReadCalendar? {
    element.expect(
      attributes: ["name", "holidays", "source", "page"], children: ["season", "day"])
    element.expectOrder(["season", "day"])
    _ = sources.rule(for: element, isRequired: true)
    var isWhole = true
    let known = readHolidays(&isWhole)
    let seasons = readSeasons(&isWhole)
    // Seasons that could not be read are not held against the days that name them.
    let names = isWhole ? seasons.map(\.name) : nil
    let days = element.requiredChildren(named: "day").compactMap {
      readDay($0, names, known, &isWhole)
    }
    let table = cover(seasons, days, &isWhole)
    guard isWhole else { return nil }
    return compile(table, holidays: known)
  }

  private func readHolidays(_ isWhole: inout Bool) -> Holidays? {
    guard let id = element.optional("holidays", .name) else { return nil }
    if let known = holidays[id] { return known }
    let known = holidays.keys.sorted()
    element.report(
      .unknownHoliday, at: "holidays",
      known.isEmpty
        ? "there are no holidays \(Printable.quote(id)); no file of them was found"
        : """
        there are no holidays \(Printable.quote(id)); \
        \(Printable.alternatives(known.map { Printable.quote($0) })) is expected
        """,
      hint: Suggestion.hint(for: id, in: known))
    isWhole = false
    return nil
  }

  private func readSeasons(_ isWhole: inout Bool) -> [Season] {
    var seasons: [Season] = []
    var owners: [Int: ElementReader] = [:]
    for child in element.children(named: "season") {
      child.expect(attributes: ["name", "months", "source", "page"])
      _ = sources.rule(for: child)
      let name = child.required("name", .name)
      let months = child.required("months", .months)
      guard let name, let months else {
        isWhole = false
        continue
      }
      if let first = seasons.first(where: { $0.name == name })?.element {
        child.report(
          .duplicateName, at: "name",
          """
          there is a second season \(Printable.quote(name)); the first stands in line \
          \(first.line)
          """)
        isWhole = false
        continue
      }
      let taken = months.numbers.filter { owners[$0] != nil }
      if let first = taken.first, let owner = owners[first] {
        child.report(
          .seasonOverlap, at: "months",
          """
          month \(MonthSet(taken)) is in this season and in that of line \(owner.line); one is \
          expected
          """)
        isWhole = false
      }
      for month in months.numbers where owners[month] == nil { owners[month] = child }
      seasons.append(Season(name: name, months: months, element: child))
    }
    let missing = (1...12).filter { owners[$0] == nil }
    if isWhole, !seasons.isEmpty, !missing.isEmpty {
      element.report(
        .seasonGap,
        "month \(MonthSet(missing)) is in no season; every month is expected in one")
      isWhole = false
    }
    return seasons.isEmpty && isWhole ? [Season(name: "", months: .all, element: nil)] : seasons
  }

  private func readDay(
    _ child: ElementReader, _ seasons: [String]?, _ known: Holidays?, _ isWhole: inout Bool
  ) -> Day? {
    child.expect(
      attributes: ["season", "type", "source", "page"] + DayKind.attributes, children: ["hours"])
    _ = sources.rule(for: child)
    let kind = DayKind(child, holidays: known, named: element.has("holidays"))
    let season = child.optional("season", .name)
    var isReadable = kind != nil && (season != nil || !child.has("season"))
    if let season, let seasons, !seasons.contains(season) {
      let names = seasons.filter { !$0.isEmpty }
      child.report(
        .unknownSeason, at: "season",
        names.isEmpty
          ? "\(Printable.quote(season)) is no season: the calendar has none"
          : """
          \(Printable.quote(season)) is no season of the calendar; \
          \(Printable.alternatives(names.map { Printable.quote($0) })) is expected
          """,
        hint: Suggestion.hint(for: season, in: names))
      isReadable = false
    }
    let hours = readHours(child, &isReadable)
    if isReadable { checkHours(hours, of: child, &isReadable) }
    guard isReadable, let kind else {
      isWhole = false
      return nil
    }
    return Day(season: season, kind: kind, hours: hours, element: child)
  }

  private func readHours(_ day: ElementReader, _ isReadable: inout Bool) -> [Hours] {
    var hours: [Hours] = []
    for child in day.requiredChildren(named: "hours") {
      child.expect(attributes: ["period", "from", "to", "source", "page"])
      _ = sources.rule(for: child)
      let period = child.required("period", .name)
      let from = child.required("from", .hour)
      let to = child.required("to", .hour)
      guard let period, let from, let to else {
        isReadable = false
        continue
      }
      guard from < to else {
        child.report(
          .backwards, at: "to", "the hours end at \(to), but begin at \(from)",
          hint: to == .midnight
            ? "midnight at the end of a day is written 24:00"
            : "hours past midnight are written in two parts: \(from) to 24:00 and 00:00 to \(to)")
        isReadable = false
        continue
      }
      hours.append(Hours(period: period, from: from, to: to, element: child))
    }
    if hours.isEmpty { isReadable = false }
    return hours.sorted { $0.from < $1.from }
  }

  private func checkHours(_ hours: [Hours], of day: ElementReader, _ isReadable: inout Bool) {
    var covered = ClockTime.midnight
    var missing: [String] = []
    var last: Hours?
    for part in hours {
      if part.from < covered, let last {
        part.element.report(
          .hoursOverlap,
          """
          \(part.from) to \(min(covered, part.to)) is \(part.period) here and \(last.period) in \
          line \(last.element.line); one period is expected
          """)
        isReadable = false
      } else if part.from > covered {
        missing.append("\(covered) to \(part.from)")
      }
      if part.to > covered {
        covered = part.to
        last = part
      }
    }
    if covered < .endOfDay { missing.append("\(covered) to 24:00") }
    if !missing.isEmpty {
      day.report(
        .hoursGap,
        """
        \(Printable.alternatives(missing, conjunction: "and")) lies in no period; every minute of \
        the day is expected in one
        """)
      isReadable = false
    }
  }

  /// The day of each weekday of each season, and those that go before them.
  private func cover(
    _ seasons: [Season], _ days: [Day], _ isWhole: inout Bool
  ) -> [SeasonDays] {
    var table: [SeasonDays] = []
    var reported: Set<[Int]> = []
    for season in seasons {
      let mine = days.filter { $0.season == nil || $0.season == season.name }
      var week: [Day] = []
      var missing: [String] = []
      for weekday in Weekday.allCases.indices {
        let fitting = mine.filter { $0.kind.weekdays.contains(weekday) }
        if let first = fitting.first {
          week.append(first)
        } else {
          missing.append(Weekday.allCases[weekday].name)
        }
        for extra in fitting.dropFirst() {
          isWhole = false
          guard let first = fitting.first,
            reported.insert([first.element.place.lowerBound, extra.element.place.lowerBound])
              .inserted
          else { continue }
          extra.element.report(
            .dayOverlap,
            """
            \(Weekday.allCases[weekday].name) is described here and in line \
            \(first.element.line); one <day> is expected for each day of the week
            """)
        }
      }
      // Days that could not be read would be reported a second time as missing.
      if !missing.isEmpty, isWhole {
        let place: Message =
          season.name.isEmpty ? "" : " in season \(Printable.quote(season.name))"
        (season.element ?? element).report(
          .dayGap,
          """
          no <day> describes \(Printable.alternatives(missing, conjunction: "and"))\(place); \
          every day of the week is expected in one
          """)
      }
      let hot = mine.filter(\.kind.isHot)
      for extra in hot.dropFirst() where extra.element.place != hot.first?.element.place {
        isWhole = false
        extra.element.report(
          .dayOverlap,
          """
          hot days are described here and in line \(hot[0].element.line); one <day> is expected \
          for them
          """)
      }
      if week.count == 7 {
        table.append(
          SeasonDays(
            months: season.months, week: week, holidays: mine.filter(\.kind.isHoliday),
            hot: hot.first))
      } else {
        isWhole = false
      }
    }
    return table
  }
}

extension Weekday {

  /// `Monday`.
  fileprivate var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
