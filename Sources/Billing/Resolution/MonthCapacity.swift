import Quantities
import Tariffs
import Use

/// What an account is counted with over a billing period.
struct MonthCapacity {
  /// Units with the days they are in use or paused.
  let units: [CapacityTimeline.Use]
  /// High-voltage motors. [kW]
  let motors: Power
  /// The capacity in use on at least one day, motors in it; nothing where none is known. [kVA]
  let inUse: Power?

  init(_ account: Account, timeline: CapacityTimeline, period: DateSpan) {
    motors = account.highVoltageMotors
    guard account.lines.isEmpty else {
      units = []
      inUse = account.billedCapacity
      return
    }
    units = timeline.use(in: period)
    let capacity = CapacityTimeline.capacity(of: units)
    let isKnown = !units.isEmpty || account.highVoltageMotors > .zero || account.transformers != nil
    inUse = isKnown ? capacity + account.highVoltageMotors : nil
  }
}
