import Billing
import Quantities
import Tariffs
import Use

/// Moves energy between the periods of each month until every period has its share; the month's
/// energy stays what it was.
struct ShareShift {
  /// What each period shall have.
  enum Shares {
    /// The same shares in every month.
    case same([PeriodName: Rate])
    /// Those of a load without any ups and downs, by the hours of each month.
    case even
  }

  let shares: Shares
  /// The account as it will be billed.
  let `case`: AccountCase

  func apply(to use: MeteredUse) throws(LeverProblem) -> MeteredUse {
    if case .same(let shares) = shares {
      let sum = shares.values.reduce(Rate.zero, +)
      guard sum == .one, shares.values.allSatisfy({ $0 >= .zero }) else {
        throw .sharesDoNotAddUp(sum)
      }
    }
    switch use {
    case .readings(let readings):
      var shifted: [MonthlyReading] = []
      for reading in readings { shifted.append(try shift(reading)) }
      return .readings(shifted)
    case .intervals(var profile):
      for month in profile.months { try shift(&profile, month) }
      return .intervals(profile)
    }
  }

  /// The periods of a month and their shares, checked against each other.
  private func calendar(
    of month: Month
  ) throws(LeverProblem) -> (calendar: DayCalendar, shares: [PeriodName: Rate]) {
    guard let calendar = `case`.version(in: month)?.timeOfUse else {
      throw .noPeriods(month: month)
    }
    guard case .same(let shares) = shares else {
      return (calendar, DayCalendar.evenShares(calendar.minutes(in: month)))
    }
    let periods = calendar.periods
    guard Set(periods) == Set(shares.keys) else {
      throw .sharesDoNotMatch(
        named: shares.keys.sorted { $0.name < $1.name }, periods: periods)
    }
    for period in periods
    where !calendar.hasHours(of: period, in: month) && shares[period] != .zero {
      throw .periodWithoutHours(period, month: month)
    }
    return (calendar, shares)
  }

  /// What each period shall have: shares of the total, the rest of the rounding with the last.
  static func targets(
    of total: Energy, _ periods: [PeriodName], _ shares: [PeriodName: Rate]
  ) -> [PeriodName: Energy] {
    var result: [PeriodName: Energy] = [:]
    var left = total
    let used = periods.filter { shares[$0, default: .zero] != .zero }
    for period in used {
      guard let share = shares[period] else { continue }
      let part =
        period == used.last ? left : total.scaled(by: share.units, over: Rate.unitsPerOne)
      result[period] = part
      left = left - part
    }
    return result
  }

  private func shift(_ reading: MonthlyReading) throws(LeverProblem) -> MonthlyReading {
    let (calendar, shares) = try calendar(of: reading.month)
    let periods = calendar.periods
    var shifted = reading
    // The registers are what the energy lines bill; a total register that differs stays as read.
    let sum = reading.energy.reduce(Energy.zero) { $0 + $1.energy }
    let targets = Self.targets(of: sum, periods, shares)
    shifted.energy = periods.map {
      RegisterEnergy(period: $0, energy: targets[$0] ?? .zero)
    }
    return shifted
  }

  private func shift(_ profile: inout LoadProfile, _ month: Month) throws(LeverProblem) {
    let (calendar, shares) = try calendar(of: month)
    var runs: [(range: Range<Int>, period: Int)] = []
    for number in month.firstDay.dayNumber..<month.endDay.dayNumber {
      let day = CalendarDate(dayNumber: number)
      for run in calendar.plan(on: day).runs {
        let minutes = run.from.minutes..<run.to.minutes
        profile.eachPosition(ofMinutes: minutes, on: day) { runs.append(($0, run.period)) }
      }
    }
    var metered = Array(repeating: ScaledSum(), count: calendar.periods.count)
    profile.active.withUnsafeBufferPointer { values in
      for (range, period) in runs {
        metered[period].add(UnsafeBufferPointer(rebasing: values[range]))
      }
    }
    let targets = Self.targets(
      of: Energy(millijoules: metered.reduce(0) { $0 + $1.sum }), calendar.periods, shares)
    for (position, period) in calendar.periods.enumerated() {
      metered[position].target = (targets[period] ?? .zero).millijoules
    }
    profile.active.withUnsafeMutableBufferPointer { values in
      for (range, period) in runs {
        metered[period].scale(UnsafeMutableBufferPointer(rebasing: values[range]))
      }
    }
  }

  /// The least maximum demand with which a month can have the shares: each period's energy spread
  /// evenly over its hours. [kW]
  static func leastDemand(
    of reading: MonthlyReading, calendar: DayCalendar
  ) -> Power {
    let minutes = calendar.minutes(in: reading.month)
    var least = Power.zero
    for register in reading.energy {
      guard let length = minutes[register.period], length > 0 else { continue }
      least = max(least, register.energy.meanPower(overSeconds: length * 60))
    }
    return least
  }
}
