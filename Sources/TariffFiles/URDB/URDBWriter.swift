import Documents
import Quantities
import Tariffs

/// Writes a rate as a tariff file that a person can proof-read.
struct URDBWriter {

  let rate: URDBRate
  let id: String
  let timeZone: String

  /// The file's text.
  var text: String {
    let version = rate.inForce
    let until = version.to.map { " to=\"\($0)\"" } ?? ""
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines += comment
    lines += [
      """
      <tariff xmlns="urn:tariffwise:1" id="\(MarkupEscape.text(id))" area="us" \
      currency="USD"
      """,
      "        time-zone=\"\(MarkupEscape.text(timeZone))\">",
      "  <title xml:lang=\"en\">\(MarkupEscape.text(rate.title))</title>",
      "",
    ]
    lines += source
    lines += ["", "  <version from=\"\(version.from)\"\(until) source=\"urdb\">"]
    lines += calendars + interval + charges
    // No blank line after the first tag.
    if let first = lines.lastIndex(where: { $0.hasPrefix("  <version") }),
      lines.count > first + 1, lines[first + 1].isEmpty
    {
      lines.remove(at: first + 1)
    }
    lines += ["  </version>", "</tariff>"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where the rate comes from, and what of it is not here.
  private var comment: [String] {
    var lines = ["Converted from the U.S. Utility Rate Database (URDB)."]
    if let document = rate.document { lines.append("The utility's document: \(document)") }
    if !rate.leftOut.isEmpty {
      lines.append("Left out as asked: \(rate.leftOut.joined(separator: ", "))")
    }
    let safe = lines.map(CommentText.text)
    return zip(safe.indices, safe).map { index, line in
      (index == 0 ? "<!-- " : "     ") + line + (index == safe.count - 1 ? " -->" : "")
    }
  }

  private var source: [String] {
    var lines = ["  <source id=\"urdb\" title=\"URDB: \(MarkupEscape.text(rate.title))\""]
    if let label = rate.label { lines.append("number=\"\(MarkupEscape.text(label))\"") }
    if let uri = rate.uri { lines.append("url=\"\(MarkupEscape.text(uri))\"") }
    lines.append("confidence=\"secondary\"/>")
    return [lines[0]] + lines.dropFirst().map { "          " + $0 }
  }

  private var interval: [String] {
    rate.demandMinutes.map { ["", "    <demand-interval minutes=\"\($0)\"/>"] } ?? []
  }

  private var charges: [String] {
    var lines: [String] = []
    if let fixed = rate.fixed {
      lines += [
        "", "    <fixed-charge per=\"\(fixed.per)\" price=\"\(fixed.price)\" source=\"urdb\"/>",
      ]
    }
    lines += energy
    for (name, demand) in zip(flatNames, rate.flatDemand) {
      lines += charge(named: name, months: demand.months, periods: nil, demand.tiers)
    }
    lines += periodDemand
    if let reactive = rate.reactive {
      lines += [
        "",
        "    <demand-charge name=\"reactive\" unit=\"kvar\" price=\"\(reactive)\" source=\"urdb\"/>",
      ]
    }
    if let export = rate.export {
      lines += ["", "    <export-credit price=\"\(export)\" source=\"urdb\"/>"]
    }
    if let minimum = rate.minimum {
      var base = rate.fixed == nil ? ["energy"] : ["fixed", "energy"]
      if !rate.flatDemand.isEmpty || rate.demand != nil || rate.reactive != nil {
        base.append("demand")
      }
      lines += [
        "",
        """
            <minimum-bill amount="\(minimum.amount)" per="\(minimum.per)" \
        of="\(base.joined(separator: " "))" source="urdb"/>
        """,
      ]
    }
    return lines
  }

  private var flatNames: [String] {
    rate.flatDemand.count == 1 ? ["flat"] : rate.flatDemand.indices.map { "flat-\($0 + 1)" }
  }

  /// The energy charge; months take the place of periods where the hour never matters.
  private var energy: [String] {
    let energy = rate.energy
    let isTiered = energy.schedule.periods.contains { energy.tiers[$0].count > 1 }
    let unit = isTiered ? " tier-unit=\"\(rate.tierUnit.rawValue)\"" : ""
    let allocation = isTiered ? " tier-allocation=\"proportional\"" : ""
    var lines = [
      "", "    <energy-charge bills=\"derived\"\(unit)\(allocation) source=\"urdb\">",
    ]
    for period in energy.schedule.periods {
      let isWhole = energy.schedule.isMonthly
      let months = energy.schedule.months(of: period)
      let parts = byFuel(months)
      for (fuel, part) in parts {
        let isNamed = parts.count > 1 || (isWhole && !months.isWholeYear)
        let during = isNamed ? " months=\"\(part)\"" : ""
        lines += priced(
          "      <period name=\"\(isWhole ? "all" : energy.names[period])\"\(during)",
          energy.tiers[period].map { $0.adding(fuel: fuel) }, end: "      </period>")
      }
    }
    return lines + ["    </energy-charge>"]
  }

  /// Months by what they add to the price, in the order of their first months.
  private func byFuel(_ months: MonthSet) -> [(fuel: Price, months: MonthSet)] {
    guard let fuel = rate.fuel else { return [(.zero, months)] }
    var parts: [(fuel: Price, months: MonthSet)] = []
    for month in months.numbers {
      let price = fuel[month - 1]
      if let index = parts.firstIndex(where: { $0.fuel == price }) {
        parts[index].months.insert(month)
      } else {
        parts.append((price, MonthSet([month])))
      }
    }
    return parts
  }

  /// Charges on the highest demand of each period.
  private var periodDemand: [String] {
    guard let demand = rate.demand else { return [] }
    return demand.schedule.periods.filter(demand.isCharged).flatMap { period in
      let isWhole = demand.schedule.isMonthly
      let months = demand.schedule.months(of: period)
      let name =
        !isWhole
        ? demand.names[period] : months.isWholeYear ? "any-time" : "months-\(period + 1)"
      return charge(
        named: name, months: months,
        periods: isWhole ? nil : demand.names[period], demand.tiers[period])
    }
  }

  private func charge(
    named name: String, months: MonthSet, periods: String?, _ tiers: [URDBTier]
  ) -> [String] {
    let hours = periods.map { " calendar=\"demand\" periods=\"\($0)\"" } ?? ""
    let during = months.isWholeYear ? "" : " months=\"\(months)\""
    let unit = rate.demandUnit == "kW" ? "" : " unit=\"\(rate.demandUnit)\""
    let start = "    <demand-charge name=\"\(name)\"\(hours)\(during)\(unit)"
    var ratchet: [String] = []
    if let lookback = rate.lookback {
      let of = lookback.months.isWholeYear ? "" : " months=\"\(lookback.months)\""
      ratchet = [
        "<ratchet percent=\"\(lookback.percent)\" months-back=\"\(lookback.monthsBack)\"\(of)/>"
      ]
    }
    return [""]
      + priced(
        start, tiers, end: "    </demand-charge>", attributes: " source=\"urdb\"", inside: ratchet)
  }

  /// An element with its price, or with its tiers; a price that is a sum is followed by its parts.
  private func priced(
    _ start: String, _ tiers: [URDBTier], end: String, attributes: String = "",
    inside: [String] = []
  ) -> [String] {
    let indent = String(repeating: " ", count: start.prefix { $0 == " " }.count + 2)
    if tiers.count == 1, let tier = tiers.first {
      let line = "\(start) price=\"\(tier.price)\"\(attributes)"
      guard !inside.isEmpty else { return ["\(line)/>\(Self.parts(of: tier))"] }
      return ["\(line)>\(Self.parts(of: tier))"] + inside.map { indent + $0 } + [end]
    }
    let rows = tiers.map { tier in
      let limit = tier.upTo.map { " up-to=\"\($0)\"" } ?? ""
      return "<tier\(limit) price=\"\(tier.price)\"/>\(Self.parts(of: tier))"
    }
    return ["\(start)\(attributes)>"] + (inside + rows).map { indent + $0 } + [end]
  }

  private static func parts(of tier: URDBTier) -> String {
    let parts = [tier.rate, tier.adjustment, tier.fuel].filter { $0 != .zero }
    guard let first = parts.first, parts.count > 1 else { return "" }
    let others = parts.dropFirst().map { " \($0.isNegative ? "−" : "+") \($0.magnitude)" }
    return "  <!-- \(first)\(others.joined()) -->"
  }
}
