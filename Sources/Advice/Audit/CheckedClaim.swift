import Billing
import Quantities
import Use

/// A published figure beside the one that follows from the rules.
public struct CheckedClaim: Sendable, Hashable {
  /// The claim.
  public let claim: Claim
  /// The figure under the rules; nothing where the changes cannot be billed.
  public let computed: Quantity?

  /// Whether the computed figure, rounded as printed, is the published one.
  public var holds: Bool {
    guard let computed else { return false }
    return computed.rounded(digits: claim.digits) == claim.published
  }

  init(_ claim: Claim, subject: AccountCase, bill: AccountBill) {
    self.claim = claim
    if claim.levers.isEmpty {
      computed = Self.value(of: claim.measure, bill, saving: nil)
    } else if let changed = try? WhatIf(subject, levers: claim.levers, baseline: bill) {
      computed = Self.value(of: claim.measure, changed.scenario, saving: changed.saving)
    } else {
      computed = nil
    }
  }

  private static func value(
    of measure: Claim.Measure, _ bill: AccountBill, saving: Money?
  ) -> Quantity? {
    let indicators = Indicators(bill)
    let months = Int128(max(1, bill.bills.count))
    func sum(_ name: String) -> Money {
      indicators.charges.first { $0.name == name }?.amount ?? .zero
    }
    switch measure {
    case .averagePrice: return bill.total.figure(per: bill.energy)
    case .energyPrice: return (sum("energy") + sum("funds")).figure(per: bill.energy)
    case .monthlyBasic: return sum("basic").figure(dividedBy: months)
    case .basic: return sum("basic").figure()
    case .basicShare:
      return Rate(sum("basic"), over: bill.total).map {
        Quantity(units: RoundingMode.halfAwayFromZero.divide($0.units, by: 10))
      }
    case .monthlyPowerFactor: return sum("power_factor").figure(dividedBy: months)
    case .energy: return bill.energy.quantity
    case .maximumDemand: return indicators.maximumDemand?.quantity
    case .meanMaximumDemand: return indicators.meanMonthlyMaximum?.quantity
    case .total: return bill.total.figure()
    case .saving: return saving?.figure()
    case .savingPerEnergy: return saving?.figure(per: bill.energy)
    }
  }
}

extension Money {
  /// The amount as a plain number.
  fileprivate func figure(dividedBy divisor: Int128 = 1) -> Quantity {
    Quantity(
      units: RoundingMode.halfAwayFromZero.divide(units, by: divisor * PowersOfTen.power(12)))
  }

  /// The amount per kilowatt-hour as a plain number.
  fileprivate func figure(per energy: Energy) -> Quantity? {
    per(energy.quantity, digits: 12).map {
      Quantity(units: RoundingMode.halfAwayFromZero.divide($0.units, by: 1000))
    }
  }
}
