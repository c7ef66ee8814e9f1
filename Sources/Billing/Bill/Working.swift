import Quantities
import Tariffs

/// One step on the way to a line's quantity or price, with its evidence.
public enum Working: Sendable, Hashable {
  /// The metered maximum, when it was and how long the intervals are. [kW, kVA or kvar, s]
  case meteredDemand(Power, start: LocalTime?, intervalSeconds: Int?)
  /// The capacity that is counted, transformers and high-voltage motors. [kVA]
  case capacity(Power, transformers: String?, motors: Power)
  /// A share of the capacity that billed demand may not fall below.
  case capacityFloor(share: Rate, capacity: Power, floor: Power)
  /// A share of the contract demand that billed demand may not fall below.
  case contractFloor(share: Rate, contract: Power, floor: Power)
  /// A least demand. [kW]
  case leastDemand(Power)
  /// A share of the highest demand of earlier months.
  case ratchet(share: Rate, month: Month, demand: Power, floor: Power)
  /// The contract demand that is billed, and the one declared. [kW]
  case contract(billed: Power, declared: Power?)
  /// The metered demand is within what the contract allows. [kW]
  case withinAllowance(limit: Power, metered: Power)
  /// The metered demand exceeds what the contract allows. [kW]
  case excess(
    contract: Power, allowance: Rate, limit: Power, metered: Power, reading: ExcessReading)
  /// A discount for use per capacity, granted or not.
  case discount(
    threshold: Quantity, factor: Rate, energy: Quantity, capacity: Power, granted: Bool,
    rule: RuleReference)
  /// The price before a discount.
  case undiscountedPrice(Price)
  /// The price printed on the page, less what has a line of its own.
  case publishedPrice(column: String, printed: Price, less: [PricePart])
  /// A price that follows from components, less what has a line of its own.
  case derivedPrice(formula: PeriodPrice.Formula, parts: [PricePart], less: [PricePart])
  /// A slice of tiered quantity. [kWh or kW]
  case tier(number: Int, from: Quantity, upTo: Quantity?)
  /// The registers' energy before it was rounded. [kWh]
  case roundedEnergy(from: Quantity)
  /// Losses added because the meter stands on the low-voltage side. [kWh, kvarh]
  case losses(
    metered: Quantity, iron: Quantity, copper: Quantity, line: Quantity, reactive: Quantity)
  /// What a sub-meter takes out of the registers. [kWh]
  case subMeter(name: String, energy: Quantity)
  /// The days a line is for, out of those of the billing period.
  case days(from: CalendarDate, to: CalendarDate, of: Int)
  /// A transformer in use on some days, each counting as a thirtieth of the month. [kVA]
  case daysInUse(unit: String, capacity: Power, days: Int)
  /// A paused transformer, of which a share is still due. [kVA]
  case paused(unit: String, capacity: Power, days: Int, share: Rate)
  /// One of several supply lines.
  case supplyLine(String)
  /// Demand of supplied parties that was taken off. [kW]
  case resale(Power)
  /// Energy at the prices of a curve. [kWh]
  case curve(steps: Int, mean: Price)
  /// The month's average power factor.
  case powerFactor(
    active: Energy, reactive: Energy, value: PowerFactor, standard: PowerFactorStandard)
  /// The charges a percentage is reckoned on.
  case base([String])
  /// Reactive energy and what of it is free. [kvarh]
  case freeReactive(counted: Quantity, free: Quantity)
  /// Reactive demand and what of it is free, a share of the highest active power. [kvar, kW]
  case freeReactiveDemand(counted: Power, share: Rate, demand: Power, free: Power)
  /// The least amount and what counts toward it.
  case minimum(least: Money, counted: Money, term: MinimumCharge.Term)

  /// A named part of a price.
  public struct PricePart: Sendable, Hashable {
    /// The component.
    public let name: String
    /// Its price. [currency/kWh]
    public let price: Price
    /// Whether period ratios and adders work on it.
    public let floats: Bool
    /// The factor for the account's energy source.
    public let factor: Rate
  }
}
