import Billing
import Quantities
import Tariffs
import Use

/// Another way to read a rule or a file that utilities and customers are known to take.
public enum BillingVariant: Sendable, Hashable {
  /// Another reading of the 105 % rule.
  case excessReading(ExcessReading)
  /// Funds counted in the base of the power-factor adjustment.
  case fundsInPowerFactorBase
  /// Sub-meters counted in that base.
  case subMetersInPowerFactorBase
  /// Losses spread over the periods the other way.
  case lossAllocation(LossRule.Allocation)
  /// No losses added although the meter is on the low-voltage side.
  case withoutLosses
  /// Stamps taken for the other end of their interval.
  case stampShift(intervals: Int)
  /// Energy and demand multiplied once more, or once less.
  case multiplier(Rate)

  /// Every variant that could matter to an account.
  static func all(for subject: AccountCase) -> [BillingVariant] {
    var variants: [BillingVariant] = ExcessReading.allCases.map(BillingVariant.excessReading)
    variants += [.fundsInPowerFactorBase, .subMetersInPowerFactorBase]
    if subject.account.meteringSide == .lowVoltage {
      variants += LossRule.Allocation.allCases.map(BillingVariant.lossAllocation)
      variants.append(.withoutLosses)
    }
    if case .intervals = subject.use {
      variants += [.stampShift(intervals: -1), .stampShift(intervals: 1)]
    }
    let multiplier = subject.account.multiplier
    if multiplier != .one {
      variants.append(.multiplier(multiplier))
      if let inverse = Rate(Rate.one, over: multiplier) { variants.append(.multiplier(inverse)) }
    }
    for factor in [10, 100, 1000] {
      variants.append(.multiplier(Rate(factor)))
      if let inverse = Rate(Rate.one, over: Rate(factor)) { variants.append(.multiplier(inverse)) }
    }
    return variants
  }

  /// The case under the variant.
  func apply(to subject: AccountCase) -> AccountCase {
    var changed = subject
    switch self {
    case .excessReading(let reading): changed.account.excessReading = reading
    case .fundsInPowerFactorBase:
      return subject.withVersions { $0.withFundsInPowerFactorBase }
    case .subMetersInPowerFactorBase:
      changed.account.subMeters = subject.account.subMeters.map {
        SubMeter(
          id: $0.id, measure: $0.measure, takenFrom: $0.takenFrom, tariff: $0.tariff,
          voltage: $0.voltage, isInPowerFactorBase: true)
      }
    case .lossAllocation(let allocation):
      return subject.withVersions { $0.with(losses: $0.losses?.with(allocation)) }
    case .withoutLosses: changed.account.meteringSide = .highVoltage
    case .stampShift(let intervals): changed.use = subject.use.shifted(by: intervals)
    case .multiplier(let factor): changed.use = subject.use.scaled(by: factor)
    }
    return changed
  }
}

extension AccountCase {
  /// The case with every version of the account's tariff changed.
  fileprivate func withVersions(_ change: (TariffVersion) -> TariffVersion) -> AccountCase {
    guard let tariff = biller.terms.book.tariffs[account.tariff] else { return self }
    var terms = biller.terms
    terms.book.add(
      Tariff(
        id: tariff.id, area: tariff.area, currency: tariff.currency, timeZone: tariff.timeZone,
        titles: tariff.titles, versions: tariff.versions.map(change), file: tariff.file))
    return AccountCase(account: account, use: use, biller: Biller(terms: terms))
  }
}
