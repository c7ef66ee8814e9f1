import Billing
import Quantities
import Tariffs
import Use

/// What each month of an account costs by each method of the basic charge, with the best contract
/// demand, and the best shift and use of a battery, of that month alone.
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

  /// - Throws: ``BillingFailure`` where a month cannot be billed.
  init(
    _ subject: AccountCase, _ freedom: Freedom, _ flexible: inout FlexibleMonths
  ) throws(BillingFailure) {
    let pricing = MonthPricing(freedom: freedom, contracts: Self.contracts(subject, freedom))
    var mayStayUndeclared = false
    for month in subject.months {
      let study = try subject.study(of: month)
      guard study.determinants.coverage.isWhole else { continue }
      guard let basic = study.version?.basicCharge else {
        let price = try pricing.price(study, nil, &flexible)
        others += price.cost
        count([price])
        continue
      }
      let terms = study.version?.terms ?? .unbound
      methodMonths = max(methodMonths, terms.methodMonths)
      let contract = basic.method(.contractDemand)?.basis.demandRule?.contract
      if contract?.withoutContract == .metered, study.account.contractDemand == nil {
        mayStayUndeclared = true
      }
      isBound = isBound && terms.methodMonths % max(1, terms.contractMonths) == 0
      let prices = pricing.prices(study, basic, &flexible)
      months.append(month)
      costs.append(prices.mapValues(\.cost))
      count(prices.values)
    }
    // Where no contract costs what is metered, one that begins late was weighed for all months
    // together.
    isBound = isBound && (!mayStayUndeclared || months.count <= methodMonths)
  }

  /// A month is billed at one of its prices.
  private mutating func count(_ prices: some Collection<MonthPricing.Price>) {
    slack += prices.map(\.slack).max() ?? .zero
    isBound = isBound && prices.allSatisfy(\.isBound)
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
}
