import Quantities

/// The cheapest contract demands by month, each kept for as long as the tariff says.
///
/// The last choice may run on past the months given.
package struct ContractSchedule: Sendable, Hashable {
  /// The contract of each month. [kW]
  package let contracts: [Power]
  /// What the months cost with them. [currency]
  package let total: Money

  /// Plans.
  ///
  /// - Parameters:
  ///   - first: The first month.
  ///   - months: The samples of each month: one where it is known, a distribution where it is not.
  ///   - terms: What a contract may be and costs.
  ///   - contractMonths: Months a contract is kept at the least.
  ///   - hold: How that is read.
  package init(
    from first: Month, months: [[DemandSample]], terms: ContractTerms, contractMonths: Int,
    hold: HoldReading = .calendar
  ) {
    let term = max(1, contractMonths)
    let plan =
      switch hold {
      case .calendar: Self.calendar(first, months, terms, term)
      case .rolling: Self.rolling(months, terms, term)
      }
    contracts = plan.contracts
    total = plan.total
  }

  /// One contract for each calendar block.
  private static func calendar(
    _ first: Month, _ months: [[DemandSample]], _ terms: ContractTerms, _ term: Int
  ) -> Plan {
    var plan = Plan()
    var start = 0
    while start < months.count {
      let end = min(months.count, start + term - (first.ordinal + start) % term)
      plan = plan.then(Array(months[start..<end]), terms)
      start = end
    }
    return plan
  }

  /// The best division into blocks.
  ///
  /// A block of two terms or more divides into two at no loss, as does a last block longer than a
  /// term; so blocks are shorter than two terms, and the last is no longer than one.
  private static func rolling(
    _ months: [[DemandSample]], _ terms: ContractTerms, _ term: Int
  ) -> Plan {
    // The best plan of the first k months, at k, where blocks can end there.
    var plans: [Plan?] = [Plan()]
    for end in months.indices.map({ $0 + 1 }) {
      let lengths = end == months.count ? 1..<(2 * term) : term..<(2 * term)
      var best: Plan?
      for length in lengths where length <= end {
        guard let plan = plans[end - length] else { continue }
        let longer = plan.then(Array(months[(end - length)..<end]), terms)
        if let known = best, known.total <= longer.total { continue }
        best = longer
      }
      plans.append(best)
    }
    return (plans.last ?? nil) ?? Plan()
  }

  /// The contracts up to a month and what they cost.
  private struct Plan {
    var contracts: [Power] = []
    var total: Money = .zero

    func then(_ block: [[DemandSample]], _ terms: ContractTerms) -> Plan {
      let best = ContractOptimum(block.flatMap(\.self), terms: terms)
      return Plan(
        contracts: contracts + Array(repeating: best.contract, count: block.count),
        total: total + best.cost)
    }
  }
}
