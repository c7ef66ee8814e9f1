import TestSupport
import Testing

@testable import Quantities

@Suite("The power factor is rounded in whole numbers")
struct PowerFactorTests {
  @Test(
    "Published months come out as printed",
    arguments: [
      (50_000, 59_000, "0.65"),  // 0.646522
      (694_152, 256_728, "0.94"),  // 0.937909
      (40_000, 30_000, "0.80"),  // exactly 0.8
      (14_880, 6_780, "0.91"),  // 0.909989
      (4_800, 4_140, "0.76"),  // 0.757249
      (2_480_000, 1_040_000, "0.92"),  // 0.922194
      (365_000, 36_600, "1.00"),  // 0.995010
      (0, 10, "0.00"),
      (10, 0, "1.00"),
    ])
  func published(active: Int, reactive: Int, expected: String) {
    let value = PowerFactor(
      active: Energy(kilowattHours: active), reactive: Energy(kilowattHours: reactive))
    #expect(value?.description == expected)
  }

  @Test("No energy at all has no power factor")
  func nothing() {
    #expect(PowerFactor(active: .zero, reactive: .zero) == nil)
  }

  // At P = 0.945 and √(1 − 0.945²) the rounded value turns from 0.94 to 0.95. The squares are
  // rational, so the edge is tested with P² × (200² − 189²) against Q² × 189².
  @Test("A value just on a half rounds up, one millijoule more of reactive energy rounds down")
  func edge() {
    // 189² + 4279 = 200²; P² : Q² = 189² : 4279 has no whole solution, so take P and the largest Q
    // that keeps 0.95.
    let p: Int128 = 189_000_000_000
    var q: Int128 = 65_414_065_461
    while p * p * 4279 >= q * q * 35_721 { q += 1 }
    while p * p * 4279 < q * q * 35_721 { q -= 1 }
    #expect(
      PowerFactor(active: Energy(millijoules: p), reactive: Energy(millijoules: q))?.hundredths
        == 95)
    #expect(
      PowerFactor(active: Energy(millijoules: p), reactive: Energy(millijoules: q + 1))?.hundredths
        == 94)
  }

  @Test("1,000 seeded pairs agree with floating point wherever that is sure")
  func againstFloatingPoint() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<1000 {
      let p = Int64.random(in: 1...9_000_000_000_000, using: &generator)
      let q = Int64.random(in: 0...9_000_000_000_000, using: &generator)
      let exact = Double(p) / (Double(p) * Double(p) + Double(q) * Double(q)).squareRoot() * 100
      let fraction = exact - exact.rounded(.down)
      guard abs(fraction - 0.5) > 1e-9 else { continue }
      let value = PowerFactor(
        active: Energy(millijoules: Int128(p)), reactive: Energy(millijoules: Int128(q)))
      #expect(value?.hundredths == Int(exact.rounded()), "seed 3: \(p) \(q)")
    }
  }
}
