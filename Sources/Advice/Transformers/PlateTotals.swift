import Quantities
import Use

/// What transformers side by side consume, from their plates: the sums of those that are energised.
///
/// Load divides in proportion to the ratings, so that each carries the same share of its own and
/// the set behaves as one transformer: P0 + Pk × (S ÷ Sn)², with Sn, P0 and Pk the sums.
package struct PlateTotals: Sendable, Hashable {
  /// The ratings of those that carry load. [kVA]
  package let capacity: Power
  /// No-load loss of all that are energised. [kW]
  package let noLoad: Power
  /// Load loss at the ratings. [kW]
  package let load: Power
  /// Magnetising power I0 × Sn; nothing where a current is not known. [kvar]
  package let magnetising: Power?
  /// Leakage power Uk × Sn at the ratings; nothing where a voltage is not known. [kvar]
  package let leakage: Power?

  /// Adds up plates.
  ///
  /// Cold standby is dead, hot standby magnetised without load, and of interlocked units the
  /// largest runs.
  ///
  /// - Throws: ``TransformerProblem`` where a plate value is missing or nothing carries load.
  package init(_ units: [InstalledUnit]) throws(TransformerProblem) {
    var capacity = Power.zero
    var noLoad = Power.zero
    var load = Power.zero
    var magnetising: Power? = .zero
    var leakage: Power? = .zero
    for unit in Self.energised(units) {
      guard let plate = unit.losses else { throw .missingLosses(unit: unit.id) }
      noLoad += plate.noLoad
      magnetising = Self.sum(magnetising, unit.capacity, plate.noLoadCurrent)
      guard unit.standby == .none else { continue }
      guard let full = plate.load else { throw .missingLoadLoss(unit: unit.id) }
      capacity += unit.capacity
      load += full
      leakage = Self.sum(leakage, unit.capacity, plate.shortCircuitVoltage)
    }
    guard capacity > .zero else { throw .noUnits }
    self.capacity = capacity
    self.noLoad = noLoad
    self.load = load
    self.magnetising = magnetising
    self.leakage = leakage
  }

  private static func energised(_ units: [InstalledUnit]) -> [InstalledUnit] {
    let groups = Dictionary(grouping: units.filter { $0.standby != .cold }, by: \.group)
    return groups.keys.sorted().compactMap { group in
      groups[group]?.max { left, right in
        if left.standby != right.standby { return left.standby == .hot }
        return left.capacity < right.capacity
      }
    }
  }

  private static func sum(_ sum: Power?, _ capacity: Power, _ share: Rate?) -> Power? {
    guard let sum, let share else { return nil }
    return sum + capacity.times(share)
  }
}
