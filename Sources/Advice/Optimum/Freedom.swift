import Quantities
import Tariffs
import Use

/// What an optimisation may change, and within what limits.
public struct Freedom: Sendable, Hashable {
  /// Something that may be left as it is.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The transformers.
    case transformers
    /// Pauses of transformers, by whole billing months: of up to eight units that no event changes.
    case pauses
    /// The method of the basic charge.
    case method
    /// The contract demand.
    case contract
    /// The tariff.
    case tariff
    /// Capacitors.
    case compensation
  }

  /// What stays as it is.
  public var kept: Set<Part> = []
  /// Load that may be moved.
  public var shift: FlexibleShift?
  /// Runs of machines that may begin at another time.
  public var batches: [Batch] = []
  /// A battery that may be had.
  public var battery: Battery?
  /// Sizes of battery that are compared, each by itself.
  public var batterySizes: [Battery] = []
  /// How far transformers may be loaded. [fraction of their rating]
  public var loadingLimit = RecommendationSearch.loadingLimit
  /// By how much the load is to grow before transformers are full. [fraction of one]
  public var growth = Rate.zero
  /// Whether the load must be carried with the largest unit lost (N−1).
  public var sparesOne = false
  /// By how much more than the best contract demand is declared for a month to come. [fraction]
  public var margin = ContractOutlook.usualMargin
  /// What a change costs to make.
  public var costs = Costs()

  /// What changes cost to make.
  public struct Costs: Sendable, Hashable {
    /// A new transformer. [currency/kVA]
    public var perKilovoltAmpere: Price?
    /// Capacitors. [currency/kvar]
    public var perKilovar: Price?
    /// A battery. [currency/kWh]
    public var perKilowattHour: Price?

    /// Nothing is known.
    public init() {}
  }

  /// Everything that costs no load to be moved and no battery to be bought.
  public init() {}
}
