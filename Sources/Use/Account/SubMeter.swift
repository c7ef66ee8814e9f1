import Quantities

/// Part of an account's energy that is billed apart: an office, a dormitory (定比定量, 套减).
public struct SubMeter: Sendable, Hashable {
  /// The metering point's name.
  public let id: String
  /// How much it is.
  public let measure: Measure
  /// Which of the account's energy it is taken from.
  public let takenFrom: Taking
  /// The tariff it is billed under.
  public let tariff: String
  /// The voltage of its price row; the account's where nothing is said.
  public let voltage: Voltage?
  /// Whether its energy charge is in the base of the power-factor adjustment.
  public let isInPowerFactorBase: Bool

  /// How a sub-meter's energy is known.
  public enum Measure: Sendable, Hashable {
    /// It is read, under its own name.
    case meter
    /// A fixed share of the account's billed energy (定比).
    case ratio(Rate)
    /// A fixed quantity a month (定量). [kWh]
    case quantity(Energy)
  }

  /// Which energy a sub-meter is taken from.
  public enum Taking: String, Sendable, Hashable, CaseIterable {
    /// From the flat register.
    case flat
    /// From every register alike.
    case proRata = "pro-rata"
    /// From none: it stands beside the main meter, not behind it (并列).
    case none
  }

  /// Makes a sub-meter.
  public init(
    id: String, measure: Measure, takenFrom: Taking, tariff: String, voltage: Voltage?,
    isInPowerFactorBase: Bool
  ) {
    self.id = id
    self.measure = measure
    self.takenFrom = takenFrom
    self.tariff = tariff
    self.voltage = voltage
    self.isInPowerFactorBase = isInPowerFactorBase
  }
}
