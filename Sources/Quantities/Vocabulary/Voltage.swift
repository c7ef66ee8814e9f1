/// The voltage level an account is supplied at, as price tables group them.
public enum Voltage: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Below 1 kV (不满1千伏).
  case below1kV = "below-1kV"
  /// 1 to 10 kV (1-10千伏).
  case from1To10kV = "1-10kV"
  /// 20 kV.
  case kV20 = "20kV"
  /// 35 kV.
  case kV35 = "35kV"
  /// 66 kV.
  case kV66 = "66kV"
  /// 110 kV.
  case kV110 = "110kV"
  /// 220 kV.
  case kV220 = "220kV"
  /// 330 kV and above.
  case kV330 = "330kV"

  /// Reads a level, also in the forms found on Chinese account sheets (`交流10kV`, `10千伏`).
  ///
  /// - Returns: Nothing for a level that is not known.
  public init?(_ text: String) {
    if let exact = Voltage(rawValue: text) {
      self = exact
      return
    }
    var name = text.hasPrefix("交流") ? String(text.dropFirst(2)) : text
    if name.hasSuffix("千伏") { name = name.dropLast(2) + "kV" }
    if name.lowercased().hasSuffix("kv") { name = name.dropLast(2) + "kV" }
    switch name {
    case "1kV以下", "不满1kV", "0.4kV", "380V", "220V": self = .below1kV
    case "10kV", "6kV": self = .from1To10kV
    default:
      guard let level = Voltage(rawValue: name) else { return nil }
      self = level
    }
  }

  /// Whether the supply is above 1 kV (高压供电).
  public var isHighVoltage: Bool { self != .below1kV }

  /// Compares by level.
  public static func < (left: Voltage, right: Voltage) -> Bool {
    let order = Voltage.allCases
    guard let first = order.firstIndex(of: left), let second = order.firstIndex(of: right) else {
      return false
    }
    return first < second
  }
}
