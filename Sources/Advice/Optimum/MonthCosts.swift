import Billing
import Quantities
import Tariffs
import Use

/// What each month of an account costs by each method of the basic charge, with the best contract
/// demand and the best shift of that month alone.
struct MonthCosts {
  /// The months that are billed whole, in order.
  private(set) var months: [Month] = []
  /// What each costs by each method. [currency]
  private(set) var costs: [[BasicChargeMethod: Money]] = []
  /// What months without a basic charge cost. [currency]
  private(set) var others = Money.zero
  /// By how much rounding may make a bill less than is said here. [currency]
  private(set) var slack = Money.zero
  /// Whether no bill of a month can be less than its cost here, but for rounding.
  private(set) var isBound = true
  /// For how long a method is kept. [months]
  private(set) var methodMonths = 1

  /// The contract demands that are best where a contract is kept for several months.
  private var contracts: Plan<Power>?

  /// - Throws: ``BillingFailure`` where a month cannot be billed.
  init(
    _ subject: AccountCase, _ freedom: Freedom, searches: [Month: ShiftSearch]
  ) throws(BillingFailure) {
    contracts = Self.contracts(subject, freedom)
    var mayStayUndeclared = false
    for month in subject.months {
      let study = try subject.study(of: month)
      guard study.determinants.coverage.isWhole else { continue }
      guard let basic = study.version?.basicCharge else {
        others += try cost(study, nil, freedom, searches[month])
        continue
      }
      let terms = study.version?.terms ?? .unbound
      methodMonths = max(methodMonths, terms.methodMonths)
      let contract = basic.method(.contractDemand)?.basis.demandRule?.contract
      if contract?.withoutContract == .metered, study.account.contractDemand == nil {
        mayStayUndeclared = true
      }
      isBound = isBound && terms.methodMonths % max(1, terms.contractMonths) == 0
      var byMethod: [BasicChargeMethod: Money] = [:]
      for method in basic.methods.map(\.method)
      where !freedom.kept.contains(.method) || method == study.account.basicCharge {
        let own = study.billed(by: method)
        // A method may lack what it needs, such as a contract demand or a capacity.
        byMethod[method] = try? cost(own, method, freedom, searches[month])
      }
      months.append(month)
      costs.append(byMethod)
    }
    // Where no contract costs what is metered, one that begins late was weighed for all months
    // together.
    isBound = isBound && (!mayStayUndeclared || months.count <= methodMonths)
  }

  /// The best contracts if every month were billed on one.
  ///
  /// A contract is kept for a part of the time a method is kept, or for as long, so that months
  /// which share a contract share a method.
  private static func contracts(
    _ subject: AccountCase, _ freedom: Freedom
  ) -> Plan<Power>? {
    guard !freedom.kept.contains(.contract),
      let all = try? subject.applying(.basicCharge(.always(.contractDemand)))
    else { return nil }
    return (try? all.cheapestContracts()) ?? nil
  }

  /// What a month costs at the least.
  private mutating func cost(
    _ study: MonthStudy, _ method: BasicChargeMethod?, _ freedom: Freedom, _ search: ShiftSearch?
  ) throws(BillingFailure) -> Money {
    guard method == .contractDemand, !freedom.kept.contains(.contract),
      let free = FreeContract(study)
    else { return try cost(study, contract: nil, search) }
    guard search != nil else {
      if let contracts {
        return try cost(study, contract: contracts.value(in: study.determinants.month), nil)
      }
      let best = try ContractMonth(study).map { ContractOptimum([$0.sample], terms: $0.terms) }
      return try cost(study, contract: best?.contract, nil)
    }
    // Each month has its own contract here, or the present one, which none kept for longer is
    // cheaper than.
    let chosen = try cost(study, contract: nil, search, free: free)
    return (try? cost(study, contract: nil, search)).map { min($0, chosen) } ?? chosen
  }

  /// What a month costs with a contract demand, the present one where none is given, or the one that
  /// fits the demand a shift leads to.
  private mutating func cost(
    _ study: MonthStudy, contract: Power?, _ search: ShiftSearch?, free: FreeContract? = nil
  ) throws(BillingFailure) -> Money {
    var departure = MonthStudy.Departure()
    departure.contract = contract
    guard let search else { return try study.bill(departure).total }
    // The bill as it is, less what the present shape of the load costs, and the best one instead.
    let breaks = DemandBreaks(study, freeContract: free != nil)
    let demand = try DemandCost(study, breaks, freeContract: free)
    let present = study.determinants.maximumDemand?.power ?? .zero
    departure.unrounded = true
    departure.demand = present
    departure.contract = free?.contract(for: present)
    let bill = try study.bill(departure)
    isBound = isBound && breaks.isSingle && search.problem.isExact
    slack += Self.slack(bill, study.version?.rounding ?? BillRounding())
    return bill.total - demand.cost(of: present) - search.presentEnergyCost
      + search.least(under: demand)
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
