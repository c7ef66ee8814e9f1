import Quantities

/// Which hours of which day belong to which period, compiled to runs.
public struct DayCalendar: Sendable, Hashable {
  /// The periods, in the tariff's order; runs refer to them by position.
  public let periods: [PeriodName]
  /// The distinct days there are.
  public let plans: [DayPlan]
  /// The plan of each weekday (Monday first) of each month (January first).
  private let planIndex: [Int]
  /// The plans of days that are not like their weekday: holidays, and workdays made up for them.
  private let ownPlans: [CalendarDate: Int]
  /// The days whose holidays are known; nothing where the calendar asks for none.
  public let holidaysKnown: DateRange?
  /// By month of the year, what makes a day hot, which goes before all else.
  public let hotDays: [Int: HotDay]
  /// The temperatures at hand.
  private var weather = Weather()

  /// Makes a calendar.
  ///
  /// - Parameters:
  ///   - periods: Every period a plan refers to.
  ///   - plans: Distinct days.
  ///   - planIndex: 84 positions in `plans`: seven weekdays of January, of February, and so on.
  ///   - ownPlans: Positions in `plans` of days that are not like their weekday.
  ///   - holidaysKnown: The days whose holidays are known, where the calendar has any.
  ///   - hotDays: By month of the year, what makes a day hot.
  public init(
    periods: [PeriodName], plans: [DayPlan], planIndex: [Int],
    ownPlans: [CalendarDate: Int] = [:], holidaysKnown: DateRange? = nil,
    hotDays: [Int: HotDay] = [:]
  ) {
    precondition(planIndex.count == 84 && planIndex.allSatisfy(plans.indices.contains))
    precondition(ownPlans.values.allSatisfy(plans.indices.contains))
    precondition(hotDays.values.allSatisfy { plans.indices.contains($0.plan) })
    self.periods = periods
    self.plans = plans
    self.planIndex = planIndex
    self.ownPlans = ownPlans
    self.holidaysKnown = holidaysKnown
    self.hotDays = hotDays
  }

  /// A calendar of one period, for tariffs without time of use.
  public static let undivided = DayCalendar(
    periods: [.all],
    plans: [DayPlan(runs: [PeriodRun(from: .midnight, to: .endOfDay, period: 0)])],
    planIndex: Array(repeating: 0, count: 84))

  /// The same calendar, its hot days found by temperatures.
  public func knowing(_ weather: Weather) -> DayCalendar {
    guard !hotDays.isEmpty else { return self }
    var calendar = self
    calendar.weather = weather
    return calendar
  }

  /// The days of which it is not known whether they are hot; they count as not hot.
  public func daysOfUnknownWeather(in days: DateSpan) -> [CalendarDate] {
    guard !hotDays.isEmpty else { return [] }
    return days.days.filter { day in
      hotDays[day.month.number].map { $0.holds(on: day, in: weather) == nil } ?? false
    }
  }

  /// The first of some days whose holidays are not known though the calendar asks for them.
  public func firstDayOfUnknownHolidays(in days: DateSpan) -> CalendarDate? {
    guard let holidaysKnown else { return nil }
    return days.days.first { !holidaysKnown.contains($0) }
  }

  /// The plan of a day.
  public func plan(on date: CalendarDate) -> DayPlan { plans[planNumber(on: date)] }

  /// The position of a day's plan among ``plans``.
  package func planNumber(on date: CalendarDate) -> Int {
    let month = date.month.number
    if let hot = hotDays[month], hot.holds(on: date, in: weather) == true { return hot.plan }
    if let own = ownPlans[date] { return own }
    let weekday = ((date.dayNumber + 3) % 7 + 7) % 7
    return planIndex[(month - 1) * 7 + weekday]
  }

  /// The period in force at a minute of a day.
  public func period(on date: CalendarDate, minute: Int) -> PeriodName? {
    plan(on: date).runs.first { $0.from.minutes <= minute && minute < $0.to.minutes }
      .map { periods[$0.period] }
  }

  /// Whether a period has any hour on some days.
  public func hasHours(of period: PeriodName, in days: DateSpan) -> Bool {
    guard let position = periods.firstIndex(of: period) else { return false }
    return days.days.contains { day in plan(on: day).runs.contains { $0.period == position } }
  }

  /// Whether a period has any hour in a month.
  public func hasHours(of period: PeriodName, in month: Month) -> Bool {
    hasHours(of: period, in: DateSpan(month))
  }
}
