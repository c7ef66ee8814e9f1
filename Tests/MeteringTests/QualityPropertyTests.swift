import Metering
import Quantities
import TestSupport
import Testing
import Use

@Suite("What the checks of values do not depend on")
struct QualityPropertyTests {
  private typealias Fixture = QualityFixture

  /// Three weeks with gaps, zeros, runs and spikes, in watt-hours.
  private static func values(_ random: inout SplitMix64) -> [Int64?] {
    var values = (0..<(21 * 96)).map { _ -> Int64? in Int64.random(in: 500...1500, using: &random) }
    for _ in 0..<6 {
      let start = Int.random(in: 0..<1900, using: &random)
      let length = Int.random(in: 1...40, using: &random)
      let value: Int64? = [nil, 0, 777, 9999].randomElement(using: &random) ?? nil
      let end = value == 9999 ? start + 1 : start + length
      for index in start..<end { values[index] = value }
    }
    return values
  }

  @Test("The checks leave the profile as it is, and say the same each time (50 seeds)")
  func pure() {
    for seed in UInt64(0)..<50 {
      var random = SplitMix64(seed: seed)
      let profile = Fixture.profile(Self.values(&random))
      let before = profile.active
      let first = QualityCheck.findings(profile, account: "A", capacity: Power(5))
      let second = QualityCheck.findings(profile, account: "A", capacity: Power(5))
      #expect(profile.active == before, "seed \(seed)")
      #expect(first == second, "seed \(seed)")
    }
  }

  @Test(
    "Findings do not depend on the order of rows or on how they were split into files (10 seeds)")
  func joining() throws {
    for seed in UInt64(0)..<10 {
      var random = SplitMix64(seed: seed)
      let values = Self.values(&random)
      let direct = Fixture.profile(values)
      let whole = QualityCheck.findings(direct, account: "A")
      var rows = values.enumerated().compactMap { index, value in
        value.map { value in
          let date = direct.start(of: index).description
            .split(separator: "T").joined(separator: " ")
          return "\(date),\(Energy(millijoules: Int128(value * Fixture.wattHour)))"
        }
      }
      let cut = Int.random(in: 1..<20, using: &random) * 96
      let parts = [rows[..<cut], rows[cut...]].map {
        "timestamp,kWh\n" + $0.joined(separator: "\n")
      }
      rows.shuffle(using: &random)
      let texts = [
        parts.reversed().map { $0 },
        ["timestamp,kWh\n" + rows.joined(separator: "\n")],
      ]
      for files in texts {
        let read = try LoadReader.read(files.map { LoadFixture.file($0) })
        let profile = try #require(read["A"]?.profile)
        #expect(QualityCheck.findings(profile, account: "A") == whole, "seed \(seed)")
      }
    }
  }

  @Test("Twice the energy in every interval gives the same runs and spikes (50 seeds)")
  func scaling() {
    for seed in UInt64(0)..<50 {
      var random = SplitMix64(seed: seed)
      let values = Self.values(&random)
      let once = QualityCheck.findings(Fixture.profile(values), account: "A")
      let twice = QualityCheck.findings(
        Fixture.profile(values.map { $0.map { $0 * 2 } }), account: "A")
      #expect(once.map(\.code) == twice.map(\.code), "seed \(seed)")
      #expect(once.map(\.count) == twice.map(\.count), "seed \(seed)")
    }
  }
}
