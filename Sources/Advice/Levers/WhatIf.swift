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
    let before = before.addedUp()
    let ordered = levers.sorted { $0.rank < $1.rank }
    let baseline = if let known { known } else { try Self.bills(before) }
    self.baseline = baseline
    let fitted = try Self.uses(before, ordered)
    var state = before
    var billed = baseline
    var savings: [LeverSaving] = []
    for (index, lever) in ordered.enumerated() {
      let detail = fitted[index].detail
      let from = Self.setting(of: lever, in: state, isAfter: false)
      var lever = lever
      if lever.isOfUse {
        state.use = fitted[index].use
        state = state.addedUp()
      } else {
        if case .contractDemand(.optimal) = lever {
          lever = .contractDemand(.plan(try state.bestContracts(lever)))
        }
        state = try state.applying(lever)
      }
      let to = Self.setting(of: lever, in: state, isAfter: true) ?? .always("")
      do throws(Failure) {
        let after = try Self.bills(state)
        savings.append(
          LeverSaving(
            lever: lever, from: from, to: to, saving: billed.total - after.total,
            countedWith: nil, detail: detail))
        billed = after
      } catch {
        guard index + 1 < ordered.count else { throw error }
        savings.append(
          LeverSaving(
            lever: lever, from: from, to: to, saving: .zero, countedWith: ordered[index + 1],
            detail: detail))
      }
    }
    result = state
    // The last lever was billed, or its failure thrown.
    scenario = billed
    self.levers = savings
    warnings = Self.warnings(
      before: before, after: state, levers: savings.map(\.lever), baseline: baseline,
      scenario: scenario)
  }

  /// The use after each lever that works on it; the rest leave it alone.
  ///
  /// Such levers are fitted to the account as it will be billed in the end. A shift of load and a
  /// battery that follows it are planned together: the shift's own saving is that of its part of the
  /// common plan, and may be smaller than that of the best shift alone, or below zero, where the
  /// battery makes more of the cheap hours; what both save is the sum.
  private static func uses(
    _ before: AccountCase, _ ordered: [Lever]
  ) throws(Failure) -> [FittedUse] {
    let freeContract = ordered.contains(.contractDemand(.optimal))
    var target = before
    for lever in ordered where !lever.isOfUse && lever != .contractDemand(.optimal) {
      target = try target.applying(lever)
    }
    // Losses that change with the transformers belong to that lever.
    target.use = before.use
    var uses: [FittedUse] = []
    for (index, lever) in ordered.enumerated() {
      // A battery planned together with the shift before it has its use already.
      guard uses.count == index else { continue }
      var detail = LeverDetail.none
      if lever.isOfUse {
        target = target.addedUp()
        if case .shiftFlexible(let shift) = lever, case .intervals = target.use,
          case .storage(let battery)? = ordered.after(index)
        {
          let together = try target.changedUses(
            by: shift, and: battery, freeContract: freeContract)
          uses.append(FittedUse(together.shifted))
          target.use = together.net
        } else {
          let fitted = try target.fittedUse(by: lever, freeContract: freeContract)
          target.use = fitted.use
          detail = fitted.detail
        }
      }
      uses.append(FittedUse(target.use, detail))
    }
    return uses
  }

  private static func bills(_ state: AccountCase) throws(Failure) -> AccountBill {
    do throws(BillingFailure) {
      return try state.bills()
    } catch {
      throw .billing(error)
    }
  }
}

extension [Lever] {
  /// The lever that follows one; nothing after the last.
  fileprivate func after(_ index: Int) -> Lever? { index + 1 < count ? self[index + 1] : nil }
}
