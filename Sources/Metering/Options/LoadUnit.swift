/// A unit that interval values are written in.
///
/// The names are those of active power and energy; `var` and `varh` are written with the same.
package enum LoadUnit: String, Sendable, Hashable, CaseIterable {
  case watt = "W"
  case kilowatt = "kW"
  case megawatt = "MW"
  case wattHour = "Wh"
  case kilowattHour = "kWh"
  case megawattHour = "MWh"
  /// 1 kW for 1 s. The one unit here in which each whole millijoule is a finite decimal, so that
  /// a computed profile can be written without loss.
  case kilojoule = "kJ"

  /// The unit called `name`, in any case except that `mW` is no megawatt.
  package init?(name: String) {
    let trimmed = name.filter { $0 != " " }
    if let exact = LoadUnit(rawValue: trimmed) {
      self = exact
      return
    }
    guard !trimmed.hasPrefix("mW"),
      let unit = LoadUnit.allCases.first(where: { $0.rawValue.lowercased() == trimmed.lowercased() }
      )
    else { return nil }
    self = unit
  }

  /// Whether a value is a mean power rather than an energy.
  package var isPower: Bool {
    switch self {
    case .watt, .kilowatt, .megawatt: return true
    case .wattHour, .kilowattHour, .megawattHour, .kilojoule: return false
    }
  }

  /// The energy of one unit over an interval. [mJ]
  func millijoules(intervalSeconds: Int) -> Int128 {
    let seconds = Int128(intervalSeconds)
    switch self {
    case .watt: return 1000 * seconds
    case .kilowatt: return 1_000_000 * seconds
    case .megawatt: return 1_000_000_000 * seconds
    case .wattHour: return 3_600_000
    case .kilowattHour: return 3_600_000_000
    case .megawattHour: return 3_600_000_000_000
    case .kilojoule: return 1_000_000
    }
  }

  /// The unit's name for reactive power or energy.
  var reactiveName: String {
    switch self {
    case .watt: return "var"
    case .kilowatt: return "kvar"
    case .megawatt: return "Mvar"
    case .wattHour: return "varh"
    case .kilowattHour: return "kvarh"
    case .megawattHour: return "Mvarh"
    case .kilojoule: return "kvars"
    }
  }
}
