import Metering
import Quantities
import TestSupport
import Testing
import Use

@Suite("Repairs of gaps that are asked for")
struct QualityFillTests {
  private typealias Fixture = QualityFixture
  private static let reading = MonthlyReading(month: Month(ordinal: 2024 * 12))

  @Test("A line from 1000 to 1300 Wh over two intervals is 1100 and 1200 Wh")
  func line() {
    var values = Fixture.varying(days: 1)
    (values[10], values[11], values[12], values[13]) = (1000, nil, nil, 1300)
    let result = Fixture.profile(values)
      .filled(by: [.linear(longestSeconds: 7200)], account: "A")
    #expect(result.profile.active[11] == 1100 * Fixture.wattHour)
    #expect(result.profile.active[12] == 1200 * Fixture.wattHour)
    #expect(result.estimated.map(\.range) == [11..<13])
    #expect(result.estimated.map(\.energy.description) == ["2.3"])
    #expect(result.estimated.map(\.start.description) == ["2024-01-01T02:45"])
    #expect(result.findings.map(\.count) == [2])
    #expect(
      result.findings.first?.text
        == "2 intervals of account A without a value, the first at 2024-01-01T02:45, were filled on "
        + "a straight line, in gaps of at most 120 min, as asked: 2.3 kWh")
  }

  @Test("A gap of 2 h is filled, one of 2 h 15 min is not; nor one at either end")
  func lengths() {
    var values = Fixture.varying(days: 2)
    for index in Array(10..<18) + Array(30..<39) + Array(0..<2) + Array(190..<192) {
      values[index] = nil
    }
    let result = Fixture.profile(values)
      .filled(by: [.linear(longestSeconds: 7200)], account: "A")
    #expect(result.estimated.map(\.range) == [10..<18])
    #expect(result.profile.active.count { $0 == Fixture.missing } == 13)
  }

  @Test(
    "A line's energy is that of the trapezoid, rounded down once, whatever the ends (1000 seeds)")
  func lineEnergy() {
    for seed in UInt64(0)..<1000 {
      var random = SplitMix64(seed: seed)
      let from = Int64.random(in: 0...1_000_000_000_000, using: &random)
      let to = Int64.random(in: 0...1_000_000_000_000, using: &random)
      let count = Int.random(in: 1...8, using: &random)
      var profile = Fixture.profile(Fixture.varying(days: 1))
      profile.active[20] = from
      for index in 21..<(21 + count) { profile.active[index] = Fixture.missing }
      profile.active[21 + count] = to
      let filled = profile.filled(by: [.linear(longestSeconds: 7200)], account: "A").profile
      let values = filled.active[21..<(21 + count)]
      // n values on the line from a to b add up to n (a + b) / 2.
      #expect(
        Fixture.sum(values) == Int128(count) * (Int128(from) + Int128(to)) / 2, "seed \(seed)")
      #expect(values.allSatisfy { (min(from, to) - 1...max(from, to) + 1).contains($0) })
      for (place, value) in values.enumerated() {
        let exact =
          Int128(from) * Int128(count + 1) + (Int128(to) - Int128(from)) * Int128(place + 1)
        #expect(abs(Int128(value) * Int128(count + 1) - exact) <= Int128(count + 1), "seed \(seed)")
      }
    }
  }

  @Test("A day like it: the mean of the same weekday and time, the four nearest that have a value")
  func likeDay() {
    // 15 Mondays; Monday n has n × 100 Wh at every time, other days 7 Wh.
    func week(_ index: Int) -> Int64 { index / 96 % 7 == 0 ? Int64(index / 96 / 7) * 100 : 7 }
    var values = (0..<(15 * 7 * 96)).map { index -> Int64? in week(index) }
    let eighth = 7 * 7 * 96 + 40
    values[eighth] = nil
    // Of Mondays 6 and 8, 5 and 9: (600 + 800 + 500 + 900) ÷ 4 = 700.
    let plain = Fixture.profile(values).filled(by: [.likeDay(weeks: 4)], account: "A")
    #expect(plain.profile.active[eighth] == 700 * Fixture.wattHour)
    // Without Monday 6: 8, 5, 9 and, before 10, 4: (800 + 500 + 900 + 400) ÷ 4 = 650.
    values[eighth - 7 * 96] = nil
    let other = Fixture.profile(values).filled(by: [.likeDay(weeks: 4)], account: "A")
    #expect(other.profile.active[eighth] == 650 * Fixture.wattHour)
    // Monday 6 is filled from 5, 4, 8, 3; not from Monday 7, which is an estimate itself.
    #expect(other.profile.active[eighth - 7 * 96] == 500 * Fixture.wattHour)
    // One week reaches no further than Monday 8.
    let near = Fixture.profile(values).filled(by: [.likeDay(weeks: 1)], account: "A")
    #expect(near.profile.active[eighth] == 800 * Fixture.wattHour)
  }

  @Test("Where no week has the time, the gap stays")
  func likeNothing() {
    var values = Fixture.varying(days: 10)
    values[8 * 96] = nil
    values[96] = nil
    let result = Fixture.profile(values).filled(by: [.likeDay(weeks: 1)], account: "A")
    #expect(result.profile.active[96] == Fixture.missing)
    #expect(result.estimated.isEmpty)
    #expect(result.findings.isEmpty)
  }

  @Test("On days of 23 and 25 h the same time of the clock is taken, not the same place")
  func likeDayAcrossClockChange() throws {
    // Sunday 31 March 2024 has no 2:00 to 2:45; at 3:00, place 8, the week before has place 12.
    let changed = try #require(CalendarDate(iso: "2024-03-31"))
    let change = ClockChange(date: changed, interval: 8, extraIntervals: -4)
    var values = (0..<(8 * 96 + 92)).map { Int64?(Int64($0)) }
    values[7 * 96 + 8] = nil
    let profile = Fixture.profile(from: "2024-03-24", values, changes: [change])
    let filled = profile.filled(by: [.likeDay(weeks: 1)], account: "A").profile
    #expect(filled.active[7 * 96 + 8] == 12 * Fixture.wattHour)
    // The other way round, 2:00 of the week before has no like.
    values = (0..<(8 * 96 + 92)).map { Int64?(Int64($0)) }
    (values[8], values[12]) = (nil, nil)
    let back = Fixture.profile(from: "2024-03-24", values, changes: [change])
      .filled(by: [.likeDay(weeks: 1)], account: "A").profile
    #expect(back.active[8] == Fixture.missing)
    #expect(back.active[12] == Int64(7 * 96 + 8) * Fixture.wattHour)
  }

  @Test("The register's rest is spread in equal parts, to the millijoule: 1 kWh and 1 mJ over 3")
  func register() throws {
    var values = [Int64?](repeating: 1000, count: 31 * 96)
    for index in [5, 700, 701] { values[index] = nil }
    var profile = Fixture.profile(values)
    var reading = Self.reading
    // 2973 kWh are there.
    reading.total = Energy(millijoules: Int128(2974) * 3_600_000_000 + 1)
    profile.registers = [reading]
    let result = profile.filled(by: [.register], account: "A")
    // 3 600 000 001 ÷ 3 = 1 200 000 000, and the one left goes to the first.
    #expect(
      [5, 700, 701].map { result.profile.active[$0] } == [
        1_200_000_001, 1_200_000_000, 1_200_000_000,
      ])
    #expect(Fixture.sum(result.profile.active) == reading.total?.millijoules)
    #expect(result.estimated.map(\.range) == [5..<6, 700..<702])
    let january = try #require(Month(iso: "2024-01"))
    let (from, to) = (january.firstDay, january.endDay)
    #expect(result.isEstimated(DateSpan(january)))
    #expect(
      !result.isEstimated(
        try #require(DateSpan(start: from.adding(days: 1), end: from.adding(days: 7)))))
    #expect(!result.isEstimated(try #require(DateSpan(start: from.adding(days: 8), end: to))))
  }

  @Test("A register below what is there is refused, and so is one of a month partly outside")
  func registerRefused() throws {
    var values = [Int64?](repeating: 1000, count: 31 * 96)
    values[5] = nil
    var profile = Fixture.profile(values)
    var reading = Self.reading
    reading.total = Energy(kilowattHours: 2974)
    profile.registers = [reading]
    let result = profile.filled(by: [.register], account: "A")
    #expect(result.profile == profile)
    #expect(result.estimated.isEmpty)
    #expect(
      result.findings.map(\.text) == [
        "2024-01 of account A was left as it is: the intervals that are there hold 2975 kWh, more "
          + "than the register's 2974 kWh"
      ])
    var short = Fixture.profile(Array(values.dropLast(96)))
    short.registers = [reading]
    let cut = short.filled(by: [.register], account: "A")
    #expect(cut.profile == short)
    #expect(cut.findings.map(\.text.count) == [100])
    reading.total = Energy(millijoules: Int128(9_000_000_000) * 3_600_000_000)
    profile.registers = [reading]
    let huge = profile.filled(by: [.register], account: "A")
    #expect(huge.profile == profile)
    #expect(huge.findings.first?.text.contains("10 GW") == true)
  }

  @Test("Rules are tried in order, and what the last leaves stays: a line, a like day, a register")
  func order() {
    var values = Fixture.varying(days: 31)
    for index in Array(100..<104) + Array(1000..<1050) + Array((10 * 96)..<(10 * 96 + 1)) {
      values[index] = nil
    }
    let rules: [FillRule] = [.linear(longestSeconds: 3600), .likeDay(weeks: 4)]
    let result = Fixture.profile(values).filled(by: rules, account: "A")
    #expect(result.findings.map(\.count) == [5, 50])
    #expect(result.profile.active.allSatisfy { $0 != Fixture.missing })
  }

  @Test("What one rule filled is no reference for the next")
  func estimatesOfEstimates() {
    var values = [Int64?](repeating: 1000, count: 15 * 96)
    // Monday 8, 10:00 is filled on a line; Monday 1 and 15, 10:00, have no other reference.
    (values[7 * 96 + 40], values[40]) = (nil, nil)
    for index in 39...45 { values[14 * 96 + index] = nil }
    let result = Fixture.profile(values)
      .filled(by: [.linear(longestSeconds: 900), .likeDay(weeks: 1)], account: "A")
    #expect(result.profile.active[7 * 96 + 40] == 1000 * Fixture.wattHour)
    #expect(result.profile.active[14 * 96 + 39] == 1000 * Fixture.wattHour)
    #expect(result.profile.active[14 * 96 + 40] == Fixture.missing)
  }

  @Test("Reactive energy is filled like active energy, each channel on its own")
  func reactive() {
    var active = Fixture.varying(days: 1)
    var forward = active
    (active[10], forward[10], forward[11]) = (nil, nil, nil)
    (forward[9], forward[12]) = (300, 600)
    let result = Fixture.profile(active, forward: forward)
      .filled(by: [.linear(longestSeconds: 3600)], account: "A")
    #expect(result.profile.reactiveForward?[10] == 400 * Fixture.wattHour)
    #expect(result.profile.reactiveForward?[11] == 500 * Fixture.wattHour)
    #expect(result.estimated.map(\.range) == [10..<12])
  }

  @Test("Filling alters nothing that was there, and totals are exact (40 seeds)")
  func properties() {
    for seed in UInt64(0)..<40 {
      var random = SplitMix64(seed: seed)
      let values = (0..<(31 * 96)).map { _ -> Int64? in
        Int.random(in: 0..<10, using: &random) == 0
          ? nil : Int64.random(in: 0...5000, using: &random)
      }
      var profile = Fixture.profile(values)
      var reading = Self.reading
      reading.total = Energy(
        millijoules: Fixture.sum(profile.active)
          + Int128.random(in: 0...1_000_000_000_000, using: &random))
      profile.registers = [reading]
      let rules: [[FillRule]] = [
        [.register], [.linear(longestSeconds: 3600)], [.likeDay(weeks: 2)],
      ]
      for rule in rules {
        let filled = profile.filled(by: rule, account: "A")
        for (old, new) in zip(profile.active, filled.profile.active) where old != Fixture.missing {
          guard old == new else {
            Issue.record("a value was altered, seed \(seed)")
            return
          }
        }
        let added = filled.estimated.reduce(Energy.zero) { $0 + $1.energy }
        #expect(
          Fixture.sum(filled.profile.active) == Fixture.sum(profile.active) + added.millijoules)
        if rule == [.register] {
          #expect(Fixture.sum(filled.profile.active) == reading.total?.millijoules, "seed \(seed)")
        }
        #expect(profile.filled(by: [], account: "A").profile == profile)
      }
    }
  }

  @Test("Scaled to its register a month adds up to it exactly, ties by time (40 seeds)")
  func scaling() {
    for seed in UInt64(0)..<40 {
      var random = SplitMix64(seed: seed)
      var profile = Fixture.profile([Int64?](repeating: 1, count: 31 * 96))
      for index in profile.active.indices {
        profile.active[index] = Int64.random(in: 0...10_000_000_000_000, using: &random)
      }
      var reading = Self.reading
      reading.total = Energy(
        millijoules: Int128.random(in: 1...100_000_000_000_000_000, using: &random))
      profile.registers = [reading]
      let scaled = profile.scaledToRegisters(account: "A")
      #expect(Fixture.sum(scaled.profile.active) == reading.total?.millijoules, "seed \(seed)")
      #expect(scaled.findings.map(\.code) == [.sumCheck])
      #expect(scaled.estimated.map(\.range) == [0..<2976])
      let again = scaled.profile.scaledToRegisters(account: "A")
      #expect(again.profile == scaled.profile && again.findings.isEmpty)
    }
  }

  @Test("Scaling 1, 1 and 1 to 4 gives 2, 1 and 1: the first of equal remainders")
  func scalingTies() {
    var profile = Fixture.profile([Int64?](repeating: 0, count: 31 * 96))
    for index in [7, 8, 9] { profile.active[index] = 1 }
    var reading = Self.reading
    reading.total = Energy(millijoules: 4)
    profile.registers = [reading]
    let scaled = profile.scaledToRegisters(account: "A").profile
    #expect(Array(scaled.active[6..<11]) == [0, 2, 1, 1, 0])
  }

  @Test("A month with gaps, or all zero, is not scaled; one without a register is not touched")
  func scalingRefused() {
    var values = [Int64?](repeating: 1000, count: 60 * 96)
    values[5] = nil
    var profile = Fixture.profile(values)
    var reading = Self.reading
    reading.total = Energy(kilowattHours: 3000)
    profile.registers = [reading]
    let gap = profile.scaledToRegisters(account: "A")
    #expect(gap.profile == profile)
    #expect(gap.findings.map(\.hint) == ["--fill says how to fill them"])
    var zero = Fixture.profile([Int64?](repeating: 0, count: 31 * 96))
    zero.registers = [reading]
    #expect(zero.scaledToRegisters(account: "A").profile == zero)
    #expect(
      zero.scaledToRegisters(account: "A").findings.first?.text.contains("nothing to scale") == true
    )
  }

  @Test(
    "The words of --fill",
    arguments: [
      ("linear:2h", FillRule.linear(longestSeconds: 7200)),
      ("linear:<=2h", .linear(longestSeconds: 7200)),
      ("linear:90min", .linear(longestSeconds: 5400)), ("like-day:4w", .likeDay(weeks: 4)),
      ("register", .register), ("linear", nil), ("linear:", nil), ("linear:0h", nil),
      ("linear:25h", nil), ("linear:2", nil), ("linear:-2h", nil), ("linear:２h", nil),
      ("like-day:0w", nil), ("like-day:53w", nil), ("like-day:4", nil), ("like-day", nil),
      ("register:1", nil), ("", nil), ("linear:99999999999999999999h", nil),
    ] as [(String, FillRule?)])
  func words(_ text: String, _ rule: FillRule?) {
    #expect(FillRule(text) == rule)
  }
}
