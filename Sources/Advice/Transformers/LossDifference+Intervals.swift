import Quantities
import Use

extension LossDifference.Losses {
  func change(
    _ profile: LoadProfile, _ span: DateSpan?, _ account: Account
  ) -> LossDifference.Change {
    var changed = profile
    var active = Energy.zero
    var reactive = Energy.zero
    let range = span.map { profile.positions(of: $0) ?? 0..<0 } ?? profile.active.indices
    for index in range where profile.active[index] != LoadProfile.missing {
      let metered = profile.active[index]
      let more = more(
        Energy(millijoules: Int128(metered)), profile.netReactive(at: index),
        profile.intervalSeconds)
      changed.active[index] = Int64(max(0, Int128(metered) + more.active.millijoules))
      active += Energy(millijoules: Int128(changed.active[index] - metered))
      guard let extra = more.reactive, let forward = profile.reactiveForward?[index],
        forward != LoadProfile.missing
      else { continue }
      let reverse = profile.reactiveReverse?[index]
      let known = reverse == LoadProfile.missing ? nil : reverse
      let flows = Flows(forward: Int128(forward), reverse: known.map { Int128($0) })
        .adding(extra.millijoules)
      changed.reactiveForward?[index] = Int64(flows.forward)
      if let value = flows.reverse { changed.reactiveReverse?[index] = Int64(value) }
      reactive += Energy(
        millijoules: flows.forward - Int128(forward) - (flows.reverse ?? 0) + Int128(known ?? 0))
    }
    let metered = profile.reactiveForward != nil
    let registers = metered ? nil : changeRegisters(&changed, as: profile, span, account)
    let outcome: LossDifference.Reactive =
      if !metered && registers == nil { .notMetered } else if !knowReactive { .unknownPlate } else {
        .changed(registers ?? reactive)
      }
    return LossDifference.Change(use: .intervals(changed), active: active, reactive: outcome)
  }

  /// Changes reactive energy that is read beside the intervals, by the mean load as metered.
  ///
  /// - Returns: Nothing where none is read.
  private func changeRegisters(
    _ changed: inout LoadProfile, as profile: LoadProfile, _ span: DateSpan?, _ account: Account
  ) -> Energy? {
    var sum: Energy?
    let ranges = profile.billingMonths(of: account)
    for index in profile.registers.indices {
      let register = profile.registers[index]
      guard let forward = register.reactiveForward,
        let range = ranges.first(where: { $0.month == register.month })?.range
      else { continue }
      let energy = range.reduce(Int128(0)) {
        profile.active[$1] == LoadProfile.missing ? $0 : $0 + Int128(profile.active[$1])
      }
      let more = more(
        Energy(millijoules: energy), register.netReactive, range.count * profile.intervalSeconds)
      let share = Share(account.billingPeriod(of: register.month), span)
      guard let extra = more.reactive.map(share.of) else {
        sum = sum ?? .zero
        continue
      }
      let flows = Flows(
        forward: forward.millijoules, reverse: register.reactiveReverse?.millijoules
      ).adding(extra.millijoules)
      changed.registers[index].take(flows)
      sum = (sum ?? .zero) + flows.since(register)
    }
    return sum
  }

  /// The share of a period's days on which the new set runs.
  struct Share {
    let days: Int
    let of: Int

    init(_ period: DateSpan, _ span: DateSpan?) {
      of = period.dayCount
      days = span.map { $0.intersection(period)?.dayCount ?? 0 } ?? period.dayCount
    }

    func of(_ energy: Energy) -> Energy {
      energy.scaled(by: Int128(days), over: Int128(of))
    }
  }

  /// Reactive energy drawn and fed back over the same time. [mvar·s]
  struct Flows {
    var forward: Int128
    var reverse: Int128?

    /// With more drawn, or less where `extra` is below zero.
    ///
    /// What is drawn less goes off the energy drawn first, and is fed back beyond that where energy
    /// fed back is metered. What is drawn more goes off the energy fed back where nothing was
    /// drawn.
    func adding(_ extra: Int128) -> Flows {
      var flows = self
      var rest = extra
      if rest > 0, forward == 0, let back = reverse {
        let taken = min(back, rest)
        flows.reverse = back - taken
        rest -= taken
      }
      flows.forward += rest
      if flows.forward < 0 {
        if let back = flows.reverse { flows.reverse = back - flows.forward }
        flows.forward = 0
      }
      return flows
    }

    func since(_ reading: MonthlyReading) -> Energy {
      Energy(millijoules: forward - (reverse ?? 0)) - (reading.netReactive ?? .zero)
    }
  }
}

extension MonthlyReading {
  mutating func take(_ flows: LossDifference.Losses.Flows) {
    reactiveForward = Energy(millijoules: flows.forward)
    if let reverse = flows.reverse { reactiveReverse = Energy(millijoules: reverse) }
  }
}
