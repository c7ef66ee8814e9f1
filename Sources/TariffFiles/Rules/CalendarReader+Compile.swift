import Documents
import Quantities
import Tariffs

extension CalendarReader {

  /// Compiles days to plans, of which equal ones are one.
  func compile(_ table: [SeasonDays], holidays: Holidays?) -> ReadCalendar? {
    let named = table.flatMap { season in
      (season.week + season.holidays + [season.hot].compactMap { $0 })
        .flatMap { $0.hours.map(\.period) }
    }
    var names: [String] = order.filter(named.contains)
    for name in named where !names.contains(name) { names.append(name) }
    var plans: [DayPlan] = []
    var index: [Int] = []
    var hot: [Int: HotDay] = [:]
    var months = [Set<Int>](repeating: [], count: names.count)
    func number(of day: Day, in month: Int) -> Int {
      let plan = DayPlan(
        runs: day.hours.map { part in
          PeriodRun(from: part.from, to: part.to, period: names.firstIndex(of: part.period) ?? 0)
        })
      for run in plan.runs { months[run.period].insert(month) }
      if let known = plans.firstIndex(of: plan) { return known }
      plans.append(plan)
      return plans.count - 1
    }
    for month in 1...12 {
      guard let season = table.first(where: { $0.months.contains(month) }) else { continue }
      index += season.week.map { number(of: $0, in: month) }
      if let day = season.hot, case .hot(let celsius, let running) = day.kind {
        hot[month] = HotDay(
          celsius: celsius, daysRunning: running, plan: number(of: day, in: month))
      }
    }
    var own: [CalendarDate: Int] = [:]
    if let holidays, let days = DateSpan(holidays.known) {
      var isClear = true
      for date in days.days {
        let month = date.month.number
        guard let season = table.first(where: { $0.months.contains(month) }) else { continue }
        if let day = holiday(on: date, season, holidays, &isClear) {
          own[date] = number(of: day, in: month)
        } else if holidays.workdays.contains(date) {
          own[date] = index[(month - 1) * 7]
        }
      }
      guard isClear else { return nil }
    }
    return ReadCalendar(
      calendar: DayCalendar(
        periods: names.map { PeriodName($0) }, plans: plans, planIndex: index, ownPlans: own,
        holidaysKnown: holidays?.known, hotDays: hot),
      months: months, element: element)
  }

  /// The day that describes a holiday; nothing for holidays that are like their weekday.
  private func holiday(
    on date: CalendarDate, _ season: SeasonDays, _ holidays: Holidays, _ isClear: inout Bool
  ) -> Day? {
    let here = holidays.holidays(on: date)
    let fitting = season.holidays.filter { day in here.contains(where: day.kind.holds) }
    for extra in fitting.dropFirst() {
      isClear = false
      extra.element.report(
        .dayOverlap,
        """
        the holiday \(here.first?.name ?? "") on \(date) is described here and in line \
        \(fitting[0].element.line); one <day> is expected for it
        """)
    }
    return fitting.first
  }
}

extension DateSpan {

  /// The days of a range that ends.
  fileprivate init?(_ range: DateRange) {
    guard let last = range.to else { return nil }
    self.init(start: range.from, end: last.adding(days: 1))
  }
}
