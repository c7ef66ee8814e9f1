import Quantities

/// One transformer of an account, or several of one rating that are listed together.
public struct InstalledUnit: Sendable, Hashable {
  /// The name events refer to it by: its id, or its rating where it has none.
  public let id: String
  /// What a basic charge counts while it is in use. [kVA]
  public let capacity: Power
  /// Units of one group are interlocked: only one of them counts at a time.
  public let group: Int
  /// Whether and how it stands by.
  public let standby: TransformerSet.Standby
  /// Its losses, where they are known.
  public let losses: Losses?

  /// What a transformer consumes, from its plate.
  public struct Losses: Sendable, Hashable {
    /// No-load loss P0. [kW]
    public let noLoad: Power
    /// Load loss Pk at the rated load. [kW]
    public let load: Power?
    /// No-load current I0, as a fraction of the rated current.
    public let noLoadCurrent: Rate?
    /// Short-circuit voltage Uk, as a fraction of the rated voltage.
    public let shortCircuitVoltage: Rate?

    /// Makes losses.
    public init(noLoad: Power, load: Power?, noLoadCurrent: Rate?, shortCircuitVoltage: Rate?) {
      self.noLoad = noLoad
      self.load = load
      self.noLoadCurrent = noLoadCurrent
      self.shortCircuitVoltage = shortCircuitVoltage
    }
  }

  /// Makes a unit.
  public init(
    id: String, capacity: Power, group: Int, standby: TransformerSet.Standby = .none,
    losses: Losses? = nil
  ) {
    self.id = id
    self.capacity = capacity
    self.group = group
    self.standby = standby
    self.losses = losses
  }
}

extension TransformerSet {
  /// The units of the set, named after their ratings.
  public var units: [InstalledUnit] {
    groups.enumerated().flatMap { index, group in
      group.map {
        InstalledUnit(
          id: $0.rating.description, capacity: $0.capacity, group: index, standby: $0.standby)
      }
    }
  }
}
