import Quantities
import Use

/// What another set of transformers changes in the energy of a meter that stands before them
/// (高供高计).
///
/// Of every interval the losses of the old set are taken off and those of the new one added, both
/// at the metered load; that the load behind the transformers is lower by their losses is left out
/// of the squares, where it counts for less than a hundredth of the load loss. Behind the
/// transformers (高供低计) nothing changes, since there the tariff's rule adds losses.
package struct LossDifference: Sendable {
  /// What has become of the use.
  package enum Outcome: Sendable, Hashable {
    /// The use with the losses of the new set.
    case changed(Change)
    /// The use stays what it was.
    case unchanged(Reason)
  }

  /// The use with the losses of the new set.
  package struct Change: Sendable, Hashable {
    /// The use.
    package var use: MeteredUse
    /// What has come to the active energy; below zero where less is lost. [kWh]
    package var active: Energy
    /// What has come to the reactive energy.
    package var reactive: Reactive
  }

  /// What has come to the reactive energy.
  package enum Reactive: Sendable, Hashable {
    /// Energy drawn less energy fed back; below zero where less is lost. [kvarh]
    case changed(Energy)
    /// Nothing is metered that could change.
    case notMetered
    /// A no-load current or short-circuit voltage is not known, so it stays.
    case unknownPlate
  }

  /// Why the use stays what it was.
  package enum Reason: Sendable, Hashable {
    /// The meter stands behind the transformers; the tariff's rule adds losses.
    case lossesOutsideMeter
    /// Plate values of the old or the new set are not known.
    case unknownPlate(TransformerProblem)
    /// Lines are metered apart, and which of them feeds which unit is not known.
    case separateLines
  }

  /// The units of today.
  package let old: [InstalledUnit]
  /// The units that are to run instead.
  package let new: [InstalledUnit]
  /// What is taken for reactive power where it is not metered.
  package let assumed: TransformerLoss.AssumedReactive
  /// The days on which the new ones run; nothing for all.
  package let span: DateSpan?

  /// Compares two sets.
  package init(
    old: [InstalledUnit], new: [InstalledUnit],
    assumed: TransformerLoss.AssumedReactive = .none, span: DateSpan? = nil
  ) {
    self.old = old
    self.new = new
    self.assumed = assumed
    self.span = span
  }

  /// The use as it would be metered with the new set.
  package func apply(to use: MeteredUse, of account: Account) -> Outcome {
    guard account.meteringSide == .highVoltage else { return .unchanged(.lossesOutsideMeter) }
    guard account.lines.isEmpty else { return .unchanged(.separateLines) }
    if case .intervals(let profile) = use, !profile.lines.isEmpty {
      return .unchanged(.separateLines)
    }
    let losses: Losses
    do throws(TransformerProblem) {
      losses = try Losses(
        old: TransformerLoss(old, assumed: assumed), new: TransformerLoss(new, assumed: assumed))
    } catch {
      return .unchanged(.unknownPlate(error))
    }
    switch use {
    case .intervals(let profile): return .changed(losses.change(profile, span, account))
    case .readings(let readings): return .changed(losses.change(readings, span, account))
    }
  }

  /// The losses of both sets.
  struct Losses {
    let old: TransformerLoss
    let new: TransformerLoss

    /// What the new set loses more at an even load.
    func more(_ active: Energy, _ reactive: Energy?, _ seconds: Int) -> TransformerLoss.Lost {
      let before = old.energy(active: active, reactive: reactive, seconds: seconds)
      let after = new.energy(active: active, reactive: reactive, seconds: seconds)
      var lost = TransformerLoss.Lost(active: after.active - before.active, reactive: nil)
      if let then = before.reactive, let now = after.reactive { lost.reactive = now - then }
      return lost
    }

    /// Whether the reactive losses of both sets are known.
    var knowReactive: Bool {
      [old.plate, new.plate].allSatisfy { $0.magnetising != nil && $0.leakage != nil }
    }
  }
}
