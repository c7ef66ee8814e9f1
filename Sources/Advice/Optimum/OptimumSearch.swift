import Billing
import Quantities
import Tariffs
import Use

/// The search behind ``Optimum``.
struct OptimumSearch {
  let subject: AccountCase
  let baseline: AccountBill
  /// What may change; pauses are kept where none can be searched.
  let freedom: Freedom
  /// Which units may be paused; nothing where none may.
  private let pausing: PauseFreedom?
  /// Levers on the use that every choice has.
  let useLevers: [Lever]
  /// Every set of transformers with every tariff, without pauses and with the best, the cheapest
  /// first.
  private(set) var plants: [Plant] = []
  /// Whether the months' costs bound every bill.
  private var isBound: Bool
  /// What no choice of a plant costs less than. [currency]
  private var bounds: [Money] = []

  /// A set of transformers and a tariff, with what its months cost.
  struct Plant {
    let levers: [Lever]
    let capacity: Power?
    let methods: Plan<BasicChargeMethod>?
    /// What the months cost. [currency]
    let total: Money
  }

  init(
    _ subject: AccountCase, _ baseline: AccountBill, _ freedom: Freedom
  ) throws(WhatIf.Failure) {
    self.subject = subject
    self.baseline = baseline
    let pausing = PauseFreedom(subject, baseline, freedom)
    self.pausing = pausing
    var searched = freedom
    if pausing == nil { searched.kept.insert(.pauses) }
    self.freedom = searched
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
    isBound = freedom.batches.isEmpty
    var flexible: [String: FlexibleMonths] = [:]
    for levers in PlantOptions(subject, baseline, freedom).levers {
      let state = try compensated.applying(levers)
      let tariff = state.account.tariff
      var months =
        if let known = flexible[tariff] { known } else {
          try FlexibleMonths(state.addedUp(), freedom)
        }
      try add(levers, state, &months)
      flexible[tariff] = months
    }
    plants.sort {
      $0.total != $1.total ? $0.total < $1.total : $0.levers.count < $1.levers.count
    }
  }

  /// What no bill is less than. [currency]
  var lowerBound: Money? {
    guard isBound else { return nil }
    return bounds.min()
  }

  private mutating func add(
    _ levers: [Lever], _ state: AccountCase, _ flexible: inout FlexibleMonths
  ) throws(WhatIf.Failure) {
    // A plant that cannot be billed, for want of a price row or a contract, is none.
    guard let costs = try? MonthCosts(state, freedom, &flexible),
      let first = costs.months.first ?? subject.months.first
    else { return }
    isBound = isBound && costs.isBound
    guard !costs.months.isEmpty else {
      plants.append(
        Plant(
          levers: levers, capacity: state.account.billedCapacity, methods: nil,
          total: costs.others))
      bounds.append(costs.others - costs.slack)
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
        total: schedule.total + costs.others))
    bounds.append(schedule.total + costs.others - costs.slack)
    addPaused(levers, state, costs, &flexible)
  }

  /// The plant with the best pauses of its units.
  private mutating func addPaused(
    _ levers: [Lever], _ state: AccountCase, _ known: MonthCosts,
    _ flexible: inout FlexibleMonths
  ) {
    guard let pausing,
      let costs = PauseCosts(state.addedUp(), known, pausing, &flexible)
    else { return }
    guard let best = PauseOptimum(costs) else {
      isBound = false
      return
    }
    isBound = isBound && costs.isBound
    bounds.append(best.bound + known.others - best.slack)
    guard !best.pauses.isEmpty else { return }
    plants.append(
      Plant(
        levers: levers + [.pause(best.pauses)], capacity: state.account.billedCapacity,
        methods: Plan(Array(zip(known.months, best.methods)).map { ($0, $1) }),
        total: best.total + known.others))
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
