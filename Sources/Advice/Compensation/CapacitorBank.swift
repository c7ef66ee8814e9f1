import Quantities
import Use

/// Capacitors on an account's busbar.
package struct CapacitorBank: Sendable, Hashable {
  /// How a bank is switched.
  package enum Control: Sendable, Hashable {
    /// Always on: what is not needed flows back, and by 水电财字〔83〕215号 counts like energy drawn.
    case fixed
    /// A controller switches on as many equal steps as do not over-compensate.
    case switched(steps: Int)
  }

  /// All of it. [kvar]
  package let kvar: Power
  /// How it is switched.
  package let control: Control

  /// Makes a bank; with no steps it is always on.
  package init(kvar: Power, steps: Int) {
    precondition(kvar >= .zero && steps >= 0)
    self.kvar = kvar
    control = steps == 0 ? .fixed : .switched(steps: steps)
  }

  /// Reactive energy drawn and fed back over the same time. [mvar·s]
  package struct Flows: Sendable, Hashable {
    /// Drawn.
    package var forward: Int128
    /// Fed back.
    package var reverse: Int128
  }

  /// What is metered with the bank over an interval.
  package func interval(_ flows: Flows, seconds: Int) -> Flows {
    let whole = kvar.units * Int128(seconds)
    guard case .switched(let steps) = control else { return reduced(flows, by: whole) }
    guard whole > 0 else { return flows }
    let count = min(Int128(steps), max(0, flows.forward) * Int128(steps) / whole)
    return reduced(flows, by: whole * count / Int128(steps))
  }

  /// What is metered with the bank over a month of which only the sums are known.
  ///
  /// A controlled bank takes off the most it can, all steps on as long as anything is drawn; a
  /// month with ups and downs is compensated less.
  package func month(_ flows: Flows, seconds: Int) -> Flows {
    let whole = kvar.units * Int128(seconds)
    if case .fixed = control { return reduced(flows, by: whole) }
    return reduced(flows, by: min(max(0, flows.forward), whole))
  }

  private func reduced(_ flows: Flows, by delivered: Int128) -> Flows {
    let taken = min(flows.forward, delivered)
    return Flows(forward: flows.forward - taken, reverse: flows.reverse + delivered - taken)
  }

  /// The use as it would be metered with the bank.
  ///
  /// Intervals are compensated one by one. Where reactive energy is read by the month, only its
  /// sums are. Intervals and months without reactive energy stay as they are.
  package func apply(to use: MeteredUse, of account: Account) -> MeteredUse {
    switch use {
    case .readings(let readings): return .readings(readings.map { apply(to: $0, of: account) })
    case .intervals(var profile):
      guard let forward = profile.reactiveForward else {
        profile.registers = profile.registers.map { apply(to: $0, of: account) }
        return .intervals(profile)
      }
      var after = forward
      var back = profile.reactiveReverse ?? forward.map { $0 == LoadProfile.missing ? $0 : 0 }
      for index in forward.indices where forward[index] != LoadProfile.missing {
        let known = back[index] == LoadProfile.missing ? 0 : Int128(back[index])
        let flows = interval(
          Flows(forward: Int128(forward[index]), reverse: known), seconds: profile.intervalSeconds)
        after[index] = Int64(flows.forward)
        back[index] = Int64(flows.reverse)
      }
      profile.reactiveForward = after
      if profile.reactiveReverse != nil || control == .fixed { profile.reactiveReverse = back }
      return .intervals(profile)
    }
  }

  private func apply(to reading: MonthlyReading, of account: Account) -> MonthlyReading {
    guard let forward = reading.reactiveForward else { return reading }
    var changed = reading
    let flows = month(
      Flows(
        forward: forward.millijoules, reverse: (reading.reactiveReverse ?? .zero).millijoules),
      seconds: account.billingPeriod(of: reading.month).dayCount * 86_400)
    changed.reactiveForward = Energy(millijoules: flows.forward)
    if reading.reactiveReverse != nil || flows.reverse != 0 {
      changed.reactiveReverse = Energy(millijoules: flows.reverse)
    }
    return changed
  }
}
