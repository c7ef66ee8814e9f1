/// ESPI's `QualityOfReading`.
enum GreenButtonQuality {
  /// Codes that say a reading may be billed as it is: valid, validated, verified, revenue quality.
  static func isGood(_ code: Int) -> Bool { code == 0 || (17...19).contains(code) }

  /// The quality a code stands for.
  static func quality(_ code: Int?) -> ReadingQuality {
    switch code {
    case nil, 0, 17, 18, 19: return .actual
    case 7: return .edited
    case 8, 9: return .estimated
    case 10: return .questionable
    case 11: return .derived
    case 12: return .projected
    case 13: return .mixed
    case 14: return .raw
    case 15: return .normalised
    default: return .other
    }
  }
}
