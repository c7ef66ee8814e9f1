/// A unit of measure of a NEM12 data stream.
enum NEM12Unit: Sendable, Hashable {
  /// Active or reactive energy, or the mean power of its intervals.
  case counted(LoadUnit, isReactive: Bool)
  /// Volts, amperes, apparent energy and the like: no energy that is billed.
  case other

  private static let others: Set<String> = [
    "v", "kv", "a", "ka", "va", "kva", "mva", "vah", "kvah", "mvah", "pf", "qh", "parh", "v2h",
    "a2h",
  ]

  /// Reads a unit in any case, as the format leaves it open; nothing for what is no unit of it.
  init?(_ name: String) {
    let name = name.lowercased()
    for unit in LoadUnit.allCases where unit != .kilojoule {
      if unit.rawValue.lowercased() == name {
        self = .counted(unit, isReactive: false)
        return
      }
      if unit.reactiveName.lowercased() == name {
        self = .counted(unit, isReactive: true)
        return
      }
    }
    guard Self.others.contains(name) else { return nil }
    self = .other
  }
}
