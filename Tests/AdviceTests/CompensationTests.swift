import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Capacitors lower the reactive energy that is drawn")
struct CompensationTests {
  private func flows(_ forward: Int128, _ reverse: Int128 = 0) -> CapacitorBank.Flows {
    CapacitorBank.Flows(forward: forward, reverse: reverse)
  }

  @Test("Of 100 kvar in four steps two are on at 60 kvar; without control 40 kvar flow back")
  func interval() throws {
    let profile = try Plant.even("100", kvar: "60", days: 1)
    let switched = CapacitorBank(kvar: Power(100), steps: 4)
      .apply(to: .intervals(profile), of: Plant.account)
    #expect(switched == .intervals(try Plant.even("100", kvar: "10", days: 1)))
    let fixed = CapacitorBank(kvar: Power(100), steps: 0)
      .apply(to: .intervals(profile), of: Plant.account)
    var expected = try Plant.even("100", kvar: "0", days: 1)
    expected.reactiveReverse = Array(repeating: 40 * 900 * 1_000_000, count: 96)
    #expect(fixed == .intervals(expected))
  }

  @Test("100 kvar take 72000 kvarh off April; 200 kvar always on feed 44000 kvarh back")
  func readings() throws {
    // 100 × 720 = 72 000 of 100 000; 200 × 720 = 144 000.
    let reading = try Plant.reading(1, forward: 100_000, reverse: 500)
    func after(_ kvar: Int, _ steps: Int) -> MonthlyReading? {
      let bank = CapacitorBank(kvar: Power(kvar), steps: steps)
      guard case .readings(let readings) = bank.apply(to: .readings([reading]), of: Plant.account)
      else { return nil }
      return readings.first
    }
    #expect(after(100, 4) == (try Plant.reading(1, forward: 28_000, reverse: 500)))
    #expect(after(200, 4) == (try Plant.reading(1, forward: 0, reverse: 500)))
    #expect(after(200, 0) == (try Plant.reading(1, forward: 0, reverse: 44_500)))
    let bare = try Plant.reading(1)
    #expect(
      CapacitorBank(kvar: Power(100), steps: 4).apply(to: .readings([bare]), of: Plant.account)
        == .readings([bare]))
  }

  @Test("Registers beside intervals are compensated where the intervals have no reactive energy")
  func registers() throws {
    var profile = try Plant.even("100", days: 30)
    profile.registers = [try Plant.reading(1, forward: 100_000)]
    let use = CapacitorBank(kvar: Power(100), steps: 4)
      .apply(to: .intervals(profile), of: Plant.account)
    profile.registers = [try Plant.reading(1, forward: 28_000)]
    #expect(use == .intervals(profile))
  }

  @Test("Energy is conserved, a controlled bank never feeds back, and one more step would")
  func conserved() {
    let seed: UInt64 = 215
    var random = SplitMix64(seed: seed)
    for _ in 0..<5000 {
      let steps = Int.random(in: 1...12, using: &random)
      let step = Int128.random(in: 1...100_000_000, using: &random)
      let kvar = Power(units: step * Int128(steps))
      let before = flows(
        Int128.random(in: 0...(step * 900 * 15), using: &random),
        Int128.random(in: 0...1_000_000, using: &random))
      let fixed = CapacitorBank(kvar: kvar, steps: 0).interval(before, seconds: 900)
      #expect(
        fixed.forward - fixed.reverse == before.forward - before.reverse - kvar.units * 900,
        "seed \(seed)")
      #expect(fixed.forward == 0 || fixed.reverse == before.reverse, "seed \(seed)")
      let after = CapacitorBank(kvar: kvar, steps: steps).interval(before, seconds: 900)
      let delivered = before.forward - after.forward
      #expect(after.reverse == before.reverse && after.forward >= 0, "seed \(seed)")
      #expect(delivered % (step * 900) == 0 && delivered <= kvar.units * 900, "seed \(seed)")
      #expect(
        delivered == kvar.units * 900 || after.forward < step * 900, "seed \(seed)")
    }
  }

  @Test("Intervals without a value stay without one")
  func missing() throws {
    var profile = try Plant.even("100", kvar: "60", days: 1)
    profile.reactiveForward?[5] = LoadProfile.missing
    guard
      case .intervals(let after) = CapacitorBank(kvar: Power(100), steps: 0)
        .apply(to: .intervals(profile), of: Plant.account)
    else { return }
    #expect(after.reactiveForward?[5] == LoadProfile.missing)
    #expect(after.reactiveReverse?[5] == LoadProfile.missing)
    #expect(after.reactiveForward?[6] == 0)
  }
}
