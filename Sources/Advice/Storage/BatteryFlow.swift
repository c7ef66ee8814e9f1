import Quantities

/// What flows at the meter and what is stored then, in whole millijoules.
///
/// Every rounding is a loss, so that a battery never has more than it was given.
struct BatteryFlow {
  let capacity: Int128
  /// √η. [10⁻¹²]
  private let kept: Int128

  init(_ battery: Battery) {
    capacity = battery.capacity.millijoules
    kept = battery.oneWayEfficiency.units
  }

  /// The level after an interval in which the battery drew, or below zero served, a flow. [mJ]
  func level(after flow: Int128, from level: Int128) -> Int128 {
    flow >= 0
      ? level + flow * kept / Rate.unitsPerOne
      : level - RoundingMode.awayFromZero.divide(-flow * Rate.unitsPerOne, by: kept)
  }

  /// The flow that brings the level nearest to another one from above. [mJ]
  func flow(from level: Int128, to target: Int128) -> Int128 {
    let change = target - level
    return change >= 0
      ? RoundingMode.awayFromZero.divide(change * Rate.unitsPerOne, by: kept)
      : -(-change * kept / Rate.unitsPerOne)
  }

  /// The level that must be there before an interval so that `needed` is there after it. [mJ]
  func level(before flow: Int128, needed: Int128) -> Int128 {
    needed - level(after: flow, from: 0)
  }
}
