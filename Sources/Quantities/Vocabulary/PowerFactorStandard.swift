/// The power factor an account is held to, 水电财字〔83〕215号.
public enum PowerFactorStandard: String, Sendable, Hashable, CaseIterable {
  /// 0.90.
  case p90 = "0.90"
  /// 0.85.
  case p85 = "0.85"
  /// 0.80.
  case p80 = "0.80"

  /// Reads `0.90`, `0.9`, `0.85` or `0.80`, `0.8`.
  public init?(text: String) {
    switch text {
    case "0.90", "0.9": self = .p90
    case "0.85": self = .p85
    case "0.80", "0.8": self = .p80
    default: return nil
    }
  }

  /// The standard in hundredths.
  public var hundredths: Int {
    switch self {
    case .p90: return 90
    case .p85: return 85
    case .p80: return 80
    }
  }
}
