import Documents
import Metering
import Quantities

extension LoadFormat {
  /// In words.
  var words: String {
    switch self {
    case .wideTable: return say("table with a row per day")
    case .longTable: return say("table with a row per interval")
    case .wideSheet: return say("workbook with a row per day")
    case .longSheet: return say("workbook with a row per interval")
    case .greenButton: return "Green Button (ESPI)"
    case .nem12: return "NEM12"
    }
  }
}

extension SeriesMeasure {
  /// In words.
  var words: String {
    switch self {
    case .activeEnergy: return say("active energy")
    case .reactiveEnergy: return say("reactive energy")
    case .activePower: return say("active power")
    case .reactivePower: return say("reactive power")
    }
  }
}

extension FlowDirection {
  /// In words.
  var words: String {
    switch self {
    case .imported: return say("import")
    case .exported: return say("export")
    case .unknown: return say("direction not said")
    }
  }
}

extension LoadFindingSeverity {
  /// The word, as wide as the widest.
  var padded: String {
    let word = say(Message(word: rawValue))
    return word + String(repeating: " ", count: max(0, 7 - DisplayWidth.of(word)))
  }
}
