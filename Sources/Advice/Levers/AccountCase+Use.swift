import Billing
import Quantities
import Use

extension AccountCase {
  /// The use after a lever that works on it, fitted to the account as it stands.
  ///
  /// - Parameters:
  ///   - lever: The lever.
  ///   - freeContract: Whether contract demands are chosen afterwards, to fit.
  /// - Returns: The use; that of today for levers that leave it alone.
  /// - Throws: ``WhatIf/Failure`` where the lever cannot be applied.
  func changedUse(by lever: Lever, freeContract: Bool) throws(WhatIf.Failure) -> MeteredUse {
    try fittedUse(by: lever, freeContract: freeContract).use
  }

  /// The use after a lever as ``changedUse(by:freeContract:)`` finds it, with what is to be done.
  func fittedUse(by lever: Lever, freeContract: Bool) throws(WhatIf.Failure) -> FittedUse {
    do throws(LeverProblem) {
      switch lever {
      case .shiftShares(let shares):
        return FittedUse(try ShareShift(shares: .same(shares), case: self).apply(to: use))
      case .shiftFlexible(let shift):
        if case .readings(let readings) = use {
          return FittedUse(
            .readings(try ShiftBound(shift: shift, subject: self).readings(readings)))
        }
        return FittedUse(
          try reshaped(freeContract) { problem, profile throws(LeverProblem) in
            try LoadShift.load(of: problem, profile, shift)
          } telling: {
            $0
          })
      case .batches(let batches):
        var plans: [BatchPlan] = []
        let found = try reshaped(freeContract) { problem, profile throws(BatchFault) in
          let plan = try BatchSchedule(problem: problem, profile: profile, batches: batches).plan()
          plans.append(plan)
          return plan.load
        } telling: {
          .batch($0)
        }
        guard case .intervals(let profile) = found else { return FittedUse(found) }
        return FittedUse(found, .timetable(BatchTimetable(plans, batches, profile)))
      case .storage(let battery):
        try Self.check(battery)
        return FittedUse(
          try reshaped(freeContract) { problem, profile throws(LeverProblem) in
            StorageDispatch(problem: problem, profile: profile, battery: battery).plan().netLoad
          } telling: {
            $0
          })
      case .compensation(let compensation):
        let bank = try bank(compensation)
        let changed = bank?.apply(to: use, of: account) ?? use
        guard case .powerFactor = compensation else { return FittedUse(changed) }
        return FittedUse(changed, .capacitors(bank?.kvar ?? .zero))
      case .transformers, .pause, .voltage, .tariff, .singlePart, .basicCharge, .contractDemand:
        return FittedUse(use)
      }
    } catch {
      throw .lever(lever, error)
    }
  }

  /// The use with each month's load put in the place of the present one.
  private func reshaped<Fault: Error>(
    _ freeContract: Bool, _ reshape: (PeriodProblem, LoadProfile) throws(Fault) -> [Int64],
    telling fault: (Fault) -> LeverProblem
  ) throws(LeverProblem) -> MeteredUse {
    let found = try reshapable(freeContract)
    var profile = found.profile
    for problem in found.problems {
      do throws(Fault) {
        profile.active.replaceSubrange(problem.positions, with: try reshape(problem, profile))
      } catch {
        throw fault(error)
      }
    }
    return .intervals(profile)
  }

  /// The load with its whole months, where it is one that can be changed hour by hour.
  func reshapable(
    _ freeContract: Bool
  ) throws(LeverProblem) -> (profile: LoadProfile, problems: [PeriodProblem]) {
    guard case .intervals(let profile) = use else { throw .needsIntervals }
    guard profile.lines.isEmpty else { throw .severalLines }
    do throws(BillingFailure) {
      return (profile, try problems(freeContract: freeContract))
    } catch {
      throw .unbilled(error)
    }
  }

  static func check(_ battery: Battery) throws(LeverProblem) {
    guard battery.capacity > .zero, battery.power > .zero,
      battery.roundTripEfficiency > .zero, battery.roundTripEfficiency <= .one
    else { throw .battery(battery) }
  }

  /// Capacitors are sized in such steps. [kvar]
  private static let capacitorStep = Power(10)

  /// The bank a compensation comes to; nothing where none is needed.
  func bank(_ compensation: Compensation) throws(LeverProblem) -> CapacitorBank? {
    switch compensation {
    case .capacitors(let kvar, let steps): return CapacitorBank(kvar: kvar, steps: steps)
    case .powerFactor(let target):
      do throws(CompensationProblem) {
        return try CompensationSizing(use, of: account, target: target, step: Self.capacitorStep)
          .bank
      } catch {
        throw .compensation(error)
      }
    }
  }
}
