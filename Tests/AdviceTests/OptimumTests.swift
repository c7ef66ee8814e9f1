import Billing
import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("The joint optimum")
struct OptimumTests {
  /// Takes the best single change again and again until none saves.
  private func oneByOne(_ item: OptimumCase) throws -> Money {
    var state = item.subject
    var total = try state.bills().total
    let sets = try item.sets()
    while true {
      let methods = try #require(state.version(in: state.months[0])?.basicCharge?.methods)
      var levers = sets.map { Lever.transformers($0) }
      levers += methods.map { .basicCharge(.always($0.method)) }
      levers.append(.contractDemand(.optimal))
      let tried = levers.compactMap { lever in
        try? WhatIf(state, levers: [lever])
      }
      guard let best = tried.min(by: { $0.scenario.total < $1.scenario.total }),
        best.scenario.total < total
      else { return total }
      state = best.result
      total = best.scenario.total
    }
  }

  @Test(
    "Equals trying everything on 200 small accounts; one change after the other misses it on 20 or more"
  )
  func enumeration() throws {
    var missed = 0
    for seed in UInt64(1)...200 {
      let item = try OptimumCase(seed: seed)
      var freedom = Freedom()
      freedom.kept = [.pauses]
      let optimum = try Optimum(item.subject, freedom: freedom)
      let least = try item.enumerated()
      #expect(optimum.comparison.scenario.total == least, "seed \(seed)")
      #expect(optimum.lowerBound == least && optimum.isOptimal, "seed \(seed)")
      if try oneByOne(item) > least { missed += 1 }
    }
    #expect(missed >= 20, "missed on \(missed)")
  }

  @Test("The savings of the changes add up to the whole, and keeping a part keeps it")
  func parts() throws {
    for seed in UInt64(201)...220 {
      let item = try OptimumCase(seed: seed)
      let found = try Optimum(item.subject).comparison
      #expect(
        found.levers.reduce(Money.zero) { $0 + $1.saving } == found.saving, "seed \(seed)")
      for part in Freedom.Part.allCases {
        var freedom = Freedom()
        freedom.kept = [part]
        let kept = try Optimum(item.subject, freedom: freedom)
        #expect(kept.comparison.saving <= found.saving, "seed \(seed), \(part)")
        let names = kept.comparison.levers.map(\.lever.name)
        let own: [Freedom.Part: String] = [
          .transformers: "transformers", .pauses: "pause", .method: "basic-charge",
          .contract: "contract-demand",
          .tariff: "tariff", .compensation: "power-factor",
        ]
        #expect(!names.contains(own[part] ?? ""), "seed \(seed), \(part)")
      }
    }
  }

  @Test(
    "With a shift, the bound holds and lies within 60 CNY a month of the bill",
    arguments: ShiftCase.Terms.allCases)
  func bound(terms: ShiftCase.Terms) throws {
    for seed in UInt64(1)...12 {
      let item = try ShiftCase(terms, seed: seed)
      var freedom = Freedom()
      freedom.shift = item.shift
      let optimum = try Optimum(item.subject, freedom: freedom)
      let bound = try #require(optimum.lowerBound, "\(terms), seed \(seed)")
      let gap = optimum.comparison.scenario.total - bound
      // Nearly a whole kilowatt of contract at 39, half a kilowatt-hour of four registers, and fen.
      #expect(gap >= .zero && gap < Money(60), "\(terms), seed \(seed): \(gap)")
      let alone = try WhatIf(item.subject, levers: [.shiftFlexible(item.shift)])
      #expect(optimum.comparison.saving >= alone.saving, "\(terms), seed \(seed)")
    }
  }
}
