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
  private static func targets(
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
    var indices: [[Int]] = Array(repeating: [], count: calendar.periods.count)
    for number in month.firstDay.dayNumber..<month.endDay.dayNumber {
      let day = CalendarDate(dayNumber: number)
      for run in calendar.plan(on: day).runs {
        let minutes = run.from.minutes..<run.to.minutes
        for range in profile.positions(ofMinutes: minutes, on: day) ?? [] {
          indices[run.period] += range.filter { profile.active[$0] != LoadProfile.missing }
        }
      }
    }
    let sums = indices.map { $0.reduce(Int128(0)) { $0 + Int128(profile.active[$1]) } }
    let targets = Self.targets(
      of: Energy(millijoules: sums.reduce(0, +)), calendar.periods, shares)
    for (position, period) in calendar.periods.enumerated() {
      let target = (targets[period] ?? .zero).millijoules
      Self.scale(&profile.active, at: indices[position], from: sums[position], to: target)
    }
  }

  /// Scales some intervals to a new sum, exactly: each is the difference of two running totals.
  ///
  /// Where nothing was used, the new energy is spread evenly.
  private static func scale(
    _ values: inout [Int64], at indices: [Int], from old: Int128, to new: Int128
  ) {
    guard !indices.isEmpty else { return }
    var running: Int128 = 0
    var given: Int128 = 0
    for (position, index) in indices.enumerated() {
      let reached: Int128
      if old > 0 {
        running += Int128(values[index])
        reached = WideProduct(running, new).divided(by: old, mode: .towardZero)
      } else {
        reached = WideProduct(Int128(position + 1), new)
          .divided(by: Int128(indices.count), mode: .towardZero)
      }
      values[index] = Int64(reached - given)
      given = reached
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
