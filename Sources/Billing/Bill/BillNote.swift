import Quantities
import Use

/// Something the reader of a bill ought to know that changes no figure on it.
public enum BillNote: Sendable, Hashable {
  /// The account is too small or too large for its tariff and is billed under another.
  case billedUnderFallback(named: String, billed: String, capacity: Power)
  /// A month without energy has no power factor, hence no adjustment.
  case noEnergyNoPowerFactor
  /// No standard applies to the account.
  case noPowerFactorStandard
  /// Demand was taken from intervals longer than the demand interval. [s]
  case coarseDemand(intervalSeconds: Int, demandSeconds: Int)
  /// A demand register may slide, and read higher than fixed intervals do. [kW]
  case slidingDemand(fixed: MaximumDemandText, sliding: MaximumDemandText)
  /// A ratchet could look back over fewer months than the tariff names.
  case shortHistory(known: Int, needed: Int)
  /// The annual minimum is settled over a whole calendar year only.
  case annualMinimumOpen(monthsKnown: Int)
  /// A figure was given on the command line.
  case priceGiven(name: String, price: Price)
  /// Prices and rules of another month were used.
  case asOf(Month)
  /// Rules or prices changed within the period; register energy was split by days.
  case splitByDays([CalendarDate])
  /// The account buys in the market, but no prices of its own are known; the printed ones were
  /// billed.
  case marketWithoutCurve
  /// The account is metered on the low-voltage side, but the tariff has no rule on losses.
  case noLossRule
  /// Whether some days were hot, and so had other hours, is not known; they were billed as others.
  /// [°C]
  case weatherUnknown(days: Int, from: CalendarDate, celsius: Quantity, daysRunning: Int)
  /// Intervals were filled in, as asked; and what the bill would be with nothing in them. [kWh]
  case estimated(EstimatedUse, least: Money?)
  /// Period registers do not add up to the total register. [kWh]
  case registersDiffer(sum: Energy, total: Energy)

  /// A demand as it stands on the bill.
  public struct MaximumDemandText: Sendable, Hashable {
    /// The mean. [kW]
    public let power: Power
    /// The start of the interval.
    public let start: LocalTime?
  }
}
