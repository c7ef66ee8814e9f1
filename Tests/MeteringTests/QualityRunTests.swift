import Metering
import Quantities
import Testing
import Use

@Suite("Runs of zeros and of one value (Q10, Q11, Q24)")
struct QualityRunTests {
  private typealias Fixture = QualityFixture

  @Test("5 h 45 min of zeros are nothing, 6 h are told", arguments: [23, 24])
  func zeroRun(_ length: Int) throws {
    var values = Fixture.varying(days: 3)
    // Across midnight: 96 is the first interval of the second day.
    for index in 90..<(90 + length) { values[index] = 0 }
    let found = Fixture.findings(Fixture.profile(values), .zeroRun)
    guard length == 24 else {
      #expect(found.isEmpty)
      return
    }
    let finding = try #require(found.first)
    let run = IntervalRun(
      start: try #require(Fixture.time("2024-01-01T22:30")), intervals: 24, seconds: 6 * 3600)
    #expect(
      Fixture.evidence(finding) == .zeroRuns(first: run, longest: run, intervals: 24))
    #expect(finding.severity == .warning)
    #expect(
      finding.text
        == "account A draws nothing for 6 h from 2024-01-01T22:30: an outage, a shutdown or lost data"
    )
  }

  @Test("A gap in the middle makes two runs of 3 h, and neither is told")
  func zeroRunWithGap() {
    var values = Fixture.varying(days: 3)
    for index in 100..<124 { values[index] = 0 }
    values[112] = nil
    #expect(Fixture.findings(Fixture.profile(values), .zeroRun).isEmpty)
  }

  @Test("Zeros in 96 of 192 values are told, the median being above zero; in 97 they are not")
  func zeroMedian() {
    for (zeros, told) in [(96, true), (97, false)] {
      let values = (0..<192).map { index -> Int64? in index < zeros ? 0 : 1000 + Int64(index) }
      #expect(Fixture.findings(Fixture.profile(values), .zeroRun).isEmpty != told)
    }
  }

  @Test("Several runs are one finding with the first, the longest and their number")
  func zeroRuns() throws {
    var values = Fixture.varying(days: 6)
    for index in 96..<120 { values[index] = 0 }
    for index in 200..<232 { values[index] = 0 }
    for index in 300..<332 { values[index] = 0 }
    let found = Fixture.findings(Fixture.profile(values), .zeroRun)
    #expect(found.count == 1)
    #expect(found.first?.count == 3)
    // 24 + 32 + 32 intervals; of the two of 8 h the first; 200 = 2 days + 8 intervals.
    #expect(
      found.first?.text
        == "account A draws nothing for 6 h and more 3 times, 88 intervals in all, first from "
        + "2024-01-02T00:00, longest for 8 h from 2024-01-03T02:00: outages, shutdowns or lost data"
    )
  }

  @Test("11 equal values are nothing, 12 are told", arguments: [11, 12])
  func stuck(_ length: Int) throws {
    var values = Fixture.varying(days: 2)
    for index in 100..<(100 + length) { values[index] = 1025 }
    // Neither neighbour holds the value by chance: 100 × 37 mod 61 = 40, 112 × 37 mod 61 = 57.
    let found = Fixture.findings(Fixture.profile(values), .stuck)
    guard length == 12 else {
      #expect(found.isEmpty)
      return
    }
    #expect(found.count == 1)
    // 1.025 kWh in a quarter of an hour are 4.1 kW.
    #expect(
      found.first?.text
        == "12 intervals of account A in a row show the same 4.1 kW, from 2024-01-02T01:00 on, while "
        + "the values around them vary")
  }

  @Test("With intervals of 5 min, 35 equal values are nothing and 36, 3 h, are told")
  func stuckInFiveMinutes() {
    for (length, told) in [(35, false), (36, true)] {
      var values = Fixture.varying(days: 1, perDay: 288)
      for index in 100..<(100 + length) { values[index] = 3000 }
      #expect(
        Fixture.findings(Fixture.profile(seconds: 300, values), .stuck).isEmpty != told)
    }
  }

  @Test("A run among neighbours as steady as itself is nothing: steps, and a year of one value")
  func steady() {
    // Four levels a day, each for 6 h, and another set of levels every day.
    let steps = (0..<(30 * 96)).map { index -> Int64? in Int64(1000 + index / 24 * 7) }
    #expect(Fixture.findings(Fixture.profile(steps), .stuck).isEmpty)
    let constant = [Int64?](repeating: 500, count: 365 * 96)
    #expect(Fixture.findings(Fixture.profile(constant), .stuck).isEmpty)
    // One other value in a constant load has steady neighbours too.
    var dented = constant
    dented[5000] = 499
    #expect(Fixture.findings(Fixture.profile(dented), .stuck).isEmpty)
  }

  @Test("6 of 22 pairs of neighbours equal are nothing, 5 of 22 are told")
  func neighbours() {
    for (equal, told) in [(6, false), (5, true)] {
      var values = Fixture.varying(days: 2)
      for index in 100..<124 { values[index] = 3000 }
      // Pairs of equal values before the run, which are no run themselves: 98 = 99, 96 = 97 …
      for pair in 0..<equal { values[99 - 2 * pair] = values[98 - 2 * pair] }
      #expect(Fixture.findings(Fixture.profile(values), .stuck).isEmpty != told)
    }
  }

  @Test("One value held on two days is told as 2 runs; on three days it is a level of the plant")
  func level() {
    for days in 2...3 {
      var values = Fixture.varying(days: 6)
      for day in 0..<days {
        for index in 0..<20 { values[96 * day + 30 + index] = 1025 }
      }
      let found = Fixture.findings(Fixture.profile(values), .stuck)
      #expect(found.map(\.count) == (days == 2 ? [2] : []))
    }
  }

  @Test("Flat nights in the steps of a coarse meter are nothing, a whole year of them")
  func flatNights() {
    let values = (0..<(365 * 96)).map { index -> Int64? in
      let slot = index % 96
      // 2 or 3 kWh through the night, by the day; 40 kWh and something by day.
      if slot < 28 || slot >= 88 { return index / 96 % 2 == 0 ? 2000 : 3000 }
      return 40_000 + Int64(index * 37 % 61) * 1000
    }
    #expect(Fixture.findings(Fixture.profile(values), .stuck).isEmpty)
  }

  @Test("Equal shares of longer readings are not a meter that hangs")
  func coarse() {
    var values = Fixture.varying(days: 2)
    for index in 100..<116 { values[index] = 1025 }
    var profile = Fixture.profile(values)
    profile.coarse = [100..<116]
    #expect(Fixture.findings(profile, .stuck).isEmpty)
    profile.coarse = [116..<120]
    #expect(Fixture.findings(profile, .stuck).count == 1)
  }

  @Test("Zeros are no run of one value, and neighbours beyond a gap are neighbours")
  func stuckBesideGaps() {
    var values = Fixture.varying(days: 2)
    for index in 100..<120 { values[index] = 0 }
    #expect(Fixture.findings(Fixture.profile(values), .stuck).isEmpty)
    values = Fixture.varying(days: 3)
    for index in 80..<180 { values[index] = nil }
    for index in 120..<140 { values[index] = 1025 }
    #expect(Fixture.findings(Fixture.profile(values), .stuck).count == 1)
  }

  @Test("A row of zeros between rows that are not is told, once for all, with the first")
  func zeroRow() {
    var active = Fixture.varying(days: 3)
    var forward = active
    for index in [50, 60, 70] { (active[index], forward[index]) = (0, 0) }
    let found = Fixture.findings(Fixture.profile(active, forward: forward), .zeroRow)
    // 3 of 288 are more than one in a hundred.
    #expect(found.isEmpty)
    (active[70], forward[70]) = (999, 999)
    let fewer = Fixture.findings(Fixture.profile(active, forward: forward), .zeroRow)
    #expect(fewer.map(\.count) == [2])
    #expect(
      fewer.first?.text
        == "every channel of account A is zero for 2 single intervals, the first at "
        + "2024-01-01T12:30, but before and after it is not: a missing record may have been written "
        + "as zero")
  }

  @Test("Two zeros in a row, a zero beside a gap, and a zero with reactive energy are no such row")
  func noZeroRow() {
    for alter in [
      { (active: inout [Int64?], forward: inout [Int64?]) in
        (active[50], active[51], forward[50], forward[51]) = (0, 0, 0, 0)
      },
      { (active: inout [Int64?], forward: inout [Int64?]) in
        (active[50], forward[50], active[51]) = (0, 0, nil)
      },
      { (active: inout [Int64?], forward: inout [Int64?]) in active[50] = 0 },
      { (active: inout [Int64?], forward: inout [Int64?]) in (active[0], forward[0]) = (0, 0) },
    ] {
      var active = Fixture.varying(days: 2)
      var forward = active
      alter(&active, &forward)
      #expect(Fixture.findings(Fixture.profile(active, forward: forward), .zeroRow).isEmpty)
    }
  }
}
