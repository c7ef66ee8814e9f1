import Metering

extension LoadFormat {
  /// In words.
  var words: String {
    switch self {
    case .wideTable: return "table with a row per day"
    case .longTable: return "table with a row per interval"
    case .wideSheet: return "workbook with a row per day"
    case .longSheet: return "workbook with a row per interval"
    case .greenButton: return "Green Button (ESPI)"
    case .nem12: return "NEM12"
    }
  }
}

extension SeriesMeasure {
  /// In words.
  var words: String {
    switch self {
    case .activeEnergy: return "active energy"
    case .reactiveEnergy: return "reactive energy"
    case .activePower: return "active power"
    case .reactivePower: return "reactive power"
    }
  }
}

extension FlowDirection {
  /// In words.
  var words: String {
    switch self {
    case .imported: return "import"
    case .exported: return "export"
    case .unknown: return "direction not said"
    }
  }
}

extension LoadFindingSeverity {
  /// The word, as wide as the widest.
  var padded: String { rawValue + String(repeating: " ", count: 7 - rawValue.count) }
}
