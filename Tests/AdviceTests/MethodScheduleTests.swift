import Advice
import Quantities
import TestSupport
import Testing

@Suite("The cheapest methods of the basic charge by month")
struct MethodScheduleTests {
  private typealias Method = BasicChargeMethod

  @Test(
    "500 random instances by each reading: the least of every schedule the terms allow",
    arguments: HoldReading.allCases, [21, 22, 23, 24] as [UInt64])
  func enumeration(hold: HoldReading, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for number in 0..<125 {
      let two = Bool.random(using: &random)
      let methods = two ? [Method.capacity, .actualDemand] : Method.allCases
      let count = Int.random(in: 1...(two ? 9 : 6), using: &random)
      let term = [1, 2, 3, 3, 3, 6, 12][Int.random(in: 0..<7, using: &random)]
      let first = Month(ordinal: 2026 * 12 + Int.random(in: 0..<12, using: &random))
      let present = Bool.random(using: &random) ? methods.randomElement(using: &random) : nil
      let costs = (0..<count).map { _ in
        var month: [Method: Money] = [:]
        for method in methods where Int.random(in: 0..<12, using: &random) > 0 {
          month[method] = Money(Int.random(in: 1...9, using: &random))
        }
        return month
      }
      let rule = Rule(hold: hold, first: first, term: term, present: present)
      let best = Self.schedules(of: count, methods).compactMap { schedule in
        rule.allows(schedule) ? Self.total(schedule, costs) : nil
      }.min()
      let plan = MethodSchedule(
        from: first, costs: costs, methodMonths: term, hold: hold, startingWith: present)
      #expect(plan?.total == best, "seed \(seed), instance \(number)")
      if let plan {
        #expect(rule.allows(plan.methods), "seed \(seed), instance \(number)")
        #expect(Self.total(plan.methods, costs) == plan.total)
      }
    }
  }

  @Test("A change in February waits for the quarter; by the rolling reading it does not")
  func quarters() throws {
    // Demand is dearer by 2 in January and cheaper by 10 in every month after.
    let costs: [[Method: Money]] = [11, 20, 20, 20, 20, 20].map {
      [.capacity: Money($0 == 11 ? 9 : 30), .actualDemand: Money($0)]
    }
    let first = ContractCaseSupport.january
    let quarters = try #require(
      MethodSchedule(
        from: first, costs: costs, methodMonths: 3, startingWith: .capacity))
    // January begins a quarter: demand for all, 11 + 5 × 20.
    #expect(quarters.total == Money(111))
    let rolling = try #require(
      MethodSchedule(
        from: first, costs: costs, methodMonths: 3, hold: .rolling, startingWith: .capacity))
    // 9 + 5 × 20
    #expect(rolling.total == Money(109))
    #expect(rolling.methods == [.capacity] + Array(repeating: .actualDemand, count: 5))
    // From February the first quarter is a part, held by the method in force: 30 + 30, then 3 × 20.
    let part = try #require(
      MethodSchedule(
        from: first.adding(1), costs: Array(costs.dropFirst()), methodMonths: 3,
        startingWith: .capacity))
    #expect(part.total == Money(120))
    #expect(part.methods == [.capacity, .capacity] + Array(repeating: .actualDemand, count: 3))
    // In hindsight it is chosen freely: 5 × 20.
    let free = try #require(
      MethodSchedule(from: first.adding(1), costs: Array(costs.dropFirst()), methodMonths: 3))
    #expect(free.total == Money(100))
  }

  @Test("Of equal schedules the one without a change is taken; no method for a month is no plan")
  func ties() throws {
    let same: [Method: Money] = [.capacity: Money(5), .actualDemand: Money(5)]
    for hold in HoldReading.allCases {
      let plan = try #require(
        MethodSchedule(
          from: ContractCaseSupport.january, costs: Array(repeating: same, count: 7),
          methodMonths: 1, hold: hold, startingWith: .actualDemand))
      #expect(plan.methods == Array(repeating: .actualDemand, count: 7))
      #expect(
        MethodSchedule(
          from: ContractCaseSupport.january, costs: [same, [:]], methodMonths: 1, hold: hold)
          == nil)
    }
  }

  /// The terms, said once more and in another way.
  private struct Rule {
    let hold: HoldReading
    let first: Month
    let term: Int
    let present: Method?

    func allows(_ schedule: [Method]) -> Bool {
      switch hold {
      case .calendar:
        var before = present
        for (index, method) in schedule.enumerated() {
          if let before, before != method, (first.adding(index).number - 1) % term != 0 {
            return false
          }
          before = method
        }
        return true
      case .rolling:
        var runs: [(method: Method, length: Int)] = []
        for method in schedule {
          if runs.last?.method == method {
            runs[runs.count - 1].length += 1
          } else {
            runs.append((method, 1))
          }
        }
        return runs.indices.dropLast().allSatisfy {
          runs[$0].length >= term || ($0 == 0 && runs[$0].method == present)
        }
      }
    }
  }

  private static func schedules(of count: Int, _ methods: [Method]) -> [[Method]] {
    guard count > 0 else { return [[]] }
    return schedules(of: count - 1, methods).flatMap { start in methods.map { start + [$0] } }
  }

  private static func total(_ schedule: [Method], _ costs: [[Method: Money]]) -> Money? {
    var total = Money.zero
    for (index, method) in schedule.enumerated() {
      guard let cost = costs[index][method] else { return nil }
      total += cost
    }
    return total
  }
}
