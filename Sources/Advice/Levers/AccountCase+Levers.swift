import Billing
import Quantities
import Tariffs
import Use

extension AccountCase {
  /// The case after a lever that works on the account.
  ///
  /// A lever holds in every month: events that would undo it are left out.
  ///
  /// - Throws: ``WhatIf/Failure`` where it cannot be applied.
  func applying(_ lever: Lever) throws(WhatIf.Failure) -> AccountCase {
    var changed = self
    switch lever {
    case .shiftShares, .shiftFlexible, .batches, .storage, .compensation:
      changed.use = try changedUse(by: lever, freeContract: false)
    case .transformers(let set):
      let old = account.installedUnits
      let new = set.singleUnits(as: Self.newType)
      changed.account.transformers = set
      // Units with losses of their own are told one by one, where losses are billed or metered.
      let needsLosses = account.meteringSide == .lowVoltage || old.contains { $0.losses != nil }
      changed.account.units = needsLosses ? new : []
      changed.account.lines = []
      changed.dropEvents { $0.isOfTransformers }
      changed.change(LossDifference(old: old, new: new))
    case .pause(let pauses): try changed.add(pauses, lever)
    case .voltage(let voltage):
      changed.account.voltage = voltage
      changed.dropEvents { if case .voltage = $0 { return true } else { return false } }
    case .tariff(let id):
      changed.account.tariff = id
      changed.dropEvents { if case .tariff = $0 { return true } else { return false } }
    case .singlePart:
      guard let tariff = singlePartTariff else {
        throw .lever(lever, .noSinglePart(tariff: account.tariff))
      }
      return try applying(.tariff(tariff))
    case .basicCharge(let plan):
      changed.dropEvents { if case .method = $0 { return true } else { return false } }
      changed.account.basicCharge = changed.follow(plan) { .method($0) } ?? account.basicCharge
    case .contractDemand(.plan(let plan)):
      changed.dropEvents { if case .contract = $0 { return true } else { return false } }
      changed.use = changed.use.withoutContractDemand
      changed.account.contractDemand =
        changed.follow(plan) { .contract($0) } ?? account.contractDemand
    case .contractDemand(.optimal):
      return try applying(.contractDemand(.plan(try bestContracts(lever))))
    }
    return changed
  }

  /// The case after several levers, in the order given.
  func applying(_ levers: [Lever]) throws(WhatIf.Failure) -> AccountCase {
    var state = self
    for lever in levers { state = try state.applying(lever) }
    return state
  }

  /// The contract demands that cost least.
  func bestContracts(_ lever: Lever) throws(WhatIf.Failure) -> Plan<Power> {
    let found: Plan<Power>?
    do throws(BillingFailure) {
      found = try cheapestContracts()
    } catch {
      throw .billing(error)
    }
    guard let found else { throw .lever(lever, .noContract(method: account.basicCharge)) }
    return found
  }

  /// The single-part tariff, which is the one small accounts of the present tariff are billed under;
  /// nothing where the tariff names none.
  var singlePartTariff: String? {
    months.last.flatMap { version(in: $0) }?.eligibility.compactMap(\.fallback).first
  }

  /// Lets a choice change from month to month, each from the first day of a billing period.
  ///
  /// - Returns: The choice to begin with; nothing where the first months stay as they are.
  private mutating func follow<Value>(
    _ plan: Plan<Value>, _ change: (Value) -> AccountEvent.Change
  ) -> Value? {
    guard case .steps(let steps) = plan else { return plan.only }
    let first = months.first.flatMap { plan.value(in: $0) }
    for step in first == nil ? steps[...] : steps.dropFirst() {
      account.events.append(
        AccountEvent(
          date: account.billingPeriod(of: step.from).start, change: change(step.value)))
    }
    return first
  }

  private mutating func add(_ pauses: [UnitPause], _ lever: Lever) throws(WhatIf.Failure) {
    // Several units of one rating are told apart, so that one of them can be paused.
    if account.units.isEmpty, let set = account.transformers,
      !account.events.contains(where: { $0.change.isOfTransformers })
    {
      account.units = set.singleUnits()
    }
    for pause in pauses {
      let unit = try unit(named: pause.unit, lever)
      account.events += [
        AccountEvent(date: pause.span.start, change: .pause(unit: unit)),
        AccountEvent(date: pause.span.end, change: .resume(unit: unit)),
      ]
      let units = account.installedUnits
      change(
        LossDifference(old: units, new: units.filter { $0.id != unit }, span: pause.span))
    }
  }

  /// The unit of a name, or by its rating the first that is not paused yet.
  private func unit(
    named name: String, _ lever: Lever
  ) throws(WhatIf.Failure) -> String {
    let known = account.installedUnits.map(\.id)
    if known.contains(name) { return name }
    let paused = account.events.compactMap { event -> String? in
      guard case .pause(let unit) = event.change else { return nil }
      return unit
    }
    let alike = known.filter { $0.hasPrefix("\(name)-") }
    guard let unit = alike.first(where: { !paused.contains($0) }) ?? alike.first else {
      throw .lever(lever, .unknownUnit(name, known: known))
    }
    return unit
  }

  /// What a new transformer is taken to be, where losses count: the least efficient type still made.
  static let newType = TransformerType.s11

  /// Takes the losses of old units off the meter and puts those of new ones on it, where both are
  /// known and the meter stands before them.
  private mutating func change(_ losses: LossDifference) {
    guard case .changed(let change) = losses.apply(to: use, of: account) else { return }
    use = change.use
  }

  private mutating func dropEvents(_ undo: (AccountEvent.Change) -> Bool) {
    account.events.removeAll { undo($0.change) }
  }
}

extension AccountEvent.Change {
  /// Whether the change is one of the installation.
  fileprivate var isOfTransformers: Bool {
    switch self {
    case .pause, .resume, .add, .remove, .replace: return true
    case .contract, .method, .tariff, .voltage: return false
    }
  }
}

extension MeteredUse {
  /// The use without contract demands of single months, which go before the account's.
  fileprivate var withoutContractDemand: MeteredUse {
    func cleared(_ readings: [MonthlyReading]) -> [MonthlyReading] {
      readings.map { reading in
        var cleared = reading
        cleared.contractDemand = nil
        return cleared
      }
    }
    switch self {
    case .readings(let readings): return .readings(cleared(readings))
    case .intervals(var profile):
      profile.registers = cleared(profile.registers)
      return .intervals(profile)
    }
  }
}
