import Quantities
import Use

/// What the economic operation of transformers side by side (变压器经济运行, GB/T 13462) would save.
public struct ParallelSaving: Sendable, Hashable {
  /// Energy lost less where in each interval those units run that lose least, as against all of
  /// them. [kWh]
  public let energy: Energy
  /// How often a unit would be switched on or off.
  public let switchings: Int

  /// - Returns: Nothing with fewer than two units, without intervals, or where losses are unknown.
  init?(_ subject: AccountCase) {
    guard case .intervals(let profile) = subject.use,
      subject.account.installedUnits.filter({ $0.standby == .none }).count > 1,
      let operation = try? ParallelOperation(subject.account.installedUnits)
    else { return nil }
    let saving = operation.saving(over: profile)
    guard saving.active > .zero else { return nil }
    energy = saving.active
    switchings = saving.switchings
  }
}
