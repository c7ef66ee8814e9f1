import Quantities

/// Prices by period, and the hours of the periods.
struct URDBPeriods {

  /// The tiers of each period, also of those without hours.
  let tiers: [[URDBTier]]

  let schedule: URDBSchedule

  /// The name of each period.
  let names: [String]

  /// Whether something is charged at all.
  var isCharged: Bool {
    schedule.periods.contains { isCharged($0) }
  }

  /// Whether a period has a price.
  func isCharged(_ period: Int) -> Bool { tiers[period].contains { $0.price != .zero } }

  /// Names for periods: the labels of the rate, or numbers from 1 as the database shows them.
  static func names(_ labels: [String], count: Int) -> [String] {
    let slugs = labels.map(URDBName.slug)
    let isUsable =
      slugs.count == count && Set(slugs).count == count && !slugs.contains("")
      && !slugs.contains {
        $0 == "all" || $0 == "any-time" || $0 == "reactive" || $0.hasPrefix("flat")
      }
    return isUsable ? slugs : (0..<count).map { "period-\($0 + 1)" }
  }
}
