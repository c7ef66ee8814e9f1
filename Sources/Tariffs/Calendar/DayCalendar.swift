import Quantities

/// Which hours of which day belong to which period, compiled to runs.
public struct DayCalendar: Sendable, Hashable {
  /// The periods, in the tariff's order; runs refer to them by position.
  public let periods: [PeriodName]
  /// The distinct days there are.
  public let plans: [DayPlan]
  /// The plan of each weekday (Monday first) of each month (January first).
  private let planIndex: [Int]

  /// Makes a calendar.
  ///
  /// - Parameters:
  ///   - periods: Every period a plan refers to.
  ///   - plans: Distinct days.
  ///   - planIndex: 84 positions in `plans`: seven weekdays of January, of February, and so on.
  public init(periods: [PeriodName], plans: [DayPlan], planIndex: [Int]) {
    precondition(planIndex.count == 84 && planIndex.allSatisfy(plans.indices.contains))
    self.periods = periods
    self.plans = plans
    self.planIndex = planIndex
  }

  /// A calendar of one period, for tariffs without time of use.
  public static let undivided = DayCalendar(
    periods: [.all],
    plans: [DayPlan(runs: [PeriodRun(from: .midnight, to: .endOfDay, period: 0)])],
    planIndex: Array(repeating: 0, count: 84))

  /// The plan of a day.
  public func plan(on date: CalendarDate) -> DayPlan { plans[planNumber(on: date)] }

  /// The position of a day's plan among ``plans``.
  package func planNumber(on date: CalendarDate) -> Int {
    let weekday = ((date.dayNumber + 3) % 7 + 7) % 7
    return planIndex[(date.month.number - 1) * 7 + weekday]
  }

  /// The period in force at a minute of a day.
  public func period(on date: CalendarDate, minute: Int) -> PeriodName? {
    plan(on: date).runs.first { $0.from.minutes <= minute && minute < $0.to.minutes }
      .map { periods[$0.period] }
  }

  /// Whether a period has any hour on some days.
  public func hasHours(of period: PeriodName, in days: DateSpan) -> Bool {
    days.days.contains { day in
      plan(on: day).runs.contains { periods[$0.period] == period }
    }
  }

  /// Whether a period has any hour in a month.
  public func hasHours(of period: PeriodName, in month: Month) -> Bool {
    hasHours(of: period, in: DateSpan(month))
  }
}
