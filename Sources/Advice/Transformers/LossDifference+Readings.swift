import Quantities
import Use

extension LossDifference.Losses {
  /// Changes readings, which tell a month's mean load alone.
  ///
  /// The load losses of both sets are therefore the least there can be. They are spread over the
  /// registers by their energy; the demand changes by what the sets lose at it.
  func change(
    _ readings: [MonthlyReading], _ span: DateSpan?, _ account: Account
  ) -> LossDifference.Change {
    var active = Energy.zero
    var reactive: Energy?
    var metered = false
    let changed = readings.map { reading in
      let period = account.billingPeriod(of: reading.month)
      let share = Share(period, span)
      guard share.days > 0 else { return reading }
      let more = more(reading.totalEnergy, reading.netReactive, period.dayCount * 86_400)
      var changed = reading
      changed.spread(share.of(more.active))
      active += changed.totalEnergy - reading.totalEnergy
      if let forward = reading.reactiveForward {
        metered = true
        if let extra = more.reactive.map(share.of) {
          let flows = Flows(
            forward: forward.millijoules, reverse: reading.reactiveReverse?.millijoules
          ).adding(extra.millijoules)
          changed.take(flows)
          reactive = (reactive ?? .zero) + flows.since(reading)
        }
      }
      // The month's maximum may lie on a day of the old set, unless the new one runs all month.
      if share.days == share.of {
        changed.maximumDemand = reading.maximumDemand.map { demand($0, of: reading) }
        changed.windowDemand = reading.windowDemand.mapValues { demand($0, of: reading) }
      }
      return changed
    }
    let outcome: LossDifference.Reactive =
      if !metered { .notMetered } else if let reactive { .changed(reactive) } else {
        .unknownPlate
      }
    return LossDifference.Change(use: .readings(changed), active: active, reactive: outcome)
  }

  /// A demand with the losses of the new set, reactive power taken in the month's proportion.
  private func demand(_ demand: Power, of reading: MonthlyReading) -> Power {
    let total = reading.totalEnergy
    let reactive: Energy? =
      if let net = reading.netReactive, total > .zero {
        Energy(millijoules: demand.units).scaled(by: net.millijoules, over: total.millijoules)
      } else {
        nil
      }
    let more = more(Energy(millijoules: demand.units), reactive, 1)
    return max(.zero, Power(units: demand.units + more.active.millijoules))
  }
}

extension MonthlyReading {
  /// Spreads energy over the registers in proportion to theirs; none falls below zero.
  fileprivate mutating func spread(_ extra: Energy) {
    let sum = energy.reduce(Energy.zero) { $0 + $1.energy }
    if let total { self.total = max(.zero, total + extra) }
    guard !energy.isEmpty else { return }
    let target = max(.zero, sum + extra)
    guard sum > .zero else {
      energy[energy.count - 1].energy = target
      return
    }
    // Each is the difference of two running totals, so that they add up to the target.
    var running = Energy.zero
    var given = Energy.zero
    for index in energy.indices {
      running += energy[index].energy
      let reached = target.scaled(by: running.millijoules, over: sum.millijoules)
      energy[index].energy = reached - given
      given = reached
    }
  }
}
