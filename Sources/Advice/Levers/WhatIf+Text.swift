import Quantities
import Use

extension WhatIf {
  /// What a lever's flag would say of a case as it stands, before or after the lever.
  ///
  /// - Returns: Nothing where nothing is set.
  static func setting(of lever: Lever, in state: AccountCase, isAfter: Bool) -> Setting? {
    let account = state.account
    switch lever {
    case .shiftShares, .shiftFlexible, .batches: return shares(of: state).map { .always($0) }
    case .storage(let battery):
      return isAfter
        ? .always("\(battery.capacity.quantity):\(battery.power)") : nil
    case .compensation:
      return powerFactor(of: state).map { .always($0) }
    case .transformers: return account.transformers.map { .always($0.description) }
    case .pause(let pauses):
      return isAfter
        ? .always(
          pauses.map { "\($0.unit):\($0.span.start)..\($0.span.end)" }
            .joined(separator: ", "))
        : nil
    case .voltage: return account.voltage.map { .always($0.rawValue) }
    case .tariff, .singlePart: return .always(account.tariff)
    case .basicCharge:
      return plan(of: state) { $0.basicCharge }.map { Setting($0, \.rawValue) }
    case .contractDemand:
      return plan(of: state) { $0.contractDemand }.map { Setting($0, \.description) }
    }
  }

  /// A particular of the account over the months, as events change it.
  private static func plan<Value>(
    of state: AccountCase, _ particular: (Account) -> Value?
  ) -> Plan<Value>? {
    let months = state.months
    let values = months.compactMap { month in
      particular(state.account.state(on: state.account.billingPeriod(of: month).start)).map {
        (month: month, value: $0)
      }
    }
    return values.isEmpty ? nil : Plan(values, of: months.first)
  }

  /// The shares of the periods over all months, in percent with two digits.
  private static func shares(of state: AccountCase) -> String? {
    guard let bills = try? state.bills() else { return nil }
    let shares = Indicators.periodShares(of: bills)
    guard !shares.isEmpty else { return nil }
    return shares.map { share in
      let percent = Rate(units: share.share.units * 100)
      return "\(share.period)=\(percent.rounded(digits: 2))"
    }.joined(separator: ",")
  }

  /// The lowest power factor of any month.
  private static func powerFactor(of state: AccountCase) -> String? {
    guard let bills = try? state.bills() else { return nil }
    return bills.bills.compactMap(\.powerFactor).min()?.description
  }
}
