import Quantities
import Tariffs
import Use

/// A tariff's periods and windows as runs of intervals of one length, and what else of a tariff the
/// adding up hangs on.
///
/// Thousands of accounts are added up by the same one, so that it is referred to and not copied.
package final class MeterLayout: Sendable {
  /// A stretch of intervals in one period.
  struct Run: Sendable {
    let range: Range<Int>
    let period: Int
  }

  /// One kind of day.
  final class Plan: Sendable {
    let runs: [Run]
    /// For each demand window, the stretches of intervals that count.
    let windows: [[Range<Int>]]

    init(runs: [Run], windows: [[Range<Int>]]) {
      self.runs = runs
      self.windows = windows
    }

    /// The plan on a day whose clock is changed, with the runs in the order in which they happen.
    func moved(by change: ClockChange, count: Int) -> Plan {
      let runs = self.runs.flatMap { run in
        change.positions(ofClock: run.range, count: count).map {
          Run(range: $0, period: run.period)
        }
      }
      return Plan(
        runs: runs.sorted { $0.range.lowerBound < $1.range.lowerBound },
        windows: windows.map { ranges in
          ranges.flatMap { change.positions(ofClock: $0, count: count) }
        })
    }
  }

  let intervalSeconds: Int
  /// The periods, in the tariff's order.
  let periods: [PeriodName]
  /// The names of the demand windows, in the tariff's order.
  let windowNames: [String]
  /// Whether tiers are filled in the order in which the energy was used.
  let keepsSequence: Bool
  /// Whether a charge is on apparent demand.
  let needsApparent: Bool
  /// Whether a charge is on reactive demand.
  let needsReactive: Bool
  /// The length of the tariff's demand interval. [s]
  let demandIntervalSeconds: Int
  /// Intervals in a demand interval; 1 where the data are no finer.
  let blockLength: Int
  /// Every kind of day.
  let plans: [Plan]
  /// The position of each day's plan, from the first day on.
  private let planOfDay: [Int]
  private let firstDayNumber: Int

  /// Lays out every kind of day of a period.
  ///
  /// - Throws: ``BillingProblem`` where a period begins inside an interval, the interval does not
  ///   fit the demand interval, or a day's holidays are not known.
  package init(
    period: DateSpan, version: TariffVersion, intervalSeconds: Int
  ) throws(BillingProblem) {
    self.intervalSeconds = intervalSeconds
    periods = version.timeOfUse.periods
    windowNames = version.demandWindows.map(\.name)
    keepsSequence = version.energyCharge?.tierAllocation == .chronological
    let units = version.charges.compactMap { charge -> DemandCharge.Unit? in
      if case .demand(let demand) = charge.kind { return demand.unit }
      return nil
    }
    needsApparent = units.contains(.kVA)
    needsReactive = units.contains(.kvar)
    let demandSeconds = version.demandIntervalSeconds
    demandIntervalSeconds = demandSeconds
    if intervalSeconds >= demandSeconds {
      guard intervalSeconds % demandSeconds == 0 else {
        throw .intervalDoesNotFit(intervalSeconds: intervalSeconds, demandSeconds: demandSeconds)
      }
      blockLength = 1
    } else {
      guard demandSeconds % intervalSeconds == 0 else {
        throw .intervalDoesNotFit(intervalSeconds: intervalSeconds, demandSeconds: demandSeconds)
      }
      blockLength = demandSeconds / intervalSeconds
    }
    for calendar in [version.timeOfUse] + version.demandWindows.map(\.calendar) {
      if let date = calendar.firstDayOfUnknownHolidays(in: period),
        let known = calendar.holidaysKnown
      {
        throw .unknownHolidays(date, known: known)
      }
    }
    var plans: [Plan] = []
    var planOfDay: [Int] = []
    var known: [[Int]: Int] = [:]
    for date in period.days {
      let kind =
        [version.timeOfUse.planNumber(on: date)]
        + version.demandWindows.map { $0.calendar.planNumber(on: date) }
      if let position = known[kind] {
        planOfDay.append(position)
        continue
      }
      known[kind] = plans.count
      planOfDay.append(plans.count)
      var runs: [Run] = []
      for run in version.timeOfUse.plan(on: date).runs {
        runs.append(
          Run(range: try Self.range(of: run, intervalSeconds), period: run.period))
      }
      var windows: [[Range<Int>]] = []
      for window in version.demandWindows {
        var ranges: [Range<Int>] = []
        for run in window.calendar.plan(on: date).runs where window.periods.contains(run.period) {
          ranges.append(try Self.range(of: run, intervalSeconds))
        }
        windows.append(ranges)
      }
      plans.append(Plan(runs: runs, windows: windows))
    }
    self.plans = plans
    self.planOfDay = planOfDay
    firstDayNumber = period.start.dayNumber
  }

  /// The position of the plan of a day of the period.
  func planPosition(on date: CalendarDate) -> Int {
    planOfDay[date.dayNumber - firstDayNumber]
  }

  /// How many intervals a day has whose clock is not changed.
  var intervalsPerDay: Int { 86_400 / intervalSeconds }

  private static func range(
    of run: PeriodRun, _ intervalSeconds: Int
  ) throws(BillingProblem) -> Range<Int> {
    for edge in [run.from, run.to] where edge.minutes * 60 % intervalSeconds != 0 {
      throw .edgeInsideInterval(edge, intervalSeconds: intervalSeconds)
    }
    return (run.from.minutes * 60 / intervalSeconds)..<(run.to.minutes * 60 / intervalSeconds)
  }
}
