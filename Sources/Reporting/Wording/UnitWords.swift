import Billing
import Tariffs

/// Units in words.
enum UnitWords {
  /// The unit behind a number: `kWh`, `days`.
  static func unit(_ unit: BillUnit, isOne: Bool = false) -> String {
    switch unit {
    case .kWh, .kW, .kVA, .kvar, .kvarh: return unit.rawValue
    case .month: return Phrase.text(isOne ? "unit.month" : "unit.months")
    case .day: return Phrase.text(isOne ? "unit.day" : "unit.days")
    case .amount: return ""
    }
  }

  /// The unit of a price: `CNY/kWh`.
  static func price(_ unit: BillUnit, currency: String) -> String {
    unit == .amount ? currency : "\(currency)/\(Self.unit(unit, isOne: true))"
  }

  /// The length of an interval: `15 min`.
  static func duration(seconds: Int) -> String {
    if seconds % 3600 == 0 { return say("\(seconds / 3600) h") }
    return seconds % 60 == 0 ? say("\(seconds / 60) min") : say("\(seconds) s")
  }
}
