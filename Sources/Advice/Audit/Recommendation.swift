import Quantities
import Tariffs

/// A change that would make the bill smaller.
public struct Recommendation: Sendable, Hashable {
  /// The change.
  public let lever: Lever
  /// What is chosen.
  public let to: Setting
  /// What it saves by itself over the months covered. [currency]
  public let saving: Money
  /// The average price afterwards. [currency/kWh]
  public let averagePriceAfter: Price?
  /// Whether it can be done.
  public let feasibility: Feasibility
  /// What it rests on.
  public let because: Grounds
  /// What to find out on site first.
  public let checks: [SiteCheck]

  /// Whether it hangs on something that is not known here.
  public var isConditional: Bool {
    if case .ifLoadCanMove = feasibility { return true }
    return false
  }

  /// Whether a change can be done, and what that rests on.
  public enum Feasibility: Sendable, Hashable {
    /// The load on a transformer stays within the limit. [fractions]
    case transformerLoad(Rate, limit: Rate)
    /// The load on the transformers that are left stays within the limit. [fractions]
    case remainingLoad(Rate, limit: Rate)
    /// The tariff allows it; it binds for so many months.
    case allowed(boundForMonths: Int)
    /// A bank of capacitors is to be had. [kvar]
    case capacitors(kvar: Power)
    /// The account is small enough to choose. [kVA]
    case choiceOfTariff(capacity: Power)
    /// The process decides: it can be done if so much of the load can move within the day.
    /// [fraction]
    case ifLoadCanMove(share: Rate)
  }

  /// What a recommendation rests on.
  public struct Grounds: Sendable, Hashable {
    /// The months that were billed.
    public let months: [Month]
    /// Their highest maximum demand. [kW]
    public let maximumDemand: Power?
    /// The rule that makes it save.
    public let rule: RuleReference?
  }
}
