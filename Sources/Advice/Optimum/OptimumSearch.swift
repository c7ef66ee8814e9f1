import Billing
import Quantities
import Tariffs
import Use

/// The search behind ``Optimum``.
struct OptimumSearch {
  let subject: AccountCase
  let baseline: AccountBill
  let freedom: Freedom
  /// Levers on the use that every choice has.
  let useLevers: [Lever]
  /// Every set of transformers with every tariff, the cheapest first.
  private(set) var plants: [Plant] = []
  /// Whether the months' costs bound every bill.
  private var isBound: Bool

  /// A set of transformers and a tariff, with what its months cost.
  struct Plant {
    let levers: [Lever]
    let capacity: Power?
    let methods: Plan<BasicChargeMethod>?
    /// What the months cost. [currency]
    let total: Money
    /// How much less rounding may make it. [currency]
    let slack: Money
  }

  init(
    _ subject: AccountCase, _ baseline: AccountBill, _ freedom: Freedom
  ) throws(WhatIf.Failure) {
    self.subject = subject
    self.baseline = baseline
    self.freedom = freedom
    var compensated = subject
    var useLevers: [Lever] = []
    if !freedom.kept.contains(.compensation),
      let lever = CompensationChoice(subject, baseline).lever
    {
      useLevers.append(lever)
      compensated.use = try subject.changedUse(by: lever, freeContract: false)
      compensated = compensated.addedUp()
    }
    if !freedom.batches.isEmpty { useLevers.append(.batches(freedom.batches)) }
    if let shift = freedom.shift { useLevers.append(.shiftFlexible(shift)) }
    if let battery = freedom.battery { useLevers.append(.storage(battery)) }
    self.useLevers = useLevers
    isBound = freedom.batches.isEmpty && freedom.battery == nil
    var searches: [String: [Month: ShiftSearch]] = [:]
    for levers in PlantOptions(subject, baseline, freedom).levers {
      let state = try compensated.applying(levers)
      let tariff = state.account.tariff
      if let shift = freedom.shift, searches[tariff] == nil {
        searches[tariff] = try Self.searches(state.addedUp(), shift)
      }
      try add(levers, state, searches[tariff] ?? [:])
    }
    plants.sort {
      $0.total != $1.total ? $0.total < $1.total : $0.levers.count < $1.levers.count
    }
  }

  /// What no bill is less than. [currency]
  var lowerBound: Money? {
    guard isBound else { return nil }
    return plants.map { $0.total - $0.slack }.min()
  }

  private static func searches(
    _ state: AccountCase, _ shift: FlexibleShift
  ) throws(WhatIf.Failure) -> [Month: ShiftSearch] {
    guard case .intervals(let profile) = state.use else {
      throw .lever(.shiftFlexible(shift), .needsIntervals)
    }
    let problems: [PeriodProblem]
    do throws(BillingFailure) {
      problems = try state.problems()
    } catch {
      throw .billing(error)
    }
    var searches: [Month: ShiftSearch] = [:]
    for problem in problems {
      do throws(LeverProblem) {
        searches[problem.month] = try LoadShift.search(problem, profile, shift)
      } catch {
        throw .lever(.shiftFlexible(shift), error)
      }
    }
    return searches
  }

  private mutating func add(
    _ levers: [Lever], _ state: AccountCase, _ searches: [Month: ShiftSearch]
  ) throws(WhatIf.Failure) {
    // A plant that cannot be billed, for want of a price row or a contract, is none.
    guard let costs = try? MonthCosts(state, freedom, searches: searches),
      let first = costs.months.first ?? subject.months.first
    else { return }
    isBound = isBound && costs.isBound
    guard !costs.months.isEmpty else {
      plants.append(
        Plant(
          levers: levers, capacity: state.account.billedCapacity, methods: nil,
          total: costs.others, slack: costs.slack))
      return
    }
    guard
      let schedule = MethodSchedule(
        from: first, costs: costs.costs, methodMonths: costs.methodMonths)
    else { return }
    plants.append(
      Plant(
        levers: levers, capacity: state.account.billedCapacity,
        methods: Plan(Array(zip(costs.months, schedule.methods)).map { ($0, $1) }),
        total: schedule.total + costs.others, slack: costs.slack))
  }

  /// The cheapest choice, billed in full.
  func best() throws(WhatIf.Failure) -> WhatIf {
    var best: WhatIf?
    var failure: WhatIf.Failure?
    for plant in plants {
      if let best, plant.total >= best.scenario.total { break }
      let tried: WhatIf
      do throws(WhatIf.Failure) {
        tried = try WhatIf(subject, levers: self.levers(of: plant), baseline: baseline)
      } catch {
        failure = failure ?? error
        continue
      }
      if let known = best, known.scenario.total <= tried.scenario.total { continue }
      best = tried
    }
    // What was asked for cannot be had with any plant.
    if best == nil, let failure { throw failure }
    guard let best, best.saving > .zero else {
      return try WhatIf(subject, levers: [], baseline: baseline)
    }
    return pruned(best)
  }

  /// The levers that make a plant with its methods and contracts.
  private func levers(of plant: Plant) -> [Lever] {
    var levers = useLevers + plant.levers
    if let methods = plant.methods, methods.only != subject.account.basicCharge {
      levers.append(.basicCharge(methods))
    }
    if let methods = plant.methods, methods.values.contains(.contractDemand),
      !freedom.kept.contains(.contract)
    {
      levers.append(.contractDemand(.optimal))
    }
    return levers
  }

  /// The comparison without levers that change nothing.
  private func pruned(_ found: WhatIf) -> WhatIf {
    var levers = found.levers.map(\.lever)
    var best = found
    for saving in found.levers where saving.saving <= .zero && saving.countedWith == nil {
      let fewer = levers.filter { $0 != saving.lever }
      guard fewer.count < levers.count,
        let tried = try? WhatIf(subject, levers: fewer, baseline: baseline),
        tried.scenario.total <= best.scenario.total
      else { continue }
      levers = fewer
      best = tried
    }
    return best
  }
}
