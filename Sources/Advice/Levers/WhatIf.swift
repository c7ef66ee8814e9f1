import Billing
import Quantities
import Tariffs
import Use

/// The bills before and after a set of levers, with the saving split between them.
public struct WhatIf: Sendable {
  /// The bills as things stand.
  public let baseline: AccountBill
  /// The bills after every lever.
  public let scenario: AccountBill
  /// The levers in the order of attribution; their savings add up to the whole.
  public let levers: [LeverSaving]
  /// What the reader ought to know.
  public let warnings: [Warning]
  /// The case after every lever.
  public let result: AccountCase

  /// What the reader of a comparison ought to know.
  public enum Warning: Sendable, Hashable {
    /// Registers tell nothing of demand after a shift; it was kept. The least it can be. [kW]
    case demandKept(least: Power, month: Month, kept: Power)
    /// Demand is beyond the new capacity. [kW, kVA]
    case demandExceedsCapacity(demand: Power, capacity: Power, month: Month)
    /// Contract demand is billed at the floor. [kW]
    case contractBelowFloor(contract: Power, floor: Power)
    /// The tariff binds a choice for months.
    case boundFor(months: Int, lever: Lever, rule: RuleReference?)
    /// Months without whole data stand in neither sum.
    case monthsLeftOut([Month])
  }

  /// What all levers together save. [currency]
  public var saving: Money { baseline.total - scenario.total }

  /// Why there is no comparison.
  public enum Failure: Error, Sendable {
    /// The account cannot be billed.
    case billing(BillingFailure)
    /// A lever cannot be applied.
    case lever(Lever, LeverProblem)
  }

  /// Bills an account before and after some levers.
  ///
  /// - Parameters:
  ///   - before: The case as it stands.
  ///   - levers: At most one of a kind.
  ///   - known: The bills of the case as it stands, where they have been worked out already.
  /// - Throws: ``Failure``.
  public init(
    _ before: AccountCase, levers: [Lever], baseline known: AccountBill? = nil
  ) throws(Failure) {
    let ordered = levers.sorted { $0.rank < $1.rank }
    let baseline = if let known { known } else { try Self.bills(before) }
    self.baseline = baseline
    var final = before
    for lever in ordered {
      if case .shiftShares = lever { continue }
      final = try Self.apply(lever, to: final, target: final.account)
    }
    let target = final.account
    var state = before
    var billed = baseline
    var savings: [LeverSaving] = []
    for (index, lever) in ordered.enumerated() {
      let from = Self.text(of: lever, in: state)
      state = try Self.apply(lever, to: state, target: target)
      let to = Self.text(of: lever, in: state) ?? ""
      do throws(Failure) {
        let after = try Self.bills(state)
        savings.append(
          LeverSaving(
            lever: lever, from: from, to: to, saving: billed.total - after.total,
            countedWith: nil))
        billed = after
      } catch {
        guard index + 1 < ordered.count else { throw error }
        savings.append(
          LeverSaving(
            lever: lever, from: from, to: to, saving: .zero, countedWith: ordered[index + 1]))
      }
    }
    result = state
    // The last lever was billed, or its failure thrown.
    scenario = billed
    self.levers = savings
    warnings = Self.warnings(
      before: before, after: state, levers: ordered, baseline: baseline, scenario: scenario)
  }

  private static func bills(_ state: AccountCase) throws(Failure) -> AccountBill {
    do throws(BillingFailure) {
      return try state.bills()
    } catch {
      throw .billing(error)
    }
  }

  private static func apply(
    _ lever: Lever, to state: AccountCase, target: Account
  ) throws(Failure) -> AccountCase {
    do throws(LeverProblem) {
      return try state.applying(lever, target: target)
    } catch {
      throw .lever(lever, error)
    }
  }
}
