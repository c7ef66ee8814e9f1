import Billing
import Quantities
import Tariffs
import Testing
import Use

@testable import Advice

extension OptimumCase {
  /// The least total of every set with every unit paused or not in every month, every method for
  /// every stretch and every contract demand that can be a single month's best.
  func enumeratedWithPauses() throws -> Money {
    try #require(
      try sets().map { try leastPaused(subject.applying(.transformers($0))) }.min())
  }

  private func leastPaused(_ changed: AccountCase) throws -> Money {
    let months = changed.months
    let version = try #require(changed.version(in: months[0]))
    let basic = try #require(version.basicCharge)
    let units = try #require(changed.account.transformers).singleUnits()
    let masks = try months.map { month in
      try (0..<(1 << units.count)).filter { try mask($0, isCarrying: month, units, changed) }
    }
    // What each month costs by each method with each set of units paused.
    let table = try zip(months, masks).map { month, masks in
      try Dictionary(
        uniqueKeysWithValues: masks.map { mask in
          (mask, try basic.methods.map { try cost(changed, month, $0.method, mask, basic.pauses) })
        })
    }
    let stretches = Self.stretches(months, version.terms.methodMonths).map { stretch in
      months.indices.filter { stretch.contains(months[$0]) }
    }
    // By the months in which a unit pauses: bit k is month k.
    let allowed = (0..<(1 << months.count)).map { set in
      Self.isAllowed(
        months.indices.filter { set >> $0 & 1 == 1 }.map { months[$0] }, basic.pauses)
    }
    var least: Money?
    func plan(_ chosen: [Int]) {
      guard chosen.count == months.count else {
        for mask in masks[chosen.count] { plan(chosen + [mask]) }
        return
      }
      guard
        units.indices.allSatisfy({ unit in
          allowed[months.indices.reduce(0) { $0 | (chosen[$1] >> unit & 1) << $1 }]
        })
      else { return }
      let total = stretches.reduce(Money.zero) { sum, stretch in
        let costs = basic.methods.indices.map { method in
          stretch.reduce(Money.zero) { $0 + (table[$1][chosen[$1]]?[method] ?? .zero) }
        }
        return sum + (costs.min() ?? .zero)
      }
      least = min(least ?? total, total)
    }
    plan([])
    return try #require(least)
  }

  /// Whether what is left carries a month at 80 %; of interlocked units the largest.
  private func mask(
    _ mask: Int, isCarrying month: Month, _ units: [InstalledUnit], _ changed: AccountCase
  ) throws -> Bool {
    guard mask != 0, case .readings(let readings) = changed.use else { return true }
    let demand = try #require(readings.first { $0.month == month }?.maximumDemand)
    var groups: [Int: Power] = [:]
    for (index, unit) in units.enumerated() where mask >> index & 1 == 0 {
      groups[unit.group] = max(groups[unit.group] ?? .zero, unit.capacity)
    }
    return demand.units * 10 <= groups.values.reduce(Power.zero, +).units * 8
  }

  /// Whether a unit may pause in some months.
  private static func isAllowed(_ months: [Month], _ rule: PauseRule) -> Bool {
    let runs = DateSpan.joined(months.map { DateSpan($0) })
    let begun = Dictionary(grouping: runs, by: \.start.month.year).values
    let years = Dictionary(grouping: months, by: \.year).values
    // One month is 31 days a year, two 61, six 183.
    let days = [1: 31, 2: 61, 6: 183][rule.mostMonthsAYear ?? 0] ?? 366
    return runs.allSatisfy { $0.dayCount >= rule.leastDays }
      && begun.allSatisfy { $0.count <= rule.mostAYear ?? 12 }
      && years.allSatisfy { $0.reduce(0) { $0 + $1.dayCount } <= days }
  }

  /// A month by a method with some units paused, with the best contract demand.
  private func cost(
    _ changed: AccountCase, _ month: Month, _ method: BasicChargeMethod, _ mask: Int,
    _ rule: PauseRule
  ) throws -> Money {
    var trial = changed
    trial.account.basicCharge = method
    let units = try #require(changed.account.transformers).singleUnits()
    trial.account.units = units
    let end = month.firstDay.adding(days: max(month.dayCount, rule.leastDays))
    for (index, unit) in units.enumerated() where mask >> index & 1 == 1 {
      trial.account.events += [
        AccountEvent(date: month.firstDay, change: .pause(unit: unit.id)),
        AccountEvent(date: end, change: .resume(unit: unit.id)),
      ]
    }
    if case .readings(let readings) = changed.use {
      trial.use = .readings(readings.filter { $0.month == month })
    }
    // A month's cost is straight between the floor and D ÷ 1.05, and between that and D.
    let paused = units.enumerated().reduce(Power.zero) {
      $0 + (mask >> $1.offset & 1 == 1 ? $1.element.capacity : .zero)
    }
    let all = try #require(changed.account.billedCapacity)
    let least = max(0, Int((all - paused).units * 2 / 5 / Power.unitsPerOne))
    let demand = try #require(trial.use.demand).units
    let covering = Int(demand * 100 / 105 / Power.unitsPerOne)
    let whole = Int(demand / Power.unitsPerOne)
    let contracts =
      method == .contractDemand
      ? [least, least + 1, covering, covering + 1, whole + 1] : [1]
    return try #require(
      try contracts.map { contract in
        trial.account.contractDemand = Power(contract)
        return try trial.bills().total
      }.min())
  }
}

extension MeteredUse {
  /// The demand of the first month that was read.
  fileprivate var demand: Power? {
    guard case .readings(let readings) = self else { return nil }
    return readings.first?.maximumDemand
  }
}
