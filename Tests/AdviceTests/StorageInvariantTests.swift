import Quantities
import Testing
import Use

@testable import Advice

@Suite("A battery's plan keeps every limit to the millijoule")
struct StorageInvariantTests {
  /// Follows the levels from the meter's whole numbers, every rounding to the battery's loss.
  static func check(_ plan: StoragePlan, of instance: StorageInstance, seed: UInt64) {
    let problem = instance.problem
    let kept = instance.battery.oneWayEfficiency.units
    let one: Int128 = 1_000_000_000_000
    let most = instance.battery.power.units * Int128(problem.intervalSeconds)
    var level = plan.startLevel.millijoules
    var product: Int128 = 0
    #expect((0...instance.battery.capacity.millijoules).contains(level), "seed \(seed)")
    for (index, pair) in zip(instance.load, plan.netLoad).enumerated() {
      let (load, net) = pair
      guard load != LoadProfile.missing else {
        #expect(net == LoadProfile.missing, "seed \(seed), interval \(index)")
        continue
      }
      let flow = Int128(net) - Int128(load)
      #expect(net >= 0 && flow.magnitude <= most, "seed \(seed), interval \(index)")
      if flow >= 0 {
        level += flow * kept / one
      } else {
        let drawn = -flow * one
        level -= drawn / kept + (drawn % kept == 0 ? 0 : 1)
      }
      #expect(
        (0...instance.battery.capacity.millijoules).contains(level),
        "seed \(seed), interval \(index): \(level) mJ")
      product += Int128(net) * Int128(problem.prices[index])
    }
    // 2,000 mJ are half a billionth of a kilowatt-hour.
    let excess = level - plan.startLevel.millijoules
    #expect((0...2_000).contains(excess), "seed \(seed): ends with \(excess) mJ more")

    var highest: Int128 = 0
    for day in problem.days {
      for first in stride(from: day.lowerBound, to: day.upperBound, by: problem.blockLength) {
        let block = plan.netLoad[first..<(first + problem.blockLength)]
        guard !block.contains(LoadProfile.missing) else { continue }
        highest = max(highest, block.reduce(0) { $0 + Int128($1) })
      }
    }
    let seconds = Int128(problem.blockLength * problem.intervalSeconds)
    let demand = Power(units: (2 * highest + seconds) / (2 * seconds))
    // Products are of 10⁻¹² currency/kWh and mJ.
    let energy = Double(product) / 3.6e21
    let cost = energy + StorageReference.number(problem.demand.cost(of: demand))
    #expect(
      abs(cost - StorageReference.number(plan.cost)) < 1e-9 * max(1, abs(cost)), "seed \(seed)")
  }

  @Test("Levels, power, no export, the end's level and the cost, on 200 seeded loads")
  func invariants() {
    for seed in UInt64(0)..<200 {
      let instance = StorageInstance(seed: seed)
      Self.check(instance.plan, of: instance, seed: seed)
    }
  }

  @Test("√0.9 is 0.948683298050 each way, √1 is 1 and √0.25 is 0.5, rounded down")
  func oneWay() throws {
    // √0.9 = 0.9486832980505138…
    for (efficiency, kept) in [("0.9", "0.94868329805"), ("1", "1"), ("0.25", "0.5")] {
      let battery = Battery(
        capacity: Energy(kilowattHours: 1), power: Power(1),
        roundTripEfficiency: try Rate(efficiency))
      #expect(battery.oneWayEfficiency == (try Rate(kept)))
    }
  }

  @Test("Any level is reached exactly by drawing, and from above by serving, on 1,000 flows")
  func flows() {
    let battery = Battery(capacity: Energy(kilowattHours: 10), power: Power(1))
    let flow = BatteryFlow(battery)
    for step in Int128(0)..<1_000 {
      let from = step * 7_919_111 % 36_000_000_000
      let target = step * 104_729_333 % 36_000_000_000
      let reached = flow.level(after: flow.flow(from: from, to: target), from: from)
      #expect(target >= from ? reached == target : (target...(target + 2)).contains(reached))
      let amount = step * 1_000_003 - 500_000_000
      let before = flow.level(before: amount, needed: target)
      #expect(flow.level(after: amount, from: before) == target)
    }
  }
}
