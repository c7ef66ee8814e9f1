/// What a tariff file holds, by the name of its first element.
package enum TariffFileKind: String, Sendable, Hashable, CaseIterable {
  /// The rules of a tariff, in dated versions.
  case tariff
  /// A published page of prices.
  case pricePage = "price-page"
  /// A bill worked by hand.
  case workedCase = "case"
  /// Power-factor tables that tariffs refer to.
  case powerFactorTables = "power-factor-tables"
  /// Public holidays that calendars refer to.
  case holidays
  /// Rules that versions of tariffs take.
  case sharedRules = "shared-rules"
}
