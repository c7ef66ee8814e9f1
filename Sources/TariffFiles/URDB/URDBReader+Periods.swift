import Documents
import Quantities

extension URDBReader {

  /// The prices and hours of `energy` or `demand`; nothing where the rate has none.
  mutating func readPeriods(_ kind: String, labels: [String]) -> URDBPeriods? {
    guard let structure = members["\(kind)ratestructure"] else { return nil }
    guard let periods = elements(structure) else { return nil }
    let isEnergy = kind == "energy"
    if periods.isEmpty {
      if isEnergy { report(structure, "has no period") }
      return nil
    }
    var tiers: [[URDBTier]] = []
    for period in periods {
      if let read = readTiers(period, isEnergy: isEnergy) { tiers.append(read) }
    }
    // A demand structure that charges nothing needs no hours.
    if !isEnergy, tiers.count == periods.count,
      tiers.joined().allSatisfy({ $0.price == .zero })
    {
      return nil
    }
    let weekday = readHours("\(kind)weekdayschedule", periods.count)
    let weekend = readHours("\(kind)weekendschedule", periods.count)
    guard tiers.count == periods.count, let weekday, let weekend else { return nil }
    return URDBPeriods(
      tiers: tiers,
      schedule: URDBSchedule(
        months: zip(weekday, weekend).map { .init(weekday: $0, weekend: $1) }),
      names: URDBPeriods.names(labels, count: periods.count))
  }

  /// Twelve rows of twenty-four periods.
  private mutating func readHours(_ key: String, _ count: Int) -> [[Int]]? {
    guard let value = members[key] else {
      missing(key, "the hours of its prices")
      return nil
    }
    guard let rows = elements(value) else { return nil }
    guard rows.count == 12 else {
      report(value, "has \(rows.count) rows; one for each of the twelve months is expected")
      return nil
    }
    var read: [[Int]] = []
    for row in rows {
      guard let hours = elements(row) else { return nil }
      guard hours.count == 24 else {
        report(row, "has \(hours.count) hours; 24 are expected")
        return nil
      }
      let periods = hours.compactMap { whole($0, in: 0...(count - 1)) }
      // One row of a schedule in another order of things is told of, not all twelve.
      guard periods.count == 24 else { return nil }
      read.append(periods)
    }
    return read
  }

  /// The tiers of a period or of a month's flat demand.
  mutating func readTiers(_ period: JSONCursor, isEnergy: Bool) -> [URDBTier]? {
    guard let elements = elements(period) else { return nil }
    guard !elements.isEmpty else {
      report(period, "has no price")
      return nil
    }
    var tiers: [URDBTier] = []
    for (index, element) in elements.enumerated() {
      let isLast = index == elements.count - 1
      guard
        let tier = readTier(element, isEnergy: isEnergy, isLast: isLast, above: tiers.last?.upTo)
      else { continue }
      tiers.append(tier)
    }
    return tiers.count == elements.count ? tiers : nil
  }

  private mutating func readTier(
    _ element: JSONCursor, isEnergy: Bool, isLast: Bool, above: Quantity?
  ) -> URDBTier? {
    let known = ["max", "rate", "adj", "unit", "sell"]
    var values: [String: JSONCursor] = [:]
    do throws(JSONPathError) {
      try element.refuseOthers(than: known)
      for member in try element.members() where member.value.node != .null {
        values[member.key] = member.value
      }
    } catch {
      report(error)
      return nil
    }
    if let sell = values["sell"], !isEnergy, !isNothing(sell) {
      report(sell, "is a price of energy fed into the grid, in a charge on demand")
    }
    if !isEnergy, let unit = values["unit"], let text = try? unit.string(),
      text.lowercased() != demandUnitWord
    {
      report(
        unit,
        "is \(Printable.quote(text)), but demand is in \(demandUnitWord); one unit is expected")
    }
    let rate = values["rate"].map { price($0) } ?? .zero
    let adjustment = values["adj"].map { price($0) } ?? .zero
    var limit: Quantity?
    if let max = values["max"] {
      switch number(max, as: Quantity.self) {
      case .kept(let kept, _)?: limit = kept
      case .beyond?: break
      case nil: return nil
      }
      if let limit, limit <= (above ?? .zero) {
        report(max, "is \(limit), but must be above \(above ?? .zero)")
        return nil
      }
      if let ended = limit, isLast {
        report(
          max, "ends the last tier at \(ended), and no price is above; that of the tier goes on",
          code: "urdb-last-tier", severity: .warning,
          hint: "see in the utility's document what is above it")
        limit = nil
      }
    }
    if limit == nil, !isLast {
      report(element, "is without an upper end (\"max\"), which only the last tier may be")
      return nil
    }
    guard let rate, let adjustment else { return nil }
    return URDBTier(upTo: limit, rate: rate, adjustment: adjustment)
  }

  /// What the rate says demand is measured in, in small letters.
  private var demandUnitWord: String {
    ["demandunit", "demandrateunit", "flatdemandunit"].compactMap { try? members[$0]?.string() }
      .first?.lowercased() ?? "kw"
  }

  /// What the limits of energy tiers are measured in, which is one thing for all periods.
  mutating func readTierUnit(_ energy: URDBPeriods?) -> URDBRate.TierUnit? {
    guard let energy, let structure = members["energyratestructure"] else { return nil }
    var found: URDBRate.TierUnit?
    for position in energy.schedule.periods {
      let isTiered = energy.tiers[position].count > 1
      for tier in (try? structure.elements()[position].elements()) ?? [] {
        guard let unit = try? tier.optional("unit"), let text = try? unit.string() else {
          continue
        }
        switch (text.lowercased(), isTiered) {
        case ("kwh", false), ("kwh daily", false), ("kwh/kw", false): continue
        case ("kwh", true) where found ?? .energy == .energy: found = .energy
        case ("kwh daily", true) where found ?? .dailyEnergy == .dailyEnergy: found = .dailyEnergy
        case ("kwh/kw", true) where found ?? .energyPerDemand == .energyPerDemand:
          found = .energyPerDemand
        default:
          report(
            unit,
            found.map {
              """
              is \(Printable.quote(text)), but other limits are in \($0.rawValue); one unit is \
              expected
              """
            }
              ?? """
              is \(Printable.quote(text)), which cannot be carried; kWh, "kWh daily" or \
              kWh/kW is expected
              """)
          return nil
        }
      }
    }
    return found ?? .energy
  }
}
