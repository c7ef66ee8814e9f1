import Advice

/// What to find out on site, in words.
enum SiteCheckWords {
  /// One clause.
  static func text(_ check: SiteCheck) -> String {
    switch check {
    case .plannedLoad:
      return "whether the load is to grow or fall: machines, shifts, products"
    case .spareUnit:
      return "whether the load must be carried with one transformer lost"
    case .ownership:
      return "who owns the transformers, how old they are, and what becomes of them"
    case .motorStarting: return "whether the largest motors still start"
    case .restoration:
      return "within what time capacity that was given back can be had again"
    case .notice(let days?):
      return "file with the utility at least \(days) working days before"
    case .notice(nil): return "how long before the utility wants to be told"
    case .demandRegister:
      return "whether the meter's demand register agrees with the figures used here"
    case .existingCapacitors:
      return "whether capacitors that are there work, and why they are not enough"
    case .capacitorSteps: return "in what steps the load's reactive power changes"
    case .harmonics: return "whether harmonics need reactors beside the capacitors"
    case .returnToUse:
      return "whether a transformer that was at rest needs drying and testing first"
    case .switchover: return "which loads are switched over before"
    case .flexibility:
      return "which processes can run at another hour, and what that does to staff and product"
    case .wayBack:
      return "whether and when the account may come back to the tariff it leaves"
    }
  }
}
