import Billing
import Quantities
import Tariffs
import Use

extension Optimum {
  /// What to file, and by when, if the months to come are like those covered.
  ///
  /// Notices count working days from Monday to Friday; holidays come on top.
  public var filings: [Filing] {
    guard let last = comparison.result.months.last, let after = comparison.result.version(in: last)
    else { return [] }
    let terms = after.terms
    var filings: [Filing] = []
    for lever in comparison.levers.map(\.lever) {
      switch lever {
      case .basicCharge(let plan):
        filings += coming(plan, after: last, term: terms.methodMonths).map { month, method in
          filing(.method(method), month, terms.methodNoticeDays, terms.rule)
        }
      case .contractDemand(.plan(let plan)):
        filings += coming(plan, after: last, term: terms.contractMonths).map { month, demand in
          filing(.contract(demand), month, terms.contractNoticeDays, terms.rule)
        }
      case .transformers(let set):
        filings.append(filing(.transformers(set), last.adding(1), nil, nil))
      case .tariff(let id):
        filings.append(filing(.tariff(id), last.adding(1), nil, nil))
      case .singlePart:
        filings.append(
          filing(.tariff(comparison.result.account.tariff), last.adding(1), nil, nil))
      case .shiftShares, .shiftFlexible, .batches, .storage, .compensation, .pause, .voltage,
        .contractDemand(.optimal):
        continue
      }
    }
    return filings.sorted { $0.inForce < $1.inForce }
  }

  /// The steps of a plan in the twelve months to come, each in the month of its name.
  private func coming<Value>(
    _ plan: Plan<Value>, after last: Month, term: Int
  ) -> [(Month, Value)] {
    let term = max(1, term)
    // A choice begins with a quarter, half-year or year of the calendar.
    let first = last.ordinal + 1
    let start = (first + term - 1) / term * term
    let months = (start..<(start + 12)).map(Month.init(ordinal:))
    var found: [(Month, Value)] = []
    for month in months {
      let like = month.adding(-12 * ((month.ordinal - last.ordinal + 11) / 12))
      guard let value = plan.value(in: like), found.last?.1 != value else { continue }
      found.append((month, value))
    }
    return found
  }

  private func filing(
    _ change: Filing.Change, _ month: Month, _ notice: Int?, _ rule: RuleReference?
  ) -> Filing {
    let start = comparison.result.account.billingPeriod(of: month).start
    return Filing(
      change: change, inForce: start, fileBy: notice.map(start.before(workingDays:)),
      rule: rule)
  }
}

extension CalendarDate {
  /// The day that lies so many working days before.
  fileprivate func before(workingDays: Int) -> CalendarDate {
    var day = self
    var left = workingDays
    while left > 0 {
      day = day.adding(days: -1)
      if !day.weekday.isWeekend { left -= 1 }
    }
    return day
  }
}
