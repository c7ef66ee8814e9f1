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
    do throws(LeverProblem) {
      switch lever {
      case .shiftShares(let shares):
        return try ShareShift(shares: .same(shares), case: self).apply(to: use)
      case .shiftFlexible(let shift):
        if case .readings(let readings) = use {
          return .readings(try ShiftBound(shift: shift, subject: self).readings(readings))
        }
        return try reshaped(freeContract) { problem, profile throws(LeverProblem) in
          try LoadShift.load(of: problem, profile, shift)
        } telling: {
          $0
        }
      case .batches(let batches):
        return try reshaped(freeContract) { problem, profile throws(BatchFault) in
          try BatchSchedule(problem: problem, profile: profile, batches: batches).plan().load
        } telling: {
          .batch($0)
        }
      case .storage(let battery):
        try Self.check(battery)
        return try reshaped(freeContract) { problem, profile throws(Never) in
          StorageDispatch(problem: problem, profile: profile, battery: battery).plan().netLoad
        } telling: { (never: Never) -> LeverProblem in
          switch never {}
        }
      case .compensation(let compensation):
        return try bank(compensation)?.apply(to: use, of: account) ?? use
      case .transformers, .pause, .voltage, .tariff, .singlePart, .basicCharge, .contractDemand:
        return use
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
    guard case .intervals(var profile) = use else { throw .needsIntervals }
    guard profile.lines.isEmpty else { throw .severalLines }
    let problems: [PeriodProblem]
    do throws(BillingFailure) {
      problems = try self.problems(freeContract: freeContract)
    } catch {
      throw .unbilled(error)
    }
    for problem in problems {
      do throws(Fault) {
        profile.active.replaceSubrange(problem.positions, with: try reshape(problem, profile))
      } catch {
        throw fault(error)
      }
    }
    return .intervals(profile)
  }

  private static func check(_ battery: Battery) throws(LeverProblem) {
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
