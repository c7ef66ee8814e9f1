import Quantities
import Use

/// The least controlled bank with which every month reaches a power factor.
///
/// The power factor is the one that is billed, rounded half up to two decimals: 0.945 is 0.95. It
/// counts the metered energy; losses that a tariff adds are not in it.
package struct CompensationSizing: Sendable, Hashable {
  /// A month's power factor without and with the bank.
  package struct Month: Sendable, Hashable {
    /// The billing month.
    package let month: Quantities.Month
    /// As it is.
    package let before: PowerFactor
    /// With the bank.
    package let after: PowerFactor
  }

  /// The target.
  package let target: PowerFactor
  /// One step. [kvar]
  package let step: Power
  /// How many steps are needed; none where every month reaches the target as it is.
  package let steps: Int
  /// The months that have energy.
  package let months: [Month]

  /// The bank; nothing where none is needed.
  package var bank: CapacitorBank? { Self.bank(steps, of: step) }

  /// Sizes a bank in whole steps.
  ///
  /// - Parameters:
  ///   - use: The use.
  ///   - account: Whose it is.
  ///   - target: The power factor every month is to have.
  ///   - step: One step; a single kilovar for the least there is. [kvar]
  /// - Throws: ``CompensationProblem``.
  package init(
    _ use: MeteredUse, of account: Account, target: PowerFactor, step: Power
  ) throws(CompensationProblem) {
    guard step > .zero else { throw .noStep(step) }
    let months = try ReactiveMonth.months(of: use, account: account)
      .filter { $0.powerFactor() != nil }
    guard !months.isEmpty else { throw .noUse }
    let stepped = months.map { SteppedMonth($0, step: step) }
    func reaches(_ steps: Int) -> Bool {
      stepped.allSatisfy { $0.powerFactor(steps: steps).map { $0 >= target } ?? true }
    }
    let most = stepped.map(\.most).max() ?? 0
    guard reaches(most) else {
      let bank = Self.bank(most, of: step)
      throw .unreachable(
        months.compactMap { month in
          guard let reachable = month.powerFactor(with: bank), reachable < target else {
            return nil
          }
          return CompensationProblem.Shortfall(month: month.month, reachable: reachable)
        })
    }
    // More steps never leave more to be drawn, so that the least number is found by halving.
    var least = 0
    var enough = most
    while least < enough {
      let middle = (least + enough) / 2
      if reaches(middle) { enough = middle } else { least = middle + 1 }
    }
    self.target = target
    self.step = step
    steps = least
    let bank = Self.bank(least, of: step)
    self.months = months.compactMap { month in
      guard let before = month.powerFactor() else { return nil }
      return Month(
        month: month.month, before: before, after: month.powerFactor(with: bank) ?? before)
    }
  }

  /// So many steps; nothing where there are none.
  static func bank(_ steps: Int, of step: Power) -> CapacitorBank? {
    guard steps > 0 else { return nil }
    return CapacitorBank(kvar: Power(units: step.units * Int128(steps)), steps: steps)
  }
}
