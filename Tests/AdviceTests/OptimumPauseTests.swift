import Billing
import Quantities
import Tariffs
import Testing
import Use

@testable import Advice

@Suite("The joint optimum with pauses")
struct OptimumPauseTests {
  /// The best without pauses, and then the best pauses, with contract demands fitted again.
  private func oneAfterTheOther(_ item: OptimumCase) throws -> Money {
    var freedom = Freedom()
    freedom.kept = [.pauses]
    let first = try Optimum(item.subject, freedom: freedom).comparison
    guard let choice = PauseChoice(first.result.addedUp(), first.scenario) else {
      return first.scenario.total
    }
    let paused = try WhatIf(first.result, levers: [choice.lever])
    let fitted = try? WhatIf(first.result, levers: [choice.lever, .contractDemand(.optimal)])
    return min(
      paused.scenario.total, fitted?.scenario.total ?? paused.scenario.total,
      first.scenario.total)
  }

  @Test(
    "Equals trying every pause with all else on 20 accounts; pauses last miss it on 3 or more")
  func enumeration() throws {
    var missed = 0
    var paused = 0
    for seed in UInt64(1)...20 {
      let item = try OptimumCase(seed: seed, pauses: true)
      let optimum = try Optimum(item.subject)
      let least = try item.enumeratedWithPauses()
      #expect(optimum.comparison.scenario.total == least, "seed \(seed)")
      #expect(optimum.lowerBound == least && optimum.isOptimal, "seed \(seed)")
      if optimum.comparison.levers.contains(where: { $0.lever.name == "pause" }) { paused += 1 }
      if try oneAfterTheOther(item) > least { missed += 1 }
    }
    #expect(missed >= 3, "missed on \(missed)")
    #expect(paused >= 6, "paused on \(paused)")
  }

  @Test("Where a contract is kept for a quarter, the bound still lies below every bill")
  func contractsKept() throws {
    for seed in UInt64(1)...12 {
      let item = try OptimumCase(seed: seed)
      let optimum = try Optimum(item.subject)
      let bound = try #require(optimum.lowerBound, "seed \(seed)")
      let total = optimum.comparison.scenario.total
      let least = try item.enumerated()
      #expect(bound <= total && total <= least, "seed \(seed): \(bound), \(total), \(least)")
    }
  }
}
