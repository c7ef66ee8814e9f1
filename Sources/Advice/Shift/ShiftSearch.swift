import Quantities
import Use

/// The cheapest way to move the flexible load of one billing period, found exactly.
///
/// Given a cap on demand, each day is a knapsack that may be filled in parts: its energy goes to the
/// cheapest intervals first, each up to its limit or the cap. What that costs falls with the cap,
/// ever more slowly: it is convex and made of straight pieces. What demand costs is straight between
/// the breaks of the rules. So on each piece the least of the sum is where the slope changes its
/// sign, found by halving whole milliwatts.
struct ShiftSearch {
  let problem: PeriodProblem
  /// The load of the period. [mJ]
  let present: [Int64]
  private let groups: [Range<Int>]
  let least: [Int64]
  private let most: [Int64]
  private let slots: ShiftSlots
  /// From the least cap on demand under which everything fits to the highest that changes anything.
  /// [mW]
  private(set) var caps: ClosedRange<Int128> = 0...0
  /// What stays in each demand interval. [mJ]
  let leastOfBlock: [Int64]

  /// Why a period cannot be shifted as asked.
  enum Impossible: Error {
    /// What has to stay in an interval is more than the ceiling.
    case ceilingBelowRest(position: Int, rest: Energy)
    /// The limits leave too little room for a group's energy.
    case noRoom(position: Int)
  }

  /// What a cap on demand makes of the period.
  struct Outcome {
    /// What the moved energy costs. [10⁻¹² currency/kWh × mJ]
    var cost: Int128 = 0
    /// How much less a cap higher by one millijoule costs; zero or below.
    var slope: Int128 = 0
  }

  /// - Throws: ``Impossible``.
  init(
    _ problem: PeriodProblem, load: [Int64], shift: FlexibleShift, groups: [Range<Int>]
  ) throws(Impossible) {
    self.problem = problem
    present = Array(load[problem.positions])
    let seconds = Int128(problem.intervalSeconds)
    func energy(_ power: Power?) -> Int64 {
      power.map { Int64(clamping: $0.units * seconds) } ?? Int64.max
    }
    let (added, ceiling) = (energy(shift.addedLimit), energy(shift.ceiling))
    let stays = Rate.one - shift.share
    var least = present
    var most = present
    for index in present.indices where present[index] != LoadProfile.missing {
      // Rounded up: never more leaves than may.
      let rest = Int64(
        WideProduct(Int128(present[index]), stays.units)
          .divided(by: Rate.unitsPerOne, mode: .awayFromZero))
      let (top, isBeyond) = present[index].addingReportingOverflow(added)
      guard rest <= ceiling else {
        throw .ceilingBelowRest(
          position: index + problem.positions.lowerBound,
          rest: Energy(millijoules: Int128(rest)))
      }
      least[index] = rest
      most[index] = min(isBeyond ? Int64.max / 4 : top, ceiling)
    }
    self.groups = groups
    self.least = least
    self.most = most
    let length = problem.blockLength
    leastOfBlock = stride(from: 0, to: least.count, by: length).map { start in
      least[start..<min(start + length, least.count)]
        .reduce(0) { $1 == LoadProfile.missing ? $0 : $0 + $1 }
    }
    slots = ShiftSlots(
      groups, prices: problem.prices, least: least, most: most, present: present)
    if outcome(cap: Int64.max) == nil {
      let full = groups.first { group in
        let room = group.reduce(Int128(0)) { sum, index in
          present[index] == LoadProfile.missing
            ? sum : sum + Int128(most[index]) - Int128(present[index])
        }
        return room < 0
      }
      throw .noRoom(position: (full?.lowerBound ?? 0) + problem.positions.lowerBound)
    }
    caps = findCaps()
  }

  /// The load with its limits.
  var flexibleLoad: FlexibleLoad {
    FlexibleLoad(present: present, least: least, most: most, groups: groups)
  }

  /// The energy of a demand interval at a demand. [mJ]
  func energy(_ demand: Int128) -> Int64 {
    Int64(clamping: demand * Int128(problem.intervalSeconds * problem.blockLength))
  }

  /// Fills the period under a cap on the energy of every demand interval.
  ///
  /// - Returns: Nothing where it does not fit.
  func outcome(cap: Int64, into filled: UnsafeMutablePointer<Int64>? = nil) -> Outcome? {
    for rest in leastOfBlock where rest > cap { return nil }
    return problem.blockLength == 1
      ? fillSingly(cap: cap, into: filled) : fillByBlocks(cap: cap, into: filled)
  }

  private func fillSingly(cap: Int64, into filled: UnsafeMutablePointer<Int64>?) -> Outcome? {
    slots.slots.withUnsafeBufferPointer { slots -> Outcome? in
      var outcome = Outcome()
      var next = 0
      for group in self.slots.groups {
        var left = group.flexible
        var cost: Int128 = 0
        var bound: Int128 = 0
        var bounds: Int64 = 0
        var last: Int64 = 0
        while next < group.end, left > 0 {
          let slot = slots[next]
          next += 1
          let free = cap - slot.base
          guard free >= 0 else { continue }
          if free < slot.room {
            bound += Int128(slot.price)
            bounds += 1
          }
          let taken = min(min(free, slot.room), left)
          guard taken > 0 else { continue }
          left -= taken
          last = slot.price
          cost += Int128(slot.price.multipliedFullWidth(by: taken))
          filled?[slot.index] += taken
        }
        guard left == 0 else { return nil }
        next = group.end
        outcome.cost += cost
        outcome.slope += bound - Int128(last) * Int128(bounds)
      }
      return outcome
    }
  }

  private func fillByBlocks(cap: Int64, into filled: UnsafeMutablePointer<Int64>?) -> Outcome? {
    var used = leastOfBlock
    var isBound = Array(repeating: false, count: used.count)
    var outcome = Outcome()
    var next = 0
    for group in slots.groups {
      var left = group.flexible
      var bound: Int128 = 0
      var bounds: Int128 = 0
      var last: Int64 = 0
      while next < group.end, left > 0 {
        let slot = slots.slots[next]
        next += 1
        let block = slot.index / problem.blockLength
        let free = cap - used[block]
        if free < slot.room, !isBound[block] {
          isBound[block] = true
          bound += Int128(slot.price)
          bounds += 1
        }
        let taken = min(min(free, slot.room), left)
        guard taken > 0 else { continue }
        used[block] += taken
        left -= taken
        last = slot.price
        outcome.cost += Int128(slot.price.multipliedFullWidth(by: taken))
        filled?[slot.index] += taken
      }
      guard left == 0 else { return nil }
      next = group.end
      outcome.slope += bound - Int128(last) * bounds
    }
    return outcome
  }
}

extension Int128 {
  /// A full-width product as one number.
  fileprivate init(_ product: (high: Int64, low: UInt64)) {
    self = Int128(product.high) << 64 | Int128(product.low)
  }
}
