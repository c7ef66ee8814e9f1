import Quantities
import Use

/// A type of transformer whose standard losses are known.
///
/// The losses of 35 kV and 110 kV units (S11, SZ11) are left out: the figures at hand contradict
/// each other by up to two fifths. For these the plate has to be read.
package enum TransformerType: String, Sendable, Hashable, CaseIterable {
  /// Oil-immersed, 10 kV, three-phase: losses of GB/T 6451 as of 2008.
  case s11 = "S11"
  /// Oil-immersed, 10 kV, with a better core.
  case s13 = "S13"
  /// Cast-resin dry, 10 kV.
  case scb10 = "SCB10"
  /// Cast-resin dry, 10 kV, with a better core.
  case scb13 = "SCB13"

  /// What a unit of this type and rating loses.
  ///
  /// No-load currents are left out of all tables, since makers' figures differ several times over.
  ///
  /// - Returns: Nothing for a rating the table does not have; nothing is interpolated.
  package func losses(of rating: Power) -> InstalledUnit.Losses? {
    guard let row = table.rows.first(where: { Power($0.rating) == rating }) else { return nil }
    return InstalledUnit.Losses(
      noLoad: Self.watts(row.noLoad), load: row.load.map(Self.watts), noLoadCurrent: nil,
      shortCircuitVoltage: Rate(units: Int128(row.voltagePerMille) * 1_000_000_000))
  }

  private static func watts(_ count: Int) -> Power { Power(units: Int128(count) * 1000) }
}

extension InstalledUnit {
  /// The unit with a type's standard losses, where its own are not known.
  package func filled(as type: TransformerType) -> InstalledUnit {
    guard losses == nil else { return self }
    return InstalledUnit(
      id: id, capacity: capacity, group: group, standby: standby,
      losses: type.losses(of: capacity))
  }
}
