import Quantities
import Use

extension WhatIf {
  /// What a lever's flag would say of a case as it stands.
  static func text(of lever: Lever, in state: AccountCase) -> String? {
    switch lever {
    case .shiftShares: return shares(of: state)
    case .transformers: return state.account.transformers?.description
    case .voltage: return state.account.voltage?.rawValue
    case .tariff: return state.account.tariff
    case .basicCharge: return state.account.basicCharge?.rawValue
    case .contractDemand: return state.account.contractDemand?.description
    }
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
}
