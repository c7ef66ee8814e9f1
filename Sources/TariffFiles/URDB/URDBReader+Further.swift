import Documents
import Quantities

extension URDBReader {

  /// The price of the highest reactive power of a month. [USD/kvar]
  ///
  /// The database tells the price only (`demandreactivepowercharge`, "$/kVAR"), so that all of the
  /// reactive power is billed, and a warning says so.
  mutating func readReactive() -> Price? {
    guard let charge = amount("demandreactivepowercharge") else { return nil }
    report(
      charge.value,
      """
      is the price of each kvar of a month's highest reactive power; the database does not tell \
      how many are free, and none is here
      """, code: "urdb-reactive", severity: .warning,
      hint: """
        where the utility's document lets a share of the kW go free, add free-percent to the \
        demand charge "reactive"
        """)
    return charge.price
  }

  /// What is added to the price of energy in each month; nothing where no month has anything.
  mutating func readFuel() -> [Price]? {
    guard let value = members["fueladjustmentsmonthly"], !isNothing(value),
      let values = elements(value)
    else { return nil }
    guard values.count == 12 else {
      report(value, "has \(values.count) values; one for each of the twelve months is expected")
      return nil
    }
    let prices = values.compactMap { price($0) }
    return prices.count == 12 ? prices : nil
  }

  /// What is paid for energy fed into the grid, where it is one price at all hours. [USD/kWh]
  ///
  /// Prices that differ are refused: a reading of what was fed in does not tell its hours. Under
  /// net metering it is not paid at all, but taken off what was drawn.
  mutating func readExport(_ energy: URDBPeriods?) -> Price? {
    guard let energy, let structure = members["energyratestructure"],
      !request.without.contains("sell")
    else { return nil }
    var found: [(value: JSONCursor, price: Price)] = []
    var isEverywhere = true
    for period in energy.schedule.periods {
      for tier in (try? structure.elements()[period].elements()) ?? [] {
        guard let sell = try? tier.optional("sell"), !isNothing(sell) else {
          isEverywhere = false
          continue
        }
        guard let price = price(sell) else { return nil }
        found.append((sell, price))
      }
    }
    guard let first = found.first else { return nil }
    guard isEverywhere, found.allSatisfy({ $0.price == first.price }) else {
      refuse(
        first.value, key: "sell",
        "pays for energy fed into the grid, at prices that are not the same at all hours")
      return nil
    }
    let rules = string("dgrules")
    if let rules, !rules.lowercased().hasPrefix("net billing") {
      refuse(
        first.value, key: "sell",
        """
        pays for energy fed into the grid, which is not settled by itself under dgrules \
        \(Printable.quote(rules))
        """)
      return nil
    }
    return first.price
  }
}
