import Advice

/// What to find out on site, in words.
enum SiteCheckWords {
  /// One clause.
  static func text(_ check: SiteCheck) -> String {
    switch check {
    case .plannedLoad: return Phrase.text("check.planned_load")
    case .spareUnit: return Phrase.text("check.spare_unit")
    case .ownership: return Phrase.text("check.ownership")
    case .motorStarting: return Phrase.text("check.motor_starting")
    case .restoration: return Phrase.text("check.restoration")
    case .demandRegister: return Phrase.text("check.demand_register")
    case .existingCapacitors: return Phrase.text("check.existing_capacitors")
    case .capacitorSteps: return Phrase.text("check.capacitor_steps")
    case .harmonics: return Phrase.text("check.harmonics")
    case .returnToUse: return Phrase.text("check.return_to_use")
    case .switchover: return Phrase.text("check.switchover")
    case .flexibility: return Phrase.text("check.flexibility")
    case .wayBack: return Phrase.text("check.way_back")
    case .notice(let days?): return Phrase.text("check.notice", ["days": "\(days)"])
    case .notice(nil): return Phrase.text("check.notice_unknown")
    }
  }
}
