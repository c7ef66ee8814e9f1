import Quantities
import Tariffs

/// A rate of the US Utility Rate Database, as far as it makes a bill.
struct URDBRate {

  /// What the limits of energy tiers are measured in, in the words of tariff files.
  enum TierUnit: String {
    case energy = "kWh"
    case dailyEnergy = "kWh/day"
    case energyPerDemand = "kWh/kW"
  }

  /// A fixed charge.
  struct Fixed {
    let price: Price
    /// `month` or `day`.
    let per: String
  }

  /// A price of the month's highest demand, whenever it was.
  struct FlatDemand {
    var months: MonthSet
    let tiers: [URDBTier]
  }

  /// The share of an earlier demand that is billed at the least.
  struct Lookback {
    let percent: String
    let monthsBack: Int
    let months: MonthSet
  }

  /// A least bill.
  struct Minimum {
    let amount: Price
    /// `month` or `year`.
    let per: String
  }

  var label: String?
  var uri: String?
  var utility: String?
  var name: String?
  /// Where the utility's own document is.
  var document: String?
  let inForce: DateRange
  var fixed: Fixed?
  let energy: URDBPeriods
  let tierUnit: TierUnit
  var demand: URDBPeriods?
  var flatDemand: [FlatDemand] = []
  /// `kW` or `kVA`.
  var demandUnit = "kW"
  var demandMinutes: Int?
  var lookback: Lookback?
  var minimum: Minimum?
  /// The price of the highest reactive power of a month. [USD/kvar]
  var reactive: Price?
  /// What is added to the price of energy in each month; nothing where it is the same. [USD/kWh]
  var fuel: [Price]?
  /// What is paid for energy fed in. [USD/kWh]
  var export: Price?
  /// Keys that were left out as asked.
  var leftOut: [String] = []

  /// The rate in words.
  var title: String {
    let words = [utility, name].compactMap { $0 }
    return words.isEmpty ? "A rate without a name" : words.joined(separator: ": ")
  }
}
