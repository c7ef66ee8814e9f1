import Quantities
import TestSupport
import Testing

@testable import Metering

@Suite("Green Button values")
struct GreenButtonScaleTests {
  @Test(
    "7 units over 900 s in millijoules, by unit and multiplier",
    arguments: [
      ("72", "0", "25200000", "Wh"), ("72", "3", "25200000000", "kWh"),
      ("72", "6", "25200000000000", "MWh"), ("72", "1", "252000000", "10^1 Wh"),
      ("72", "2", "2520000000", "10^2 Wh"), ("72", "-1", "2520000", "10^-1 Wh"),
      ("72", "-2", "252000", "10^-2 Wh"), ("72", "-3", "25200", "mWh"),
      ("72", "-6", "25", "µWh"), ("72", "-9", "0", "nWh"), ("72", "-12", "0", "pWh"),
      ("31", "0", "7000", "J"), ("31", "6", "7000000000", "MJ"), ("31", "-3", "7", "mJ"),
      ("38", "0", "6300000", "W"), ("38", "3", "6300000000", "kW"), ("38", "-3", "6300", "mW"),
      ("73", "0", "25200000", "varh"), ("73", "3", "25200000000", "kvarh"),
      ("63", "0", "6300000", "var"), ("63", "3", "6300000000", "kvar"),
    ])
  func units(uom: String, multiplier: String, energy: String, unit: String) throws {
    var fixture = GreenButtonFixture()
    fixture.set("uom", uom)
    fixture.set("powerOfTenMultiplier", multiplier)
    fixture.readings = [GreenButtonFixture.reading(GreenButtonFixture.first, "7")]
    let file = try fixture.read()
    #expect(file.series.map { "\($0.readings[0].energy)" } == [energy])
    #expect(file.series.map(\.unit) == [unit])
    let isReactive = ["73", "63"].contains(uom)
    #expect(file.series[0].measure.isReactive == isReactive)
    #expect(file.series[0].measure.isPower == ["38", "63"].contains(uom))
  }

  @Test("Multipliers up to 12 are exact: 1 at 10⁹ Wh over a day is 3.6 × 10¹⁵ mJ")
  func largeMultiplier() throws {
    let scale = GreenButtonScale(millijoules: 3_600_000, multiplier: 9, isPower: false)
    #expect(scale.energy(1, places: 0, seconds: 86_400) == .exact(3_600_000_000_000_000))
    let joule = GreenButtonScale(millijoules: 1000, multiplier: 12, isPower: false)
    #expect(joule.energy(3, places: 0, seconds: 86_400) == .exact(3_000_000_000_000_000))
    #expect(joule.energy(1, places: 4, seconds: 86_400) == .exact(100_000_000_000))
  }

  @Test(
    "Other multipliers are refused, and left out is 0",
    arguments: ["4", "-4", "5", "-5", "7", "-13", "13", "99", "-99", "x", "1.5"])
  func otherMultipliers(multiplier: String) {
    var fixture = GreenButtonFixture()
    fixture.set("powerOfTenMultiplier", multiplier)
    #expect(fixture.complaints.contains("feed.xml:6: error:"))
    #expect(fixture.complaints.contains("powerOfTenMultiplier"))
    fixture.set("powerOfTenMultiplier", nil)
    #expect(fixture.complaints.isEmpty)
  }

  @Test(
    "What is finer than a millijoule is rounded half away from zero, and told once with its count",
    arguments: [(1, 4), (5, 18), (-1, -4), (-5, -18), (15, 54), (10, 36), (25, 90), (-15, -54)])
  func rounding(value: Int64, energy: Int64) throws {
    // 10⁻⁶ Wh are 3.6 mJ.
    let scale = GreenButtonScale(millijoules: 3_600_000, multiplier: -6, isPower: false)
    let isExact = value % 5 == 0
    #expect(
      scale.energy(value, places: 0, seconds: 900) == (isExact ? .exact(energy) : .rounded(energy)))
    let joule = GreenButtonScale(millijoules: 1000, multiplier: -6, isPower: false)
    #expect(joule.energy(1500, places: 0, seconds: 900) == .rounded(2))
    #expect(joule.energy(-1500, places: 0, seconds: 900) == .rounded(-2))
    #expect(joule.energy(1499, places: 0, seconds: 900) == .rounded(1))
  }

  @Test("Rounded readings are told once, with their count and the first line")
  func roundingNote() throws {
    var fixture = GreenButtonFixture()
    fixture.set("powerOfTenMultiplier", "-6")
    fixture.readings = (0..<10).map {
      GreenButtonFixture.reading(GreenButtonFixture.first + $0 * 900, "\($0)")
    }
    let findings = try fixture.read().findings
    #expect(findings.map(\.evidence) == [.greenButton(.rounded)])
    #expect(findings.map(\.count) == [8])
    #expect(findings[0].text == "rounded to a whole millijoule: 8 readings of 1")
  }

  @Test("10 GW is refused by line, a hair less is read")
  func limit() throws {
    let scale = GreenButtonScale(millijoules: 3_600_000, multiplier: 0, isPower: false)
    #expect(scale.energy(2_500_000_000, places: 0, seconds: 900) == .tooLarge)
    #expect(scale.energy(-2_500_000_000, places: 0, seconds: 900) == .tooLarge)
    #expect(scale.energy(2_499_999_999, places: 0, seconds: 900) == .exact(8_999_999_996_400_000))
    #expect(scale.energy(Int64.max, places: 0, seconds: 900) == .tooLarge)
    // Int64.min stands for no value and is never an energy.
    let joule = GreenButtonScale(millijoules: 1000, multiplier: -3, isPower: false)
    #expect(joule.energy(Int64.min, places: 0, seconds: SeriesReading.longest) == .tooLarge)
    #expect(joule.energy(Int64.max, places: 0, seconds: SeriesReading.longest) == .tooLarge)
    #expect(joule.energy(Int64.max - 1, places: 0, seconds: 1_000_000) == .exact(Int64.max - 1))
    let power = GreenButtonScale(millijoules: 1000, multiplier: 12, isPower: true)
    #expect(power.energy(Int64.max, places: 0, seconds: SeriesReading.longest) == .tooLarge)
    #expect(power.energy(Int64.min, places: 7, seconds: SeriesReading.longest) == .tooLarge)
    var fixture = GreenButtonFixture()
    fixture.readings[5] = GreenButtonFixture.reading(
      GreenButtonFixture.first + 4500, "1000000000000")
    #expect(fixture.complaints.contains("feed.xml:7: error: the value is a mean power of 10 GW"))
  }

  @Test(
    "Numbers are read with blanks and points, exactly or not at all",
    arguments: [
      ("595", .value(595, places: 0)), (" \n595\t", .value(595, places: 0)),
      ("-5", .value(-5, places: 0)), ("+5", .value(5, places: 0)),
      ("595.5", .value(5955, places: 1)), ("595.50", .value(5955, places: 1)),
      ("595.0", .value(595, places: 0)), ("0.0000001", .value(1, places: 7)),
      ("1.050", .value(105, places: 2)), ("-0.25", .value(-25, places: 2)),
      ("0.00000001", .tooFine), ("9223372036854775807", .value(.max, places: 0)),
      ("9223372036854775808", .tooLarge), ("99999999999999999999999", .tooLarge),
      ("000000000000000000000000007", .value(7, places: 0)), ("", .unreadable),
      ("  ", .unreadable), ("-", .unreadable), (".5", .unreadable), ("5.", .unreadable),
      ("1e3", .unreadable), ("1,5", .unreadable), ("1 2", .unreadable), ("NaN", .unreadable),
      ("１", .unreadable), ("--1", .unreadable), ("1.2.3", .unreadable),
    ] as [(String, GreenButtonNumber.Decimal)])
  func numbers(text: String, expected: GreenButtonNumber.Decimal) {
    let found = Array(text.utf8).withUnsafeBufferPointer { GreenButtonNumber.decimal($0) }
    #expect(found == expected)
  }

  @Test("Any decimal with up to 7 places is read as it was written")
  func decimals() {
    for seed in UInt64(0)..<2000 {
      var generator = SplitMix64(seed: seed)
      let places = Int.random(in: 1...7, using: &generator)
      let whole = Int64.random(in: 0...999_999_999, using: &generator)
      var fraction = String(Int64.random(in: 0..<10_000_000, using: &generator))
      fraction = String((String(repeating: "0", count: 7) + fraction).suffix(7).prefix(places))
      let text = "\(whole).\(fraction)"
      let found = Array(text.utf8).withUnsafeBufferPointer { GreenButtonNumber.decimal($0) }
      guard case .value(let value, let kept) = found, kept <= places else {
        Issue.record("seed \(seed): \(text) gave \(found)")
        continue
      }
      var scaled = value
      for _ in kept..<places { scaled *= 10 }
      #expect("\(scaled)" == "\(Int64("\(whole)\(fraction)") ?? -1)", "seed \(seed): \(text)")
    }
  }
}
