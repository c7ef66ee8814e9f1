import Documents
import Quantities
import Tariffs

extension URDBReader {

  /// The days the rate is in force.
  mutating func readDates() -> DateRange? {
    let start = request.from ?? members["startdate"].flatMap { date($0) }
    guard let start else {
      if members["startdate"] == nil {
        findings.add(
          Diagnostic(
            file: source.file, code: "urdb-value",
            message: "the rate has no \"startdate\", the day from which it is in force",
            hint: "give it with --from YYYY-MM-DD"))
      }
      return nil
    }
    guard let end = members["enddate"] else { return DateRange(from: start, to: nil) }
    guard let last = date(end) else { return nil }
    guard let range = DateRange(from: start, to: last) else {
      report(
        end, "is \(last), before the rate begins on \(start)",
        hint: Self.leaveOut("enddate"))
      return nil
    }
    return range
  }

  /// A day, as seconds since 1970: midnight somewhere in the United States, where it is the same
  /// day as in Greenwich.
  private mutating func date(_ value: JSONCursor) -> CalendarDate? {
    if case .string(let text) = value.node, let date = CalendarDate(iso: text.prefix(10)) {
      return date
    }
    guard let number = number(value, as: Quantity.self) else { return nil }
    guard case .kept(let seconds, _) = number, seconds >= .zero else {
      report(value, "must be seconds since 1970")
      return nil
    }
    return CalendarDate(dayNumber: Int(seconds.units / Quantity.unitsPerOne) / 86_400)
  }

  /// The charge by the month or day.
  mutating func readFixed() -> URDBRate.Fixed? {
    let monthly = amount("fixedmonthlycharge")
    let first = amount("fixedchargefirstmeter")
    if let first, let monthly, first.price != monthly.price {
      report(
        first.value, "is beside fixedmonthlycharge; one fixed charge is expected",
        hint: Self.leaveOut("fixedmonthlycharge"))
    }
    if let first, let per = per("fixedchargeunits", ["$/month": "month", "$/day": "day"]) {
      return .init(price: first.price, per: per)
    }
    return monthly.map { .init(price: $0.price, per: "month") }
  }

  /// The least bill.
  ///
  /// One by the year that follows from the one by the month is no second one.
  mutating func readMinimum() -> URDBRate.Minimum? {
    var found: [(value: JSONCursor, minimum: URDBRate.Minimum)] = []
    if let amount = amount("mincharge"),
      let per = per("minchargeunits", ["$/month": "month", "$/year": "year"])
    {
      found.append((amount.value, .init(amount: amount.price, per: per)))
    }
    for (key, per) in [("minmonthlycharge", "month"), ("annualmincharge", "year")] {
      if let amount = amount(key) {
        found.append((amount.value, .init(amount: amount.price, per: per)))
      }
    }
    guard let first = found.first else { return nil }
    for other in found.dropFirst() {
      let isSame = other.minimum.per == first.minimum.per
      let follows =
        isSame
        ? other.minimum.amount == first.minimum.amount
        : first.minimum.per == "month"
          && other.minimum.amount.units <= first.minimum.amount.units * 12
      if !follows {
        report(
          other.value, "is a second least bill; a tariff has one", code: "urdb-key",
          hint: Self.leaveOut(
            other.value.path.steps.last.map { step in
              if case .key(let key) = step { return key }
              return "it"
            } ?? "it"))
      }
    }
    return first.minimum
  }

  /// A sum of money; nothing where it is absent or zero.
  mutating func amount(_ key: String) -> (value: JSONCursor, price: Price)? {
    guard let value = members[key], let price = price(value), price != .zero else { return nil }
    return (value, price)
  }

  /// What a sum is for; a month where the rate does not say.
  private mutating func per(_ key: String, _ words: [String: String]) -> String? {
    guard let value = members[key] else { return "month" }
    guard let text = string(key) else { return "month" }
    if let word = words[text.lowercased()] { return word }
    let known = words.keys.sorted().map { Printable.quote($0) }
    report(
      value,
      """
      is \(Printable.quote(text)), which cannot be carried; \
      \(Printable.alternatives(known)) is expected
      """)
    return nil
  }

  /// The prices of the month's highest demand, months with the same prices together.
  mutating func readFlatDemand() -> [URDBRate.FlatDemand] {
    guard let structure = members["flatdemandstructure"], let parts = elements(structure),
      !parts.isEmpty
    else { return [] }
    var prices: [[URDBTier]] = []
    for part in parts {
      guard let tiers = readTiers(part, isEnergy: false) else { return [] }
      prices.append(tiers)
    }
    var numbers = Array(repeating: 0, count: 12)
    if let months = members["flatdemandmonths"] {
      guard let values = elements(months) else { return [] }
      guard values.count == 12 else {
        report(months, "has \(values.count) values; one for each of the twelve months is expected")
        return []
      }
      numbers = values.compactMap { whole($0, in: 0...(prices.count - 1)) }
      guard numbers.count == 12 else { return [] }
    }
    var result: [URDBRate.FlatDemand] = []
    for (month, number) in zip(1..., numbers) {
      let tiers = prices[number]
      guard tiers.contains(where: { $0.price != .zero }) else { continue }
      if let index = result.firstIndex(where: { $0.tiers == tiers }) {
        result[index].months.insert(month)
      } else {
        result.append(.init(months: MonthSet([month]), tiers: tiers))
      }
    }
    return result
  }

  /// What demand is measured in, said once or several times over.
  mutating func readDemandUnit() -> String {
    var found: String?
    for key in ["demandunit", "demandrateunit", "flatdemandunit"] {
      guard let value = members[key], let text = string(key) else { continue }
      guard let unit = ["kW", "kVA"].first(where: { $0.lowercased() == text.lowercased() }) else {
        report(
          value, "is \(Printable.quote(text)), which cannot be carried; kW or kVA is expected")
        continue
      }
      if let found, found != unit {
        report(value, "is \(unit), but another demand is in \(found); one unit is expected")
      }
      found = unit
    }
    return found ?? "kW"
  }

  /// The minutes over which demand is averaged.
  mutating func readDemandWindow() -> Int? {
    guard let value = members["demandwindow"] else { return nil }
    guard let minutes = whole(value, in: 1...60) else { return nil }
    guard 60 % minutes == 0 else {
      report(value, "is \(minutes) minutes, of which an hour is no multiple")
      return nil
    }
    return minutes
  }

  /// The share of earlier demand that is billed at the least: of the months before, so many or
  /// those named within a year.
  mutating func readLookback() -> URDBRate.Lookback? {
    guard let value = members["lookbackpercent"],
      case .kept(let share, _)? = number(value, as: Rate.self), share != .zero
    else { return nil }
    guard share > .zero, share <= .one else {
      report(value, "is \(share); a fraction from 0 to 1 is expected")
      return nil
    }
    if let range = members["lookbackrange"], !isNothing(range) {
      if let named = members["lookbackmonths"], !isNothing(named) {
        report(
          named, "names months, but lookbackrange says how many; one of the two is expected",
          hint: """
            see in the utility's document which of them is meant, and leave the other out: \
            --without lookbackmonths or --without lookbackrange
            """)
      }
      return whole(range, in: 1...60).map {
        .init(percent: share.percentText, monthsBack: $0, months: .all)
      }
    }
    var months = MonthSet()
    if let named = members["lookbackmonths"], let values = elements(named) {
      guard values.count == 12 else {
        report(named, "has \(values.count) values; one for each of the twelve months is expected")
        return nil
      }
      for (month, flag) in zip(1..., values) where !isNothing(flag) { months.insert(month) }
    }
    guard months != MonthSet() else {
      report(
        value,
        """
        is a share of earlier demand, but neither lookbackmonths nor lookbackrange \
        says of which months
        """)
      return nil
    }
    return .init(percent: share.percentText, monthsBack: 11, months: months)
  }
}
