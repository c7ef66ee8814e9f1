import Quantities

/// One of several lines that supply an account.
public struct SupplyLine: Sendable, Hashable {
  /// The line's name in readings.
  public let id: String
  /// The capacity it supplies. [kVA]
  public let capacity: Power
  /// High-voltage motors it feeds without a transformer. [kW]
  public let highVoltageMotors: Power
  /// Its own contract demand. [kW]
  public let contractDemand: Power?
  /// Whether and how it stands by.
  public let standby: TransformerSet.Standby

  /// Makes a line.
  public init(
    id: String, capacity: Power, highVoltageMotors: Power = .zero, contractDemand: Power? = nil,
    standby: TransformerSet.Standby = .none
  ) {
    self.id = id
    self.capacity = capacity
    self.highVoltageMotors = highVoltageMotors
    self.contractDemand = contractDemand
    self.standby = standby
  }

  /// What a basic charge counts of it: nothing of a line the utility has sealed. [kVA]
  public var billedCapacity: Power {
    standby == .cold ? .zero : capacity + highVoltageMotors
  }
}
