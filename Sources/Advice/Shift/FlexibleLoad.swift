import Quantities
import Use

/// A period's load with the limits of every interval, counted from the period's first.
struct FlexibleLoad {
  /// The load as it is. [mJ]
  let present: [Int64]
  /// What stays in each interval. [mJ]
  let least: [Int64]
  /// What each may hold. [mJ]
  let most: [Int64]
  /// The intervals over which energy is kept.
  let groups: [Range<Int>]

  /// What may move in a group. [mJ]
  func flexible(in group: Range<Int>) -> Int128 {
    group.reduce(0) { sum, index in
      present[index] == LoadProfile.missing
        ? sum : sum + Int128(present[index]) - Int128(least[index])
    }
  }

  /// What a battery beside the load leaves of its limits.
  struct Beside {
    /// What the battery draws, or below zero serves, in each interval. [mJ]
    let flows: [Int128]
    /// How much less than that it may serve. [mJ]
    let ease: Int128
    /// The demand intervals.
    let blocks: [Range<Int>]
    /// What load and battery may draw together in each of them; nothing without limit. [mJ]
    let budget: Int128?
  }

  /// The cheapest load beside a battery whose flows are known, to the millijoule.
  ///
  /// What the battery serves stays in the load. Demand intervals lie within a group, so the cheapest
  /// intervals first, each as far as its limits go, is the least. Among equal prices nothing is moved
  /// that saves nothing.
  ///
  /// - Parameters:
  ///   - prices: By interval. [10⁻¹² currency/kWh]
  ///   - battery: The battery.
  /// - Returns: The load [mJ]; nothing where the limits leave no room for the energy of a group.
  func cheapest(_ prices: [Int64], beside battery: Beside) -> [Int64]? {
    var load = least
    for index in load.indices where load[index] != LoadProfile.missing {
      let served = min(Int128(most[index]), -battery.flows[index] - battery.ease)
      load[index] = max(load[index], Int64(max(0, served)))
    }
    var blockOf = [Int](repeating: -1, count: load.count)
    var rooms: [Int128] = []
    if let budget = battery.budget {
      for (number, block) in battery.blocks.enumerated() {
        for index in block { blockOf[index] = number }
        let room = block.reduce(budget) { $0 - Int128(load[$1]) - battery.flows[$1] }
        guard room >= 0 else { return nil }
        rooms.append(room)
      }
    }
    let slots = ShiftSlots(groups, prices: prices, least: load, most: most, present: present)
    var next = 0
    for group in slots.groups {
      var left = group.flexible
      while next < group.end, left > 0 {
        let slot = slots.slots[next]
        next += 1
        let block = blockOf[slot.index]
        var taken = min(slot.room, left)
        if block >= 0 {
          taken = Int64(min(Int128(taken), rooms[block]))
          rooms[block] -= Int128(taken)
        }
        left -= taken
        load[slot.index] += taken
      }
      guard left == 0 else { return nil }
      next = group.end
    }
    return load
  }
}
