import Billing
import Quantities
import Tariffs
import Use

extension AccountCase {
  /// The contract demands that cost least, month by month, each kept as long as the tariff says.
  ///
  /// Where none is declared at present and the tariff then bills what is metered, the first months
  /// may be cheapest as they are; the plan then begins later, and has no step at all where that
  /// holds for every month.
  ///
  /// - Returns: Nothing where no month is billed on a contract demand.
  /// - Throws: ``BillingFailure`` where a month cannot be billed.
  func cheapestContracts() throws(BillingFailure) -> Plan<Power>? {
    var months: [ContractMonth] = []
    for month in self.months {
      let study = try study(of: month)
      guard study.determinants.coverage.isWhole, let found = try ContractMonth(study) else {
        continue
      }
      months.append(found)
    }
    var choices: [(month: Month, value: Power)] = []
    for stretch in ContractMonth.stretches(months) {
      let schedule = ContractSchedule(
        from: stretch[0].month, months: stretch.map { [$0.sample] }, terms: stretch[0].terms,
        contractMonths: stretch[0].held)
      choices += zip(stretch, schedule.contracts).map { ($0.month, $1) }
    }
    guard let first = choices.first?.month else { return nil }
    guard account.contractDemand == nil else { return Plan(choices) }
    return Plan(try withoutNeedless(choices, months), of: first)
  }

  /// The choices from the month on in which declaring begins to pay.
  private func withoutNeedless(
    _ choices: [(month: Month, value: Power)], _ months: [ContractMonth]
  ) throws(BillingFailure) -> [(month: Month, value: Power)] {
    var saved = Money.zero
    var most = Money.zero
    var start = choices.count
    for (index, choice) in choices.enumerated().reversed() {
      saved += try months[index].total(nil) - months[index].total(choice.value)
      let isStart = choice.month.ordinal % max(1, months[index].held) == 0 || index == 0
      if isStart, saved > most {
        most = saved
        start = index
      }
    }
    return Array(choices[start...])
  }
}
