/// One charge of a tariff.
public struct Charge: Sendable, Hashable {
  /// The name on bill lines: `basic`, `energy`, `demand/on-peak`, `tax/city`.
  public let name: String
  /// How it is worked out.
  public let kind: Kind
  /// Where it stands and what it rests on.
  public let rule: RuleReference

  /// How a charge is worked out.
  ///
  /// Bills walk over all charges; kept apart, a kind is not copied with its charge.
  public indirect enum Kind: Sendable, Hashable {
    /// An amount by month or day.
    case fixed(FixedCharge)
    /// The basic charge, by one of several methods.
    case basic(BasicCharge)
    /// Energy by period, component and tier.
    case energy(EnergyCharge)
    /// Demand within a window.
    case demand(DemandCharge)
    /// Reactive energy beyond what is free.
    case reactive(ReactiveCharge)
    /// A price on a capacity of the account's own; bill line `reserve`.
    case reserve(CapacityPriceCharge)
    /// A credit for energy fed into the grid; bill line `export`.
    case export(ExportCredit)
    /// A percentage by table, for the month's power factor.
    case powerFactor(PowerFactorCharge)
    /// A percentage of other charges.
    case tax(TaxCharge)
    /// What is missing to a least amount.
    case minimum(MinimumCharge)
  }

  /// Makes a charge.
  public init(name: String, kind: Kind, rule: RuleReference) {
    self.name = name
    self.kind = kind
    self.rule = rule
  }
}
