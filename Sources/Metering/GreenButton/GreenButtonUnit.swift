/// ESPI's code list of units, as far as meters use it.
enum GreenButtonUnit {
  /// What a unit counts.
  enum Kind {
    case activeEnergy
    case reactiveEnergy
    case activePower
    case reactivePower
    /// Of electricity, but no energy and no power that could be billed.
    case electrical
    /// Of another service: gas, water, heat.
    case otherService
    /// Money, counts, times.
    case none
  }

  private static let units: [Int64: (name: String, kind: Kind)] = [
    72: ("Wh", .activeEnergy), 31: ("J", .activeEnergy), 73: ("varh", .reactiveEnergy),
    38: ("W", .activePower), 63: ("var", .reactivePower),
    71: ("VAh", .electrical), 61: ("VA", .electrical), 29: ("V", .electrical),
    5: ("A", .electrical), 33: ("Hz", .electrical), 65: ("cos φ", .electrical),
    153: ("W/VA", .electrical), 67: ("V²", .electrical), 69: ("A²", .electrical),
    104: ("V²h", .electrical), 105: ("A²h", .electrical), 106: ("Ah", .electrical),
    100: ("Q", .electrical), 101: ("Qh", .electrical), 161: ("Q45", .electrical),
    162: ("Q60", .electrical), 163: ("Q45h", .electrical), 164: ("Q60h", .electrical),
    9: ("degrees", .electrical), 151: ("V/V", .electrical), 152: ("A/A", .electrical),
    169: ("therm", .otherService), 132: ("BTU", .otherService), 133: ("BTU/h", .otherService),
    119: ("ft³", .otherService), 120: ("ft³", .otherService), 123: ("ft³/h", .otherService),
    42: ("m³", .otherService), 166: ("m³", .otherService), 167: ("m³", .otherService),
    125: ("m³/h", .otherService), 128: ("US gal", .otherService), 129: ("US gal/h", .otherService),
    130: ("imperial gal", .otherService), 134: ("l", .otherService), 137: ("l/h", .otherService),
    39: ("Pa", .otherService), 23: ("°C", .otherService), 6: ("K", .otherService),
    80: ("money", .none), 111: ("count", .none), 0: ("no unit", .none), 27: ("s", .none),
    159: ("min", .none), 160: ("h", .none), 109: ("status", .none), 114: ("code", .none),
    108: ("time", .none),
  ]

  /// The name and kind of a unit; nothing for codes that stand for none.
  static func unit(_ code: Int64) -> (name: String, kind: Kind)? { units[code] }

  /// Millijoules of one unit, or of one unit over a second. [mJ]
  static func millijoules(_ code: Int64) -> Int128 {
    switch code {
    case 72, 73: return 3_600_000
    default: return 1000
    }
  }

  /// `kWh` for 10³ Wh.
  static func prefixed(_ name: String, multiplier: Int) -> String {
    let prefixes = [
      -12: "p", -9: "n", -6: "µ", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T",
    ]
    guard let prefix = prefixes[multiplier] else { return "10^\(multiplier) \(name)" }
    return prefix + name
  }
}
