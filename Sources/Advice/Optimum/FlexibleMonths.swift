import Billing
import Quantities
import Tariffs
import Use

/// What of each month may change hour by hour, and what the month costs at the least with it.
///
/// Sets of transformers, methods and pauses often share a cost of demand, for which the least is
/// searched once: with a battery that takes a linear programme.
struct FlexibleMonths {
  private var months: [Month: LoadFlexibility] = [:]
  private var known: [Month: [DemandCost: Money]] = [:]
  private let battery: Battery?

  /// Nothing may change hour by hour.
  static let none = FlexibleMonths()

  private init() { battery = nil }

  /// Prepares the months of an account.
  ///
  /// - Throws: ``WhatIf/Failure`` where load cannot be moved, or a battery had, as asked.
  init(_ state: AccountCase, _ freedom: Freedom) throws(WhatIf.Failure) {
    battery = freedom.battery
    let levers = [freedom.shift.map(Lever.shiftFlexible), freedom.battery.map(Lever.storage)]
    guard let lever = levers.lazy.compactMap(\.self).first else { return }
    do throws(LeverProblem) {
      if let battery { try AccountCase.check(battery) }
      let (profile, problems) = try state.reshapable(false)
      for problem in problems {
        months[problem.month] = try LoadFlexibility(
          problem: problem, profile: profile, shift: freedom.shift, battery: battery)
      }
    } catch {
      throw .lever(lever, error)
    }
  }

  /// What may change in a month; nothing where nothing may.
  subscript(month: Month) -> LoadFlexibility? { months[month] }

  /// What a month's energy and demand cost at the least under a cost of demand. [currency]
  mutating func least(in month: Month, under demand: DemandCost) -> Money? {
    if let least = known[month]?[demand] { return least }
    let least = months[month]?.least(under: demand)
    known[month, default: [:]][demand] = least
    return least
  }

  /// Whether the prices of a month hold, whatever the battery loses in it.
  ///
  /// Its losses are energy that is bought: they may raise the power factor by a step, or reach a
  /// discount for use per capacity. Either makes the bill less than its prices say, and the more so
  /// the more is lost; so it is billed with the most that can be.
  func isStraight(_ study: MonthStudy) throws(BillingFailure) -> Bool {
    guard let battery, let flexible = months[study.determinants.month], !flexible.isExact else {
      return true
    }
    let registers = study.registers
    guard let most = registers.indices.max(by: { registers[$0].energy < registers[$1].energy })
    else { return true }
    func total(_ addition: Energy) throws(BillingFailure) -> Money {
      var departure = MonthStudy.Departure()
      departure.unrounded = true
      departure.addition = (most, addition)
      return try study.bill(departure).total
    }
    let one = Energy(kilowattHours: 1)
    let lost = Energy(kilowattHours: battery.mostLost(in: flexible.problem))
    let base = try total(.zero)
    let price = try total(one) - base
    let straight = Money(units: price.units * (lost.millijoules / one.millijoules))
    let difference = (try total(lost) - base - straight).units.magnitude
    // Prices are cut off after twelve digits.
    return difference <= Money(units: straight.units / 1_000_000_000).units.magnitude
  }
}

extension Battery {
  /// What is lost at the most in a period: it charges c and serves η c, each at its power, which
  /// takes all of the time where c is power × time ÷ (1 + η). [kWh, rounded up]
  fileprivate func mostLost(in problem: PeriodProblem) -> Int {
    let seconds = Int128(problem.positions.count * problem.intervalSeconds)
    // A milliwatt for a second is a millijoule.
    let lost = WideProduct(power.units * seconds, Rate.unitsPerOne - roundTripEfficiency.units)
      .divided(by: Rate.unitsPerOne + roundTripEfficiency.units, mode: .awayFromZero)
    return Int(lost / Energy(kilowattHours: 1).millijoules) + 1
  }
}
