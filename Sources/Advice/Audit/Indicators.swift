import Billing
import Quantities
import Tariffs
import Use

/// The figures by which an account is judged and compared.
public struct Indicators: Sendable, Hashable {
  /// A part of the whole, as a fraction.
  public struct PeriodShare: Sendable, Hashable {
    /// The period.
    public let period: PeriodName
    /// Its part of the energy.
    public let share: Rate
  }

  /// A part of the bill.
  public struct ChargeShare: Sendable, Hashable {
    /// The name: `basic`, `energy`, `funds`, `power_factor` or `other`.
    public let name: String
    /// Its amount over the months billed. [currency]
    public let amount: Money
    /// Its part of the total.
    public let share: Rate
  }

  /// Energy of the months billed. [kWh]
  public let energy: Energy
  /// Their total. [currency]
  public let total: Money
  /// What a kilowatt-hour costs. [currency/kWh]
  public let averagePrice: Price?
  /// The parts of the bill.
  public let charges: [ChargeShare]
  /// The basic charge per kilowatt-hour. [currency/kWh]
  public let basicPerEnergy: Price?
  /// The energy charge and funds per kilowatt-hour. [currency/kWh]
  public let energyPrice: Price?
  /// The highest maximum demand. [kW]
  public let maximumDemand: Power?
  /// When it was.
  public let maximumDemandStart: LocalTime?
  /// The mean of the monthly maxima. [kW]
  public let meanMonthlyMaximum: Power?
  /// Energy ÷ (hours × highest demand).
  public let loadFactor: Rate?
  /// Highest demand ÷ power factor ÷ installed capacity.
  public let loadRatio: Rate?
  /// The average power factor of all months, to four decimals.
  public let powerFactor: Rate?
  /// Installed capacity. [kVA]
  public let capacity: Power?
  /// Energy by period.
  public let periodShares: [PeriodShare]

  /// Works the indicators out from bills.
  public init(_ bill: AccountBill) {
    let bills = bill.bills
    let energy = bill.energy
    let total = bill.total
    self.energy = energy
    self.total = total
    averagePrice = bill.averagePrice
    let amounts = Self.amounts(of: bills)
    charges = Group.allCases.compactMap { group in
      let amount = amounts[group, default: .zero]
      guard amount != .zero || group == .basic || group == .energy else { return nil }
      return ChargeShare(
        name: group.rawValue, amount: amount, share: Rate(amount, over: total) ?? .zero)
    }
    basicPerEnergy = amounts[.basic, default: .zero].per(energy.quantity)
    energyPrice = (amounts[.energy, default: .zero] + amounts[.funds, default: .zero])
      .per(energy.quantity)
    let maxima = bills.compactMap(\.determinants.maximumDemand)
    let highest = maxima.max { $0.power < $1.power }
    maximumDemand = highest?.power
    maximumDemandStart = highest?.start
    meanMonthlyMaximum =
      maxima.isEmpty
      ? nil
      : Power(
        units: RoundingMode.halfAwayFromZero.divide(
          maxima.reduce(0) { $0 + $1.power.units }, by: Int128(maxima.count)))
    let hours = bills.reduce(0) { $0 + $1.month.dayCount * 24 }
    loadFactor = highest.flatMap { maximum in
      Rate(energy.meanPower(overSeconds: max(1, hours * 3600)), over: maximum.power)
    }
    capacity = bill.account.billedCapacity
    powerFactor = Self.averagePowerFactor(bills)
    loadRatio = Self.loadRatio(highest?.power, powerFactor, capacity)
    periodShares = Self.periodShares(of: bill)
  }

  /// The parts a bill is divided into.
  private enum Group: String, CaseIterable {
    case basic, energy, funds
    case powerFactor = "power_factor"
    case other

    private static let selectors: [(group: Group, selector: ChargeSelector)] = [
      (.basic, ChargeSelector("basic")), (.energy, ChargeSelector("energy")),
      (.funds, ChargeSelector("funds")), (.powerFactor, ChargeSelector("power-factor")),
    ]

    /// The part that a line of a charge belongs to.
    init(_ charge: String) {
      self = Self.selectors.first { $0.selector.selects(charge) }?.group ?? .other
    }
  }

  private static func amounts(of bills: [Bill]) -> [Group: Money] {
    var amounts: [Group: Money] = [:]
    for bill in bills {
      for line in bill.lines { amounts[Group(line.charge), default: .zero] += line.amount }
    }
    return amounts
  }

  static func periodShares(of bill: AccountBill) -> [PeriodShare] {
    var sums: [(PeriodName, Energy)] = []
    for register in bill.bills.flatMap(\.determinants.energy) {
      if let index = sums.firstIndex(where: { $0.0 == register.period }) {
        sums[index].1 += register.energy
      } else {
        sums.append((register.period, register.energy))
      }
    }
    let total = sums.reduce(Quantity.zero) { $0 + $1.1.quantity }
    return sums.compactMap { period, energy in
      Rate(energy.quantity, over: total).map { PeriodShare(period: period, share: $0) }
    }
  }

  // An average for display and comparison; the adjustment itself is reckoned month by month in
  // whole hundredths.
  private static func averagePowerFactor(_ bills: [Bill]) -> Rate? {
    let metered = bills.filter { $0.determinants.reactiveForward != nil }
    guard !metered.isEmpty else { return nil }
    let active = metered.reduce(Energy.zero) { $0 + $1.determinants.totalEnergy }
    let reactive = metered.reduce(Energy.zero) {
      $0 + ($1.determinants.reactiveForward ?? .zero) + ($1.determinants.reactiveReverse ?? .zero)
    }
    let p = Double(active.millijoules)
    let q = Double(reactive.millijoules)
    guard p > 0 else { return nil }
    let value = p / (p * p + q * q).squareRoot()
    return Rate(units: Int128((value * 10_000).rounded()) * 100_000_000)
  }

  private static func loadRatio(
    _ demand: Power?, _ powerFactor: Rate?, _ capacity: Power?
  ) -> Rate? {
    guard let demand, let capacity, capacity > .zero else { return nil }
    let factor = powerFactor ?? .one
    guard factor > .zero else { return nil }
    let apparent = Power(
      units: WideProduct(demand.units, Rate.unitsPerOne).divided(by: factor.units))
    return Rate(apparent, over: capacity)
  }
}
