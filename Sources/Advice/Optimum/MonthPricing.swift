import Billing
import Quantities
import Tariffs
import Use

/// Says what a month costs with the best contract demand, and the best shift and use of a battery,
/// of that month alone.
struct MonthPricing {
  let freedom: Freedom
  /// The contract demands that are best where one is kept for several months; nothing where every
  /// month has its own.
  let contracts: Plan<Power>?

  /// What a month costs.
  struct Price {
    /// The least there is. [currency]
    var cost: Money
    /// By how much rounding may make a bill less. [currency]
    var slack = Money.zero
    /// Whether no bill of the month can be less, but for rounding.
    var isBound = true

    /// The less of both.
    func orLess(_ other: Price?) -> Price {
      guard let other else { return self }
      return Price(
        cost: min(cost, other.cost), slack: max(slack, other.slack),
        isBound: isBound && other.isBound)
    }
  }

  /// What a month costs by each method that is free to choose; a method may lack what it needs, such
  /// as a contract demand or a capacity.
  func prices(
    _ study: MonthStudy, _ basic: BasicCharge, _ flexible: inout FlexibleMonths
  ) -> [BasicChargeMethod: Price] {
    var prices: [BasicChargeMethod: Price] = [:]
    for method in basic.methods.map(\.method)
    where !freedom.kept.contains(.method) || method == study.account.basicCharge {
      prices[method] = try? price(study.billed(by: method), method, &flexible)
    }
    return prices
  }

  /// What a month costs by a method, or without a basic charge.
  func price(
    _ study: MonthStudy, _ method: BasicChargeMethod?, _ flexible: inout FlexibleMonths
  ) throws(BillingFailure) -> Price {
    guard method == .contractDemand, !freedom.kept.contains(.contract),
      let free = FreeContract(study)
    else { return try price(study, contract: nil, &flexible) }
    guard flexible[study.determinants.month] != nil else {
      if let contracts {
        return try price(study, contract: contracts.value(in: study.determinants.month), &flexible)
      }
      let best = try ContractMonth(study).map { ContractOptimum([$0.sample], terms: $0.terms) }
      let chosen = try price(study, contract: best?.contract, &flexible)
      guard study.account.contractDemand == nil else { return chosen }
      // A month may be cheapest with none declared.
      return chosen.orLess(try? price(study, contract: nil, &flexible))
    }
    // Each month has its own contract here, or the present one, which none kept for longer is
    // cheaper than.
    let chosen = try price(study, contract: nil, &flexible, free: free)
    return chosen.orLess(try? price(study, contract: nil, &flexible))
  }

  /// What a month costs with a contract demand, the present one where none is given, or the one that
  /// fits the demand a shift leads to.
  private func price(
    _ study: MonthStudy, contract: Power?, _ months: inout FlexibleMonths,
    free: FreeContract? = nil
  ) throws(BillingFailure) -> Price {
    var departure = MonthStudy.Departure()
    departure.contract = contract
    guard let flexible = months[study.determinants.month] else {
      return Price(cost: try study.bill(departure).total)
    }
    // The bill as it is, less what the present shape of the load costs, and the best one instead.
    let breaks = DemandBreaks(study, freeContract: free != nil)
    let demand = try DemandCost(study, breaks, freeContract: free)
    let present = study.determinants.maximumDemand?.power ?? .zero
    departure.unrounded = true
    departure.demand = present
    departure.contract = free?.contract(for: present)
    let bill = try study.bill(departure)
    let shape = flexible.presentEnergyCost + demand.cost(of: present)
    let least = months.least(in: study.determinants.month, under: demand) ?? shape
    var slack = Self.slack(bill, study.version?.rounding ?? BillRounding())
    if !flexible.isExact { slack = slack + Self.millionth(of: bill.total) }
    let isStraight = try months.isStraight(study)
    return Price(
      cost: bill.total - shape + least, slack: slack,
      isBound: breaks.isSingle && flexible.problem.isExact && isStraight)
  }

  /// As far as a linear programme's objective can be trusted.
  private static func millionth(of total: Money) -> Money {
    Money(units: Int128((total.units / 1_000_000).magnitude))
  }

  /// Half a unit of every rounding: of each line, of each register and of demand.
  private static func slack(_ bill: Bill, _ rounding: BillRounding) -> Money {
    bill.lines.reduce(Money.zero) { sum, line in
      let line = line.rounded(by: rounding)
      return sum + Money(units: PowersOfTen.half(of: rounding.moneyDigits, Money.self)) + line
    }
  }
}

extension BillLine {
  /// What half a unit of the line's quantity is worth. [currency]
  fileprivate func rounded(by rounding: BillRounding) -> Money {
    guard case .quantity(_, let unit, let price) = product else { return .zero }
    let digits: Int
    switch unit {
    case .kWh: digits = rounding.energyDigits
    case .kW: digits = rounding.demandDigits
    default: return .zero
    }
    let half = Quantity(units: PowersOfTen.half(of: digits, Quantity.self))
    // The power-factor adjustment and taxes follow: a tenth more covers them.
    let worth = half.times(price).times(.elevenTenths)
    return max(worth, .zero - worth)
  }
}

extension PowersOfTen {
  /// Half of the last digit that is kept, in units of a number.
  fileprivate static func half<Number: FixedPoint>(of digits: Int, _: Number.Type) -> Int128 {
    power(max(0, Number.fractionDigits - digits)) / 2
  }
}

extension Rate {
  fileprivate static let elevenTenths = Rate(units: Rate.unitsPerOne * 11 / 10)
}
