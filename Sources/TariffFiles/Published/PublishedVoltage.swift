import Quantities

/// The voltages a row of a published table is for, by how tables name them.
enum PublishedVoltage {

  /// The names without blanks, by half-width signs; a merged row is for several levels.
  private static let names: [String: [Voltage]] = [
    "不满1千伏": [.below1kV], "1千伏以下": [.below1kV],
    "1-10千伏": [.from1To10kV], "10千伏": [.from1To10kV], "1-10(20)千伏": [.from1To10kV, .kV20],
    "1-20千伏": [.from1To10kV, .kV20], "20千伏": [.kV20], "35千伏": [.kV35],
    "35-110千伏以下": [.kV35, .kV66], "35-110千伏": [.kV35, .kV66, .kV110], "66千伏": [.kV66],
    "110(66)千伏": [.kV66, .kV110], "110千伏": [.kV110], "110-220千伏以下": [.kV110],
    "220千伏": [.kV220], "220(330)千伏": [.kV220, .kV330], "220千伏及以上": [.kV220, .kV330],
    "330千伏": [.kV330], "330千伏及以上": [.kV330],
  ]

  /// The voltages; nothing for a name that is not known.
  static func read(_ text: String) -> [Voltage]? {
    var name = ""
    for character in text where !character.isWhitespace {
      switch character {
      case "（": name.append("(")
      case "）": name.append(")")
      case "－", "–", "—", "~", "～", "至": name.append("-")
      default: name.append(character)
      }
    }
    for unit in ["kV", "KV", "kv"] { name = name.replacing(unit, with: "千伏") }
    return names[name]
  }
}
