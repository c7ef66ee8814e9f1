import Quantities

/// A figure somebody has published of an account.
public struct Claim: Sendable, Hashable {
  /// What the figure says, in words.
  public let text: String
  /// What is measured.
  public let measure: Measure
  /// The changes the figure supposes.
  public let levers: [Lever]
  /// The figure as printed.
  public let published: Quantity
  /// Digits printed after the point.
  public let digits: Int

  /// Makes a claim.
  public init(text: String, measure: Measure, levers: [Lever], published: Quantity, digits: Int) {
    self.text = text
    self.measure = measure
    self.levers = levers
    self.published = published
    self.digits = digits
  }

  /// What can be measured; the raw value is the name in `published.csv`.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The average price. [currency/kWh]
    case averagePrice = "average-price"
    /// Energy charge and funds per kilowatt-hour. [currency/kWh]
    case energyPrice = "energy-price"
    /// The basic charge of a month, on average. [currency]
    case monthlyBasic = "monthly-basic"
    /// The basic charge of all months. [currency]
    case basic
    /// The basic charge's part of the bill. [%]
    case basicShare = "basic-share-percent"
    /// The power-factor adjustment of a month, on average. [currency]
    case monthlyPowerFactor = "monthly-power-factor"
    /// All energy. [kWh]
    case energy = "energy-kwh"
    /// The highest maximum demand. [kW]
    case maximumDemand = "max-demand-kw"
    /// The mean of the monthly maxima. [kW]
    case meanMaximumDemand = "mean-monthly-max-demand-kw"
    /// The total of all bills. [currency]
    case total
    /// What the changes save. [currency]
    case saving
    /// What the changes save per kilowatt-hour. [currency/kWh]
    case savingPerEnergy = "saving-per-kwh"
  }
}
