import Billing
import Quantities
import Tariffs
import Use

extension AccountCase {
  /// What to declare for the month after the data, from the months there are.
  ///
  /// - Returns: Nothing where the tariff knows no contract demand.
  func forecast(growth: Rate, margin: Rate) -> FilingForecast? {
    var samples: [ContractMonth] = []
    var offersActual = false
    for month in months {
      guard let study = try? study(of: month), study.determinants.coverage.isWhole,
        let found = try? ContractMonth(study.billed(by: .contractDemand))
      else { continue }
      samples.append(found)
      offersActual = study.version?.basicCharge?.method(.actualDemand) != nil
    }
    guard let last = samples.last,
      let forecast = ContractForecast(
        samples.map(\.sample), terms: last.terms,
        outlook: ContractOutlook(
          growth: growth, margin: margin, offersActualDemand: offersActual))
    else { return nil }
    return FilingForecast(
      month: last.month.adding(1), recommended: forecast.recommended.contract,
      optimum: forecast.optimum.contract, expectedCost: forecast.recommended.expectedCost,
      worstCase: forecast.worstCase, exceedance: forecast.exceedance, margin: margin,
      curve: forecast.curve.map { .init(contract: $0.contract, cost: $0.expectedCost) },
      actualDemandCost: forecast.actualDemandCost,
      actualDemandIsBetter: forecast.actualDemandIsBetter)
  }
}
