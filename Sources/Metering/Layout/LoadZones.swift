import Documents
import Quantities

/// The zone of a file's stamps and the one it is billed in.
struct LoadZones {
  /// Clocks that were changed earlier do not matter: no stamp of that time is read.
  private static let earliest: Int64 = 631_152_000

  /// The zone of stamps that name no offset.
  let effective: CivilZone?
  private let billed: CivilZone?

  /// Looks the zones up.
  init(declared: String?, billed: String?, fault: LoadFault) throws(DiagnosticsError) {
    self.billed = try Self.zone(billed, fault)
    effective = try Self.zone(declared, fault) ?? self.billed
  }

  private static func zone(
    _ name: String?, _ fault: LoadFault
  ) throws(DiagnosticsError) -> CivilZone? {
    guard let name else { return nil }
    do throws(ZoneFault) {
      return try ZoneDatabase.zone(name)
    } catch {
      throw fault.error("load-zone", at: nil, error.sentence, hint: error.advice)
    }
  }

  /// Whether whole days of equal length do not do: another zone is billed in, or clocks are changed
  /// while the file lasts.
  ///
  /// - Parameter span: The days of the file, found only where clocks are changed at all.
  /// - Returns: Whether the general way is needed.
  /// - Throws: What `span` throws.
  func needRows(
    within span: () throws(DiagnosticsError) -> ClosedRange<Int>?
  ) throws(DiagnosticsError) -> Bool {
    guard let effective else { return false }
    guard let billed else { return true }
    if !Self.isSteady(effective) || !Self.isSteady(billed) {
      guard effective == billed, let days = try span() else { return true }
      return effective.hasTransition(
        after: Int64(days.lowerBound - 2) * 86_400, before: Int64(days.upperBound + 3) * 86_400)
    }
    return effective.offset(at: Self.earliest) != billed.offset(at: Self.earliest)
  }

  private static func isSteady(_ zone: CivilZone) -> Bool {
    !zone.transitions.contains { $0.instant > earliest }
  }
}
