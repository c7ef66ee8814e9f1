import Billing
import Quantities
import Tariffs
import Use

extension Recommendation {
  /// A change that has been billed, with what it rests on.
  init(
    _ lever: Lever, _ tried: WhatIf, _ feasibility: Feasibility, subject: AccountCase
  ) {
    let bills = tried.baseline.bills
    let version = bills.last.flatMap { subject.version(in: $0.month) }
    self.init(
      lever: lever, to: tried.levers.first?.to ?? .always(""), saving: tried.saving,
      averagePriceAfter: tried.scenario.averagePrice, feasibility: feasibility,
      because: Grounds(
        months: bills.map(\.month),
        maximumDemand: bills.compactMap(\.determinants.maximumDemand?.power).max(),
        rule: version.flatMap { Self.rule(of: lever, $0, bills.last?.method) }),
      checks: Self.checks(of: lever, version?.terms))
  }

  /// The rule a change works by.
  private static func rule(
    of lever: Lever, _ version: TariffVersion, _ method: BasicChargeMethod?
  ) -> RuleReference? {
    let basic = method.flatMap { version.basicCharge?.method($0)?.rule }
    func charge(_ matches: (Charge.Kind) -> Bool) -> RuleReference? {
      version.charges.first { matches($0.kind) }?.rule
    }
    switch lever {
    case .shiftShares, .shiftFlexible, .batches, .storage:
      return charge { if case .energy = $0 { return true } else { return false } }
    case .compensation:
      return charge { if case .powerFactor = $0 { return true } else { return false } }
    case .transformers: return basic ?? version.rule
    case .pause: return version.basicCharge?.pauses.rule ?? basic ?? version.rule
    case .voltage, .tariff, .singlePart:
      return version.eligibility.first { $0.fallback != nil }?.rule ?? version.rule
    case .basicCharge(let plan):
      return plan.values.first.flatMap { version.basicCharge?.method($0)?.rule } ?? basic
    case .contractDemand: return version.basicCharge?.method(.contractDemand)?.rule ?? basic
    }
  }

  /// What is to be found out before a change is made.
  private static func checks(of lever: Lever, _ terms: ChangeTerms?) -> [SiteCheck] {
    switch lever {
    case .shiftShares, .shiftFlexible, .batches: return [.flexibility, .plannedLoad]
    case .storage: return [.plannedLoad, .demandRegister]
    case .compensation: return [.existingCapacitors, .capacitorSteps, .harmonics]
    case .transformers:
      return [.plannedLoad, .spareUnit, .ownership, .motorStarting, .restoration]
    case .pause:
      return [
        .plannedLoad, .spareUnit, .switchover, .returnToUse,
        .notice(workingDays: terms?.pauseNoticeDays),
      ]
    case .voltage, .tariff, .singlePart: return [.plannedLoad, .wayBack]
    case .basicCharge:
      return [.plannedLoad, .notice(workingDays: terms?.methodNoticeDays), .demandRegister]
    case .contractDemand:
      return [.plannedLoad, .notice(workingDays: terms?.contractNoticeDays), .demandRegister]
    }
  }
}
