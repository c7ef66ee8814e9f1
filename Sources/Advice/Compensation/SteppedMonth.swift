import Quantities
import Use

/// A month's power factor with any number of steps of a controlled bank, each found by one pass over
/// whole numbers: how many steps an interval can take does not hang on how many there are.
struct SteppedMonth {
  private let month: ReactiveMonth
  private let step: Power
  /// The steps each interval can take; none where only sums are known.
  private let steps: [Int]
  /// What one step takes off in an interval. [mvar·s]
  private let relief: Int128
  /// What is drawn and fed back with a bank of which no step is on. [mvar·s]
  private let unrelieved: Int128

  init(_ month: ReactiveMonth, step: Power) {
    self.month = month
    self.step = step
    var steps: [Int] = []
    var relief: Int128 = 0
    var sum: Int128 = 0
    if case .intervals(let intervals, let seconds) = month.reactive {
      relief = step.units * Int128(seconds)
      steps.reserveCapacity(intervals.count)
      for flows in intervals {
        // What is below zero is fed back, as ``CapacitorBank/interval(_:seconds:)`` has it.
        sum += Int128(flows.forward.magnitude) + flows.reverse
        steps.append(Int(max(0, flows.forward) / relief))
      }
    }
    self.steps = steps
    self.relief = relief
    unrelieved = sum
  }

  /// Beyond this many steps nothing changes any more.
  var most: Int {
    switch month.reactive {
    case .sums(let flows, let seconds):
      Int(
        RoundingMode.awayFromZero.divide(
          max(0, flows.forward), by: step.units * Int128(seconds)))
    case .intervals: steps.max() ?? 0
    }
  }

  /// The power factor with so many steps.
  func powerFactor(steps count: Int) -> PowerFactor? {
    guard count > 0, case .intervals = month.reactive else {
      return month.powerFactor(with: CompensationSizing.bank(count, of: step))
    }
    var taken = 0
    for most in steps { taken += min(most, count) }
    return PowerFactor(
      active: month.active,
      reactive: Energy(millijoules: unrelieved - relief * Int128(taken)))
  }
}
