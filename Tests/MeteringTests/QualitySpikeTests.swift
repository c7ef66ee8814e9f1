import Metering
import Quantities
import Testing
import Use

@Suite("Values too high to be believed, and months cut short (Q12, Q13, Q23)")
struct QualitySpikeTests {
  private typealias Fixture = QualityFixture

  @Test(
    "1.79 and 1.80 times the third highest of the day are nothing, 1.81 times is a spike",
    arguments: [(1790, false), (1800, false), (1810, true)])
  func day(_ value: Int64, _ told: Bool) {
    var values = [Int64?](repeating: 1000, count: 31 * 96)
    values[500] = value
    #expect(Fixture.findings(Fixture.profile(values), .spike).isEmpty != told)
  }

  @Test("The third highest counts: a spike of two intervals is one, of three it is the load")
  func threeIntervals() {
    for length in 2...3 {
      var values = [Int64?](repeating: 1000, count: 31 * 96)
      for index in 500..<(500 + length) { values[index] = 4000 }
      let found = Fixture.findings(Fixture.profile(values), .spike)
      #expect(found.map(\.count) == (length == 2 ? [2] : []))
    }
  }

  @Test("1.50 times the month's 99.9th percentile is nothing on a quiet day, a watt-hour more is")
  func month() {
    for (value, told) in [(Int64(1500), false), (1501, true)] {
      var values = [Int64?](repeating: 1000, count: 31 * 96)
      for index in 480..<576 { values[index] = 500 }
      values[500] = value
      #expect(Fixture.findings(Fixture.profile(values), .spike).isEmpty != told)
    }
  }

  @Test("Of 2976 values the 2973rd, the fourth highest, is the 99.9th percentile")
  func percentile() {
    // ⌊2975 × 0.999⌋ = 2972, counted from 0: three values lie above it. Two days of two high values
    // each make the fourth highest high; with one value less it is low.
    for (high, told) in [([500, 501, 1000, 1001], false), ([500, 501, 1000], true)] {
      var values = [Int64?](repeating: 1000, count: 31 * 96)
      for index in high { values[index] = 4000 }
      #expect(Fixture.findings(Fixture.profile(values), .spike).isEmpty != told)
    }
  }

  @Test("In data of one day two spikes are held against the third highest, not against themselves")
  func twoSpikesInADay() {
    var values = [Int64?](repeating: 1000, count: 96)
    (values[10], values[20]) = (9000, 8000)
    #expect(Fixture.findings(Fixture.profile(values), .spike).map(\.count) == [2])
  }

  @Test(
    "A spike carries its time, its power and the next highest of its month, one finding a month")
  func evidence() throws {
    var values = Fixture.varying(days: 60)
    values[200] = 9000
    values[210] = 9000
    values[100] = 1100
    values[40 * 96] = 8000
    let found = Fixture.findings(Fixture.profile(values), .spike)
    #expect(found.map(\.count) == [2, 1])
    // 200 = 2 days and 8 quarters of an hour; 9 kWh a quarter are 36 kW, 1.1 kWh are 4.4 kW.
    let spike = DemandSpike(
      month: try #require(Month(iso: "2024-01")),
      start: try #require(Fixture.time("2024-01-03T02:00")), power: Power(36),
      next: .init(start: try #require(Fixture.time("2024-01-02T01:00")), power: try Power("4.4")))
    #expect(Fixture.evidence(found.first) == .spike(spike, above: nil))
    #expect(
      found.first?.hint == "hold the demand charge of 36 kW against that of 4.4 kW")
    // From the 15th to the 15th both lie in other billing months: 3 January in the first.
    let read = Fixture.findings(Fixture.profile(values), .spike, readingDay: 15)
    #expect(read.map(\.count) == [2, 1])
    guard case .spike(let second, _)? = Fixture.evidence(read.last) else {
      Issue.record("no spike")
      return
    }
    #expect(second.month == Month(iso: "2024-02"))
  }

  @Test("At the installed 4 kVA nothing, above it every interval is told; a spike above it says so")
  func capacity() throws {
    var values = [Int64?](repeating: 900, count: 31 * 96)
    (values[10], values[11], values[20], values[30]) = (1000, 1000, 1001, 1100)
    let found = Fixture.findings(Fixture.profile(values), .spike, capacity: Power(4))
    // 1.001 kWh a quarter are 4.004 kW.
    let expected = QualityEvidence.aboveCapacity(
      first: try #require(Fixture.time("2024-01-01T05:00")), highest: try Power("4.4"),
      capacity: Power(4))
    #expect(found.map(\.count) == [2])
    #expect(Fixture.evidence(found.first) == expected)
    #expect(Fixture.findings(Fixture.profile(values), .implausible, capacity: Power(4)).isEmpty)
    values[30] = 5000
    let spiked = Fixture.findings(Fixture.profile(values), .spike, capacity: Power(4))
    #expect(spiked.map(\.count) == [1, 1])
    guard case .spike(_, let above)? = Fixture.evidence(spiked.first) else {
      Issue.record("no spike")
      return
    }
    #expect(above == Power(4))
    // The spike is no reason to doubt the unit of the whole.
    #expect(Fixture.findings(Fixture.profile(values), .implausible, capacity: Power(4)).isEmpty)
  }

  @Test("1.2 times the installed capacity is not yet implausible; above twice it is an error")
  func implausible() {
    for (value, severity) in [
      (Int64(1200), nil), (1201, LoadFindingSeverity.warning), (2000, .warning), (2001, .error),
    ] {
      let values = (0..<960).map { index -> Int64? in index % 2 == 0 ? value : value - 1 }
      let found = Fixture.findings(Fixture.profile(values), .implausible, capacity: Power(4))
      #expect(found.map(\.severity) == (severity.map { [$0] } ?? []), "\(value)")
      // Told once: what is implausible is not also so many intervals above the capacity.
      let above = Fixture.findings(Fixture.profile(values), .spike, capacity: Power(4))
      #expect(above.map(\.count) == (severity == nil ? [960] : []), "\(value)")
    }
  }

  @Test(
    "The slips that fit are named: a peak of 5 to 100 % of the capacity once they are undone",
    arguments: [
      // 8000 kW on 2000 kVA: a quarter is 2000 kW, just fitting; 1/40 is 200 kW.
      ("2000", [UnitSlip.powerForEnergy(perHour: 4), .multiplierTwice(Rate(40))]),
      // On 1999 kVA a quarter is too much.
      ("1999", [.multiplierTwice(Rate(40))]),
      // On 160 kVA 8 kW are 5 %, and 200 kW too much.
      ("160", [.thousandfold]), ("161", []), ("4", []),
    ])
  func slips(_ capacity: String, _ fits: [UnitSlip]) throws {
    let values = (0..<960).map { index -> Int64? in index % 2 == 0 ? 2_000_000 : 1_900_000 }
    let found = Fixture.findings(
      Fixture.profile(values), .implausible, capacity: try Power(capacity), multiplier: Rate(40))
    let expected = QualityEvidence.implausible(
      peak: Power(8000), start: try #require(Fixture.time("2024-01-01T00:00")),
      capacity: try Power(capacity), fits: fits)
    #expect(Fixture.evidence(found.first) == expected)
  }

  @Test("Hours have no quarter to take for a whole, half-hours have two halves")
  func candidates() {
    #expect(
      UnitSlip.candidates(intervalSeconds: 3600, multiplier: .one) == [.thousandth, .thousandfold])
    #expect(
      UnitSlip.candidates(intervalSeconds: 1800, multiplier: .one)
        == [.energyForPower(perHour: 2), .powerForEnergy(perHour: 2), .thousandth, .thousandfold])
  }

  @Test("A whole month is covered; from the 2nd to 9 February, 30 of 31 and 9 of 29 days are")
  func coverage() throws {
    let whole = Fixture.profile(Fixture.varying(days: 31))
    #expect(Fixture.findings(whole, .coverage).isEmpty)
    let part = Fixture.profile(from: "2024-01-02", Fixture.varying(days: 39))
    let found = Fixture.findings(part, .coverage)
    #expect(found.map(\.severity) == [.info])
    #expect(
      found.first?.text
        == "the intervals of account A run from 2024-01-02 to 2024-02-09: 30 of the 31 days of "
        + "2024-01, 9 of the 29 days of 2024-02")
    // Days without any value at the ends are not covered.
    var values = Fixture.varying(days: 31)
    for index in (29 * 96)..<(31 * 96) { values[index] = nil }
    let cut = try #require(Fixture.findings(Fixture.profile(values), .coverage).first)
    #expect(cut.text.hasSuffix("to 2024-01-29: 29 of the 31 days of 2024-01"))
  }

  @Test("Read on the 10th, 10 January to 9 February is the whole of February's billing month")
  func coverageOfReadingDays() {
    let profile = Fixture.profile(from: "2024-01-10", Fixture.varying(days: 31))
    #expect(Fixture.findings(profile, .coverage, readingDay: 10).isEmpty)
    #expect(Fixture.findings(profile, .coverage).count == 1)
  }

  @Test("A profile without any value has no findings")
  func empty() {
    let profile = Fixture.profile([Int64?](repeating: nil, count: 96))
    #expect(QualityCheck.findings(profile, account: "A", capacity: Power(1)).isEmpty)
  }
}
