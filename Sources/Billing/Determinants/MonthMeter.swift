import Quantities
import Tariffs
import Use

/// Adds up one month of interval data into billing determinants.
///
/// Periods are runs of intervals: whole days are added up before they are cut into periods, of others
/// each run is summed as a slice. No interval is looked up.
package struct MonthMeter: IntervalSink {
  private let month: Month
  private let period: DateSpan
  private let layout: MeterLayout
  private var energy: [Int128]
  private var days: DaySums
  private var present = 0
  private var active: RunningDemand
  private var sliding: SlidingMaximum?
  private var apparent = RunningApparent()
  private var windowApparent: [RunningApparent]
  private var reactive: RunningDemand
  private var forward: Int128?
  private var reverse: Int128?
  private var unreactive = 0
  private var firstUnreactive: LocalTime?
  private let expected: Int
  private var sequence: [(period: Int, energy: Int128)] = []

  /// Makes a meter for a month.
  ///
  /// - Parameters:
  ///   - month: The billing month.
  ///   - period: Its days; others are not taken.
  ///   - layout: Its periods, windows and demand interval.
  ///   - expected: How many intervals the days have.
  init(month: Month, period: DateSpan, layout: MeterLayout, expected: Int) {
    self.month = month
    self.expected = expected
    self.period = period
    self.layout = layout
    let windowCount = layout.windowNames.count
    energy = Array(repeating: 0, count: layout.periods.count)
    days = DaySums(kindCount: layout.plans.count, length: layout.intervalsPerDay)
    active = RunningDemand(windowCount: windowCount)
    reactive = RunningDemand(windowCount: windowCount)
    windowApparent = Array(repeating: RunningApparent(), count: windowCount)
    if layout.blockLength > 1 { sliding = SlidingMaximum(length: layout.blockLength) }
  }

  package mutating func take(_ day: IntervalDay) {
    guard period.contains(day.date) else { return }
    let kind = layout.planPosition(on: day.date)
    let usual = layout.plans[kind]
    let plan = day.clockChange.map { usual.moved(by: $0, count: day.active.count) } ?? usual
    let values = day.active
    let missing = LoadProfile.missingCount(values)
    present += values.count - missing
    if missing == 0, day.clockChange == nil, !layout.keepsSequence, days.hasRoom(for: kind) {
      days.add(values, kind: kind)
    } else {
      for run in plan.runs {
        let sum = Self.sum(values, run.range, mayMiss: missing > 0)
        energy[run.period] += sum
        if layout.keepsSequence { sequence.append((run.period, sum)) }
      }
    }
    sliding?.take(day)
    active.take(
      values, block: layout.blockLength, windows: plan.windows, of: day, isWhole: missing == 0)
    if let values = day.reactiveForward {
      forward = (forward ?? 0) + Self.sum(values, 0..<values.count, mayMiss: true)
      noteUnreactive(day, values)
      if layout.needsReactive {
        reactive.take(
          values, block: layout.blockLength, windows: plan.windows, of: day, isWhole: false)
      }
    }
    if let values = day.reactiveReverse {
      reverse = (reverse ?? 0) + Self.sum(values, 0..<values.count, mayMiss: true)
    }
    if layout.needsApparent { takeApparent(day, plan) }
  }

  private static func sum(
    _ values: UnsafeBufferPointer<Int64>, _ range: Range<Int>, mayMiss: Bool
  ) -> Int128 {
    guard mayMiss else { return LoadProfile.sum(values[range]) }
    var sum: Int64 = 0
    for value in values[range] where value != LoadProfile.missing { sum &+= value }
    return Int128(sum)
  }

  private mutating func noteUnreactive(_ day: IntervalDay, _ reactive: UnsafeBufferPointer<Int64>) {
    guard reactive.contains(LoadProfile.missing) else { return }
    for index in reactive.indices
    where reactive[index] == LoadProfile.missing && day.active[index] != LoadProfile.missing {
      unreactive += 1
      if firstUnreactive == nil { firstUnreactive = day.start(of: index) }
    }
  }

  private mutating func takeApparent(_ day: IntervalDay, _ plan: MeterLayout.Plan) {
    guard let forward = day.reactiveForward else { return }
    let length = layout.blockLength
    apparent.take(
      day.active, forward, day.reactiveReverse, 0..<day.active.count, block: length, of: day)
    for (index, ranges) in plan.windows.enumerated() {
      for range in ranges {
        windowApparent[index].take(
          day.active, forward, day.reactiveReverse, range, block: length, of: day)
      }
    }
  }

  /// The determinants of what was taken.
  package var determinants: BillingDeterminants {
    let seconds = layout.intervalSeconds
    let block = layout.blockLength * seconds
    var result = BillingDeterminants(
      month: month, coverage: .intervals(present: present, expected: expected))
    let periods = layout.periods
    var energy = energy
    for (kind, plan) in layout.plans.enumerated() {
      for run in plan.runs { energy[run.period] += days.sum(run.range, kind: kind) }
    }
    result.energy = zip(periods, energy).map {
      RegisterEnergy(period: $0, energy: Energy(millijoules: $1))
    }
    result.totalEnergy = Energy(millijoules: energy.reduce(0, +))
    result.maximumDemand = active.demand(overSeconds: block)
    result.demandIntervalSeconds = block
    result.slidingDemand = sliding?.demand(overSeconds: block)
    result.maximumApparent = apparent.demand(overSeconds: block)
    result.maximumReactive = reactive.demand(overSeconds: block)
    for (index, window) in layout.windowNames.enumerated() {
      result.windowDemand[window] = active.demand(ofWindow: index, overSeconds: block)
      result.windowApparent[window] = windowApparent[index].demand(overSeconds: block)
      result.windowReactive[window] = reactive.demand(ofWindow: index, overSeconds: block)
    }
    result.reactiveForward = forward.map(Energy.init(millijoules:))
    result.reactiveReverse = reverse.map(Energy.init(millijoules:))
    result.sequence = sequence.map {
      RegisterEnergy(period: periods[$0.period], energy: Energy(millijoules: $0.energy))
    }
    if let firstUnreactive {
      result.withhold(.reactive(from: firstUnreactive, intervals: unreactive))
    }
    return result
  }
}
