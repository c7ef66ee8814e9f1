import Billing
import Quantities
import Tariffs
import Use

/// A month that is billed on a contract demand, as the choice of one sees it.
struct ContractMonth {
  let month: Month
  let sample: DemandSample
  let terms: ContractTerms
  /// For how long a contract is kept. [months]
  let held: Int
  private let study: MonthStudy

  /// - Returns: Nothing where the month is not billed on a contract demand.
  init?(_ study: MonthStudy) throws(BillingFailure) {
    guard let free = FreeContract(study), let version = study.version,
      let rule = version.basicCharge?.method(.contractDemand)?.basis.demandRule?.contract,
      let demand = study.determinants.maximumDemand?.power
    else { return nil }
    let rounded = max(
      .zero,
      demand.rounded(digits: version.rounding.demandDigits, mode: version.rounding.mode)
        - study.account.resaleDemand)
    let step = Power(1000)
    let high = max(rounded, free.floor) + step
    func total(_ contract: Power) throws(BillingFailure) -> Money {
      var departure = MonthStudy.Departure()
      departure.unrounded = true
      departure.contract = contract
      return try study.bill(departure).total
    }
    let difference = try total(high + step) - total(high)
    month = study.determinants.month
    sample = DemandSample(
      demand: rounded,
      weight: max(.zero, Price(units: difference.units / step.quantity.units)))
    terms = ContractTerms(
      floor: free.exactFloor, cap: max(study.capacity ?? high, free.exactFloor),
      allowance: rule.allowance, reading: study.account.excessReading ?? rule.reading)
    held = version.terms.contractMonths
    self.study = study
  }

  /// The bill with a contract demand, or as it is. [currency]
  func total(_ contract: Power?) throws(BillingFailure) -> Money {
    var departure = MonthStudy.Departure()
    departure.contract = contract
    return try study.bill(departure).total
  }

  /// Months one after the other under the same terms.
  static func stretches(_ months: [ContractMonth]) -> [[ContractMonth]] {
    var stretches: [[ContractMonth]] = []
    for month in months {
      if let last = stretches.last?.last, last.terms == month.terms, last.held == month.held,
        last.month.adding(1) == month.month
      {
        stretches[stretches.count - 1].append(month)
      } else {
        stretches.append([month])
      }
    }
    return stretches
  }
}
