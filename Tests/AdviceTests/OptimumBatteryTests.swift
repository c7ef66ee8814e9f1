import Billing
import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("The joint optimum with a battery")
struct OptimumBatteryTests {
  private static let battery = Battery(
    capacity: Energy(kilowattHours: 300), power: Power(100))

  @Test(
    "With a battery and a shift, the bound lies below the bill and within 10⁻⁴ and 60 CNY of it",
    arguments: ShiftCase.Terms.allCases)
  func bound(terms: ShiftCase.Terms) throws {
    var known = 0
    for seed in UInt64(1)...10 {
      let item = try ShiftCase(terms, seed: seed)
      var freedom = Freedom()
      freedom.battery = Self.battery
      if seed % 2 == 0 { freedom.shift = item.shift }
      if seed > 3 { freedom.kept = [.transformers] }
      let optimum = try Optimum(item.subject, freedom: freedom)
      let total = optimum.comparison.scenario.total
      guard let bound = optimum.lowerBound else { continue }
      known += 1
      // Nearly a whole kilowatt of contract at 39, half a kilowatt-hour of four registers, and fen.
      let near = Money(60) + Money(units: total.units / 10_000)
      #expect(bound <= total && total - bound < near, "\(terms), seed \(seed): \(total - bound)")
      let levers = [freedom.shift.map(Lever.shiftFlexible), .storage(Self.battery)]
      let alone = try WhatIf(item.subject, levers: levers.compactMap(\.self))
      #expect(bound <= alone.scenario.total, "\(terms), seed \(seed)")
    }
    // The rest use nearly 260 kWh for each kVA, and a battery's losses may reach the discount.
    #expect(known >= 7, "\(terms): known on \(known)")
  }

  @Test("At 0.894 the losses of a battery may reach 0.90: no bound then, and one with no standard")
  func powerFactor() throws {
    for standard in [Account.StandardChoice.set(.p90), .none] {
      let item = try ShiftCase(.hubeiActual, seed: 1)
      var profile = item.profile
      profile.reactiveForward = profile.active.map { $0 / 2 }
      var subject = item.subject
      subject.use = .intervals(profile)
      subject.account.powerFactorStandard = standard
      var freedom = Freedom()
      freedom.battery = Self.battery
      freedom.kept = [.compensation, .transformers]
      let optimum = try Optimum(subject, freedom: freedom)
      #expect((optimum.lowerBound == nil) == (standard != .none))
    }
  }

  @Test("A battery on readings of months is refused, and one of no power")
  func refused() throws {
    var freedom = Freedom()
    freedom.battery = Self.battery
    #expect(throws: WhatIf.Failure.self) {
      try Optimum(try FindingCases.subject(), freedom: freedom)
    }
    freedom.battery = Battery(capacity: Energy(kilowattHours: 300), power: .zero)
    #expect(throws: WhatIf.Failure.self) {
      try Optimum(try ShiftCase(.peers, seed: 1).subject, freedom: freedom)
    }
  }
}
