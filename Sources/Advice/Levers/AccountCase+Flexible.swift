import Quantities
import Use

extension AccountCase {
  /// The use after a shift of load, and after a battery beside it, both planned together.
  ///
  /// - Parameters:
  ///   - shift: What may move.
  ///   - battery: The battery.
  ///   - freeContract: Whether contract demands are chosen afterwards, to fit.
  /// - Returns: The load after the shift alone, and with the battery beside it.
  /// - Throws: ``WhatIf/Failure`` where one of them cannot be applied.
  func changedUses(
    by shift: FlexibleShift, and battery: Battery, freeContract: Bool
  ) throws(WhatIf.Failure) -> (shifted: MeteredUse, net: MeteredUse) {
    do throws(LeverProblem) {
      try Self.check(battery)
    } catch {
      throw .lever(.storage(battery), error)
    }
    do throws(LeverProblem) {
      let (profile, problems) = try reshapable(freeContract)
      var shifted = profile
      var net = profile
      for problem in problems {
        let plan = try FlexibleDispatch(
          problem: problem, profile: profile, shift: shift, battery: battery
        ).plan()
        shifted.active.replaceSubrange(problem.positions, with: plan.load)
        net.active.replaceSubrange(problem.positions, with: plan.storage.netLoad)
      }
      return (.intervals(shifted), .intervals(net))
    } catch {
      throw .lever(.shiftFlexible(shift), error)
    }
  }
}
