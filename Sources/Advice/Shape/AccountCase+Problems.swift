import Billing
import Quantities
import Tariffs
import Use

extension AccountCase {
  /// The whole months of a load as an optimiser sees them, under the account's tariff, method and
  /// contract.
  ///
  /// - Parameter freeContract: Whether contract demands are chosen afterwards, to fit.
  /// - Returns: Nothing for months with holes, for they are not billed, and for those without use.
  /// - Throws: ``BillingFailure`` where a month cannot be billed.
  func problems(freeContract: Bool = false) throws(BillingFailure) -> [PeriodProblem] {
    guard case .intervals(let profile) = use else { return [] }
    var history: [Month: BillingDeterminants] = [:]
    var problems: [PeriodProblem] = []
    for month in Biller.months(of: use, account: account) {
      let study = try study(of: month, history: history)
      history[month] = study.determinants
      guard study.determinants.coverage.isWhole,
        let problem = try PeriodProblem(study, profile, freeContract: freeContract)
      else { continue }
      problems.append(problem)
    }
    return problems
  }
}

extension PeriodProblem {
  /// Finds what a month's intervals cost by billing the month with energy moved between registers.
  ///
  /// - Returns: Nothing for a month without use.
  init?(
    _ study: MonthStudy, _ profile: LoadProfile, freeContract: Bool
  ) throws(BillingFailure) {
    let days = study.period.days.compactMap { profile.range(of: $0) }
    guard let first = days.first, let last = days.last,
      let prices = try RegisterPrices(study)
    else { return nil }
    let positions = first.lowerBound..<last.upperBound
    var values = Array(repeating: Int64(0), count: positions.count)
    for run in study.runs(in: profile) {
      let price = prices.units[run.register]
      for position in run.positions { values[position - first.lowerBound] = price }
    }
    if let factor = prices.curveFactor, let curve = study.account.curve {
      // The registers' price has the curve's mean in it.
      let bought = profile.active[positions].reduce(Int128(0)) {
        $1 == LoadProfile.missing ? $0 : $0 + Int128($1)
      }
      var paid: Int128 = 0
      for day in study.period.days {
        let steps = curve.steps(on: day) ?? []
        for (index, step) in steps.enumerated() {
          let end = index + 1 < steps.count ? steps[index + 1].from.minutes : 1440
          let price = Int64(clamping: step.price.times(factor).units)
          for range in profile.positions(ofMinutes: step.from.minutes..<end, on: day) ?? [] {
            for position in range {
              values[position - first.lowerBound] += price
              let energy = profile.active[position]
              if energy != LoadProfile.missing { paid += Int128(price) * Int128(energy) }
            }
          }
        }
      }
      let mean = bought > 0 ? Int64(clamping: paid / bought) : 0
      for index in values.indices { values[index] -= mean }
    }
    let free = freeContract ? FreeContract(study) : nil
    let breaks = DemandBreaks(study, freeContract: free != nil)
    let seconds = profile.intervalSeconds
    self.init(
      month: study.determinants.month, positions: positions, days: days,
      intervalSeconds: seconds,
      blockLength: max(1, (study.determinants.demandIntervalSeconds ?? seconds) / seconds),
      prices: values, demand: try DemandCost(study, breaks, freeContract: free),
      isExact: breaks.isSingle && prices.isStraight)
  }
}
