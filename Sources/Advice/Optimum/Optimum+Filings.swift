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
      case .pause(let pauses):
        filings += coming(pauses, after: last).map { pause in
          filing(
            .pause(pause), from: pause.span.start, terms.pauseNoticeDays,
            after.basicCharge?.pauses.rule ?? terms.rule)
        }
      case .transformers(let set):
        filings.append(filing(.transformers(set), last.adding(1), nil, nil))
      case .tariff(let id):
        filings.append(filing(.tariff(id), last.adding(1), nil, nil))
      case .singlePart:
        filings.append(
          filing(.tariff(comparison.result.account.tariff), last.adding(1), nil, nil))
      case .shiftShares, .shiftFlexible, .batches, .storage, .compensation, .voltage,
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
      guard let value = plan.value(in: month.like(upTo: last)), found.last?.1 != value else {
        continue
      }
      found.append((month, value))
    }
    return found
  }

  /// The pauses of the twelve months to come, each unit's months on end as one.
  private func coming(_ pauses: [UnitPause], after last: Month) -> [UnitPause] {
    let account = comparison.result.account
    let units = pauses.map(\.unit).reduce(into: [String]()) { units, unit in
      if !units.contains(unit) { units.append(unit) }
    }
    return units.flatMap { unit in
      let spans = (1...12).map(last.adding).filter { month in
        let start = account.billingPeriod(of: month.like(upTo: last)).start
        return pauses.contains { $0.unit == unit && $0.span.contains(start) }
      }.map(account.billingPeriod)
      return DateSpan.joined(spans).map { UnitPause(unit: unit, span: $0) }
    }
  }

  private func filing(
    _ change: Filing.Change, _ month: Month, _ notice: Int?, _ rule: RuleReference?
  ) -> Filing {
    filing(change, from: comparison.result.account.billingPeriod(of: month).start, notice, rule)
  }

  private func filing(
    _ change: Filing.Change, from start: CalendarDate, _ notice: Int?, _ rule: RuleReference?
  ) -> Filing {
    Filing(
      change: change, inForce: start, fileBy: notice.map(start.before(workingDays:)), rule: rule)
  }
}

extension Month {
  /// The month of the same name in the twelve up to a last one.
  fileprivate func like(upTo last: Month) -> Month {
    adding(-12 * ((ordinal - last.ordinal + 11) / 12))
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
