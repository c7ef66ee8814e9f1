import Billing
import Quantities
import Tariffs
import Use

extension BillReport {
  /// The bills as a JSON document.
  package var json: JSONValue { ["accounts": .array(accounts.map(json))] }

  /// One account's bills, as they also stand inside other answers.
  package func json(_ account: AccountBill) -> JSONValue {
    let digits = moneyDigits(of: account)
    let isBilled = !account.bills.isEmpty
    return [
      "account": .text(BillHeader.number(account.account.id)),
      "name": .text(account.account.name.isEmpty ? nil : account.account.name),
      "tariff": .string(account.tariff.id),
      "voltage": .text(account.account.voltage?.rawValue),
      "currency": .string(account.tariff.currency),
      "as_of": .text(terms.asOf?.description),
      "months": .array(account.months.map { json($0, of: account, digits) }),
      "months_covered": .count(account.bills.count),
      "energy_kwh": isBilled ? .exact(account.energy) : nil,
      "total": isBilled ? .string(LineRecord.money(account.total, digits).description) : nil,
      "average_price": .text(account.averagePrice?.text(digits: 4)),
    ]
  }

  private func json(
    _ outcome: MonthOutcome, of account: AccountBill, _ digits: Int
  ) -> JSONValue {
    switch outcome {
    case .billed(let bill):
      let context = context(bill, of: account)
      return [
        "month": .string(bill.month.description),
        "from": .string(bill.period.start.description),
        "to": .string(bill.period.lastDay.description),
        "status": bill.determinants.estimated.intervals > 0 ? "estimated" : "complete",
        "tariff": .string(bill.tariff),
        "basic_charge": .text(bill.method?.rawValue),
        "determinants": determinants(bill.determinants, bill: bill, account.account),
        "lines": .array(bill.lines.map { json($0, of: bill, context) }),
        "total": .string(LineRecord.money(bill.total, context.rounding.moneyDigits).description),
        "average_price": .text(
          bill.total.per(bill.determinants.totalEnergy.quantity)?.text(digits: 4)),
        "notes": .array(bill.notes.map(json)),
      ]
    case .incomplete(let incomplete):
      let determinants = incomplete.determinants
      return [
        "month": .string(determinants.month.description),
        "status": "incomplete",
        "coverage": Self.coverage(determinants.coverage),
        "intervals_present": Self.intervals(determinants.coverage)?.present ?? nil,
        "intervals_expected": Self.intervals(determinants.coverage)?.expected ?? nil,
        "determinants": self.determinants(determinants, bill: nil, account.account),
        "bounds": incomplete.bounds.map { bounds($0, digits) } ?? nil,
        "lines": [],
        "total": nil,
      ]
    }
  }

  private func bounds(_ bounds: MonthBounds, _ digits: Int) -> JSONValue {
    [
      "lowest": .string(LineRecord.money(bounds.lowest, digits).description),
      "highest": .string(LineRecord.money(bounds.highest, digits).description),
      "assumes": .string(say(CoverageWords.assumption(bounds.ceiling))),
    ]
  }

  private func determinants(
    _ values: BillingDeterminants, bill: Bill?, _ account: Account
  ) -> JSONValue {
    [
      "energy_kwh": .object(
        values.energy.map { JSONMember($0.period.name, .exact($0.energy)) }),
      "total_energy_kwh": .exact(values.totalEnergy),
      "max_demand_kw": .exact(values.maximumDemand?.power),
      "max_demand_at": .text(values.maximumDemand?.start?.description),
      "sliding_max_demand_kw": .exact(values.slidingDemand?.power),
      "sliding_max_demand_at": .text(values.slidingDemand?.start?.description),
      "max_demand_kva": .exact(values.maximumApparent?.power),
      "max_demand_kvar": .exact(values.maximumReactive?.power),
      "window_max_demand_kw": Self.windows(values.windowDemand),
      "window_max_demand_kva": Self.windows(values.windowApparent),
      "window_max_demand_kvar": Self.windows(values.windowReactive),
      "demand_interval_s": values.demandIntervalSeconds.map(JSONValue.count) ?? nil,
      "billed_demand_kw": .exact(bill?.billedDemand),
      "contract_demand_kw": .exact(values.contractDemand ?? account.contractDemand),
      "capacity_kva": .exact(bill?.capacity ?? account.billedCapacity),
      "kvarh_forward": .exact(values.reactiveForward),
      "kvarh_reverse": .exact(values.reactiveReverse),
      "power_factor": .text(bill?.powerFactor?.description),
    ]
  }

  private static func windows(_ demand: [String: MaximumDemand]) -> JSONValue {
    .object(
      demand.sorted { $0.key < $1.key }.map { JSONMember($0.key, .exact($0.value.power)) })
  }

  /// A line, as it also stands in explanations.
  func json(_ line: BillLine, of bill: Bill, _ context: BillContext) -> JSONValue {
    let record = LineRecord(
      line, of: bill, digits: context.rounding.moneyDigits, currency: context.currency)
    return [
      "charge": .string(record.charge),
      "point": .text(line.point),
      "quantity": .string(record.quantity.description),
      "unit": .string(record.unit),
      "price": .string(record.price.description),
      "amount": .string(record.amount.description),
      "amount_exact": .string(record.exactAmount.description),
      "source": .string(record.source),
      "price_source": .text(record.priceSource),
      "note": .text(record.note.isEmpty ? nil : record.note),
    ]
  }

  private func json(_ note: BillNote) -> JSONValue {
    [
      "code": .string(note.code), "severity": .string(note.severity.rawValue),
      "text": .string(note.text),
    ]
  }

  private static func intervals(
    _ coverage: Coverage
  ) -> (present: JSONValue, expected: JSONValue)? {
    guard case .intervals(let present, let expected) = coverage else { return nil }
    return (.count(present), .count(expected))
  }

  /// The part of the month's intervals that are there, in four decimals.
  ///
  /// Further ones are dropped, so that a month with a hole never reads as 1.
  static func coverage(_ coverage: Coverage) -> JSONValue {
    guard case .intervals(let present, let expected) = coverage, expected > 0 else { return nil }
    let steps = Int128(present) * 10_000 / Int128(expected)
    let rate = Rate(units: steps * PowersOfTen.power(Rate.fractionDigits - 4))
    return .number(JSONNumber(rate, digits: 4))
  }
}
