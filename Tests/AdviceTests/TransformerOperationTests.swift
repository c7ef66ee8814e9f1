import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Units that run in parallel are cheapest by their load")
struct TransformerOperationTests {
  @Test("Two S11-1000 are cheaper than one above 472.547 kVA, three than two above 818.476 kVA")
  func switchingLoad() throws {
    let unit = try #require(try TransformerSet("1000").singleUnits(as: .s11).first)
    // 1000 × √(2 × 1.15 ÷ 10.3), 1000 × √(6 × 1.15 ÷ 10.3); Uk is known, so K = 0 for these.
    let second = try ParallelOperation.switchingLoad(of: unit, running: 1, equivalent: .zero)
    let third = try ParallelOperation.switchingLoad(of: unit, running: 2, equivalent: .zero)
    #expect(second.text(digits: 3) == "472.547")
    #expect(third.text(digits: 3) == "818.476")
  }

  @Test("With I0 2 %, Uk 5 % and 0.1 kW per kvar, P0 2 counts as 4 and Pk 8 as 13 kW")
  func equivalent() throws {
    let unit = try Plant.unit(1000, p0: "2", pk: "8", i0: "2", uk: "5")
    // 1000 × √(2 × 4 ÷ 13) = 784.465
    let load = try ParallelOperation.switchingLoad(of: unit, running: 1)
    #expect(load.text(digits: 3) == "784.465")
  }

  @Test("At the switching load k and k + 1 units lose the same, within a milliwatt")
  func indifference() throws {
    for running in 1...4 {
      let units = try (0...running).map {
        try Plant.unit("T\($0)", 1250, p0: "1.36", pk: "12", group: $0)
      }
      let load = try ParallelOperation.switchingLoad(of: units[0], running: running)
      let more = try TransformerLoss(units).power(active: load, reactive: nil).active
      let fewer = try TransformerLoss(Array(units.dropLast()))
        .power(active: load, reactive: nil).active
      #expect((more - fewer).magnitude <= Power(units: 1))
    }
  }

  @Test("One of two units off for twelve hours at 20 kVA saves 11.04 kWh and switches once")
  func saving() throws {
    let units = try ["A", "B"].enumerated().map {
      try Plant.unit($1, 100, p0: "1", pk: "4", group: $0)
    }
    let profile = try Plant.profile(
      kW: Array(repeating: "20", count: 48) + Array(repeating: "150", count: 47) + ["250"])
    let saving = try ParallelOperation(units).saving(over: profile)
    // At 20 kVA one loses 1 + 4 × 0.04 = 1.16, both 2 + 8 × 0.01 = 2.08 kW: 0.92 × 12.
    #expect(try saving.active == Energy(kilowattHours: "11.04"))
    #expect(saving.equivalent == saving.active)
    #expect(saving.switchings == 1)
    #expect(saving.overloaded == 1)
  }

  @Test("Best switching loses no more than any choice of units that can carry the load all day")
  func best() throws {
    let seed: UInt64 = 99
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let units = try (0..<3).map { number in
        try Plant.unit(
          "T\(number)", Int.random(in: 100...600, using: &random),
          p0: "\(Int.random(in: 0...3, using: &random)).5",
          pk: "\(Int.random(in: 1...12, using: &random))",
          i0: "\(Int.random(in: 0...3, using: &random))",
          uk: "\(Int.random(in: 3...6, using: &random))", group: number)
      }
      let loads = (0..<24).map { _ in "\(Int.random(in: 0...99, using: &random))" }
      let profile = try Plant.profile(seconds: 3600, kW: loads)
      let operation = try ParallelOperation(units)
      let saving = operation.saving(over: profile)
      let all = try cost(units, profile, operation.equivalent)
      for mask in 1..<8 {
        let some = units.indices.filter { mask >> $0 & 1 == 1 }.map { units[$0] }
        #expect(
          all - saving.equivalent <= (try cost(some, profile, operation.equivalent)),
          "seed \(seed)")
      }
      #expect(saving.equivalent >= .zero, "seed \(seed)")
    }
  }

  private func cost(
    _ units: [InstalledUnit], _ profile: LoadProfile, _ equivalent: Rate
  ) throws -> Energy {
    let loss = try TransformerLoss(units)
    return profile.active.indices.reduce(Energy.zero) { sum, index in
      let lost = loss.energy(of: profile, at: index)
      return sum + lost.active
        + (lost.reactive ?? .zero).scaled(by: equivalent.units, over: Rate.unitsPerOne)
    }
  }

  @Test("Eleven units are too many to go through")
  func tooMany() throws {
    let units = try (0..<11).map { try Plant.unit("T\($0)", 100, p0: "1", pk: "1", group: $0) }
    #expect(throws: TransformerProblem.tooManyUnits(11)) { try ParallelOperation(units) }
  }
}
