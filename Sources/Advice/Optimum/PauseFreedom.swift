import Billing
import Quantities
import Tariffs
import Use

/// Which units of an account may be paused in which months (暂停), whatever set it has.
struct PauseFreedom {
  let freedom: Freedom
  private let peaks: [Month: Power]
  private let limits: TransformerFeasibility.Limits

  /// Nothing where no pauses are searched: they are kept, no rule counts them, the units change
  /// while they are followed, or there are more than eight.
  ///
  /// The highest power of months in which the power factor is not metered is taken over the lowest
  /// that was billed.
  init?(_ subject: AccountCase, _ bill: AccountBill, _ freedom: Freedom) {
    guard !freedom.kept.contains(.pauses), PausableUnits(subject.account) != nil,
      let last = bill.bills.last, subject.version(in: last.month)?.basicCharge != nil,
      let factor = PlantOptions.powerFactor(bill)
    else { return nil }
    let all = MonthlyPeak.peaks(of: subject.use, account: subject.account, powerFactor: factor)
    peaks = Dictionary(
      all.map { ($0.month, $0.apparent) }, uniquingKeysWith: { max($0, $1) })
    self.freedom = freedom
    limits = TransformerFeasibility.Limits(
      loading: freedom.loadingLimit, growth: freedom.growth, sparesOne: freedom.sparesOne)
  }

  /// The sets of units that can be spared in a month; where its peak is not known, none.
  func sparable(_ units: PausableUnits, in month: Month) -> [Int] {
    peaks[month].map { units.sparable(under: $0, limits: limits) } ?? [0]
  }

  /// How units are loaded without some of them in a month. [fraction]
  func loadRatio(_ units: PausableUnits, without mask: Int, in month: Month) -> Rate? {
    peaks[month].flatMap { units.feasibility(without: mask, peak: $0, limits).loadRatio }
  }
}
