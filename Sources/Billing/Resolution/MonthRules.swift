import Quantities
import Synchronization
import Tariffs
import Use

/// The rules and prices one month of an account is billed by.
///
/// Shared by thousands of accounts and by several threads, so that it is referred to and not copied.
final class MonthRules: Sendable {
  let month: Month
  let tariff: Tariff
  let version: TariffVersion
  /// The rows of the pages in force that serve the account, that of the narrowest area first.
  let rows: [PriceRow]
  /// Where the pages say that prices are found which they do not print, by column.
  let foundElsewhere: [String: String]
  let given: [String: Price]
  let notes: [BillNote]
  /// Whether some hours hang on the weather.
  let hasHotDays: Bool
  private let hours = Mutex([DateSpan: Set<PeriodName>]())

  init(
    month: Month, tariff: Tariff, version: TariffVersion, rows: [PriceRow],
    foundElsewhere: [String: String], given: [String: Price], notes: [BillNote]
  ) {
    self.month = month
    self.tariff = tariff
    self.version = version
    self.rows = rows
    self.foundElsewhere = foundElsewhere
    self.given = given
    self.notes = notes
    hasHotDays = !version.timeOfUse.hotDays.isEmpty
  }

  /// The periods that have an hour on some days; looked for once for all accounts.
  func periodsWithHours(in span: DateSpan) -> Set<PeriodName> {
    hours.withLock { hours in
      if let known = hours[span] { return known }
      let calendar = version.timeOfUse
      let found = Set(calendar.periods.filter { calendar.hasHours(of: $0, in: span) })
      hours[span] = found
      return found
    }
  }

  /// What energy costs, with the charge it is billed as.
  var energyCharge: (energy: EnergyCharge, charge: Charge)? {
    for charge in version.charges {
      if case .energy(let energy) = charge.kind { return (energy, charge) }
    }
    return nil
  }

  /// A price with the place it was found.
  struct FoundPrice {
    let price: Price
    let origin: PriceOrigin
  }

  /// Looks a price up; what the user gives goes before what the page prints.
  func price(_ source: PriceSource) -> FoundPrice? {
    switch source {
    case .literal(let price):
      return FoundPrice(price: price, origin: .rule)
    case .column(let name):
      if let price = given[name] { return FoundPrice(price: price, origin: .given) }
      for row in rows {
        if let price = row.prices[name] { return FoundPrice(price: price, origin: .page(row.rule)) }
      }
      return nil
    }
  }

  /// Looks a price up for a charge that cannot do without it.
  func price(
    _ source: PriceSource, for charge: String
  ) throws(BillingProblem) -> FoundPrice {
    if let found = price(source) { return found }
    guard case .column(let name) = source else {
      preconditionFailure("a literal price is always found")
    }
    throw missing([name], for: charge)
  }

  /// That prices a charge needs are on no page in force.
  func missing(_ columns: [String], for charge: String) -> BillingProblem {
    var found: [String] = []
    for text in columns.compactMap({ foundElsewhere[$0] }) where !found.contains(text) {
      found.append(text)
    }
    return .missingPrice(columns: columns, charge: charge, month: month, found: found)
  }

  /// The same rules without any rounding of what is billed; prices stay as they are published.
  var unrounded: MonthRules {
    MonthRules(
      month: month, tariff: tariff, version: version.unrounded, rows: rows,
      foundElsewhere: foundElsewhere, given: given, notes: notes)
  }
}

extension TariffVersion {
  /// Digits after which a sum of exact products is cut: far below what a price can tell.
  private static let moneyDigits = 15

  fileprivate var unrounded: TariffVersion {
    TariffVersion(
      inForce: inForce, eligibility: eligibility, timeOfUse: timeOfUse,
      demandWindows: demandWindows, demandIntervalSeconds: demandIntervalSeconds,
      rounding: BillRounding(
        moneyDigits: Self.moneyDigits, periodPriceDigits: rounding.periodPriceDigits,
        roundsBeforeOwnLines: rounding.roundsBeforeOwnLines, mode: rounding.mode),
      terms: terms, losses: losses, charges: charges, rule: rule)
  }
}
