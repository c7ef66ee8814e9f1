import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Units are paused in the months in which the others carry the peak")
struct TransformerPauseTests {
  /// At least 15 days, and 183 days a calendar year: six months of 30.5 days.
  private static let terms = CapacityTimeline.PauseTerms(
    leastDays: 15, mostAYear: nil, mostDaysAYear: 183)

  private func units(_ ratings: [Int]) -> [InstalledUnit] {
    ratings.enumerated().map {
      InstalledUnit(id: "T\($0 + 1)", capacity: Power($1), group: $0)
    }
  }

  /// The pauses that take most capacity off, summed over the months.
  private struct Found: Equatable {
    let pauses: [UnitPause]
    let saved: Quantity
    var isComplete = true
  }

  /// What is found where a month costs the less the more capacity is paused.
  private func found(
    _ units: [InstalledUnit], _ peaks: [MonthlyPeak], _ terms: CapacityTimeline.PauseTerms
  ) throws -> Found {
    let pausable = try #require(PausableUnits(InstalledFleet(units)))
    let months = peaks.map { peak in
      let sets = pausable.sparable(under: peak.apparent, limits: .init())
      return PausePlan.Month(
        span: DateSpan(peak.month), mayChange: true,
        costs: [
          Dictionary(
            uniqueKeysWithValues: sets.map { ($0, -pausable.capacity(of: $0).quantity.units) })
        ])
    }
    let plan = try #require(PausePlan(pausable, months: months, terms: terms))
    return Found(
      pauses: plan.pauses, saved: Quantity(units: -plan.cost), isComplete: plan.isComplete)
  }

  private func peaks(_ first: String, _ kVA: [Int]) throws -> [MonthlyPeak] {
    let month = try #require(Month(iso: first))
    return kVA.enumerated().map {
      MonthlyPeak(month: month.adding($0), apparent: Power($1))
    }
  }

  private func span(_ first: String, _ months: Int) throws -> DateSpan {
    let month = try #require(Month(iso: first))
    return try #require(DateSpan(start: month.firstDay, end: month.adding(months).firstDay))
  }

  @Test("Of 2x1000 kVA one rests in the seven months below 800 kVA: 7000 kVA·months in two pauses")
  func twoUnits() throws {
    let found = try found(
      units([1000, 1000]),
      peaks("2026-01", [700, 700, 700, 800, 1500, 1500, 1500, 1500, 1500, 700, 700, 700]),
      Self.terms)
    // 120 and 92 days are more than 183, so that each unit takes one of the two.
    #expect(found.isComplete && found.saved == Quantity(7000))
    #expect(Set(found.pauses.map(\.span)) == [try span("2026-01", 4), try span("2026-10", 3)])
    #expect(Set(found.pauses.map(\.unit)) == ["T1", "T2"])
  }

  @Test("A unit that is never needed pauses six months of 181 to 183 days")
  func sixMonths() throws {
    let found = try found(
      units([1000, 630]), peaks("2026-01", Array(repeating: 800, count: 12)), Self.terms)
    #expect(found.isComplete && found.saved == Quantity(6 * 630))
    #expect(found.pauses.count == 1)
    #expect(found.pauses.allSatisfy { (181...183).contains($0.span.dayCount) })
  }

  @Test("The new year brings new days: twelve months across it rest without a break")
  func newYear() throws {
    // August to December are 153 days, January to May 151.
    #expect(
      try found(
        units([1000, 630]), peaks("2026-08", Array(repeating: 800, count: 10)), Self.terms)
        == Found(
          pauses: [UnitPause(unit: "T2", span: span("2026-08", 10))], saved: Quantity(6300)))
  }

  @Test("With one pause a year a month of each year rests, of September, November and January two")
  func oneAYear() throws {
    let terms = CapacityTimeline.PauseTerms(leastDays: 15, mostAYear: 1, mostDaysAYear: nil)
    // Of September and November one rests; January is in another year.
    let found = try found(
      units([1000, 500]), peaks("2026-09", [700, 1200, 700, 1200, 700]), terms)
    #expect(found.isComplete && found.saved == Quantity(1000))
    #expect(found.pauses.contains(UnitPause(unit: "T2", span: try span("2027-01", 1))))
    #expect(found.pauses.count == 2)
  }

  @Test("A month by itself is too short where a pause needs 40 days")
  func tooShort() throws {
    let terms = CapacityTimeline.PauseTerms(leastDays: 40, mostAYear: nil, mostDaysAYear: nil)
    #expect(
      try found(units([1000, 500]), peaks("2026-01", [700, 1200, 700, 700, 1200]), terms)
        == Found(
          pauses: [UnitPause(unit: "T2", span: span("2026-03", 2))], saved: Quantity(1000)))
  }

  @Test("A period from the 24th to the 24th takes 8 days of December and 23 of January")
  func readingDays() throws {
    // With 31 days a year, December 24 to January 24 may rest, and no more of January's year.
    let pausable = try #require(PausableUnits(InstalledFleet(units([1000]))))
    let days = ["2025-11-24", "2025-12-24", "2026-01-24", "2026-02-24"]
      .compactMap(CalendarDate.init(iso:))
    let months = zip(days, days.dropFirst()).compactMap { DateSpan(start: $0, end: $1) }.map {
      PausePlan.Month(span: $0, mayChange: true, costs: [[0: 0, 1: -1]])
    }
    func cost(_ days: Int) throws -> Int128 {
      let terms = CapacityTimeline.PauseTerms(leastDays: 15, mostAYear: nil, mostDaysAYear: days)
      return try #require(PausePlan(pausable, months: months, terms: terms)).cost
    }
    // 2025: 30 and 8 days; 2026: 23 and 31.
    #expect(try [30, 37, 38, 53, 54].map(cost) == [-1, -2, -2, -2, -3])
  }

  @Test("Of four like units not all ways are followed, and what is found is allowed")
  func large() throws {
    let units = units([1000, 1000, 1000, 1000])
    let peaks = try peaks("2026-01", Array(repeating: 700, count: 12))
    let found = try found(units, peaks, Self.terms)
    #expect(!found.isComplete)
    // Four units of at most six months each.
    #expect(found.saved > Quantity(20_000) && found.saved <= Quantity(24_000))
    try followed(found.pauses, found.saved, units, peaks, Self.terms, "four like units")
  }

  @Test("No month is left with too little, and more than eight units are too many")
  func limits() throws {
    let never = try found(units([1000, 1000]), peaks("2026-01", [801, 1600]), Self.terms)
    #expect(never == Found(pauses: [], saved: .zero))
    #expect(PausableUnits(InstalledFleet(units(Array(repeating: 100, count: 8)))) != nil)
    #expect(PausableUnits(InstalledFleet(units(Array(repeating: 100, count: 9)))) == nil)
  }

  @Test("On 200 random fleets the choice saves what going through every plan saves")
  func enumeration() throws {
    let seed: UInt64 = 83
    var random = SplitMix64(seed: seed)
    for round in 0..<200 {
      let count = Int.random(in: 1...2, using: &random)
      let months = count == 1 ? 7 : 5
      let units = units((0..<count).map { _ in Int.random(in: 2...9, using: &random) * 100 })
      let total = units.reduce(Power.zero) { $0 + $1.capacity }.units
      let first = try #require(Month(iso: "2026-01")).adding(Int.random(in: 0...11, using: &random))
      let peaks = (0..<months).map {
        MonthlyPeak(
          month: first.adding($0),
          apparent: Power(units: Int128.random(in: 0...(total * 8 / 10), using: &random)))
      }
      let terms = CapacityTimeline.PauseTerms(
        leastDays: [15, 40, 61, 90].randomElement(using: &random) ?? 15,
        mostAYear: [nil, 1, 2].randomElement(using: &random) ?? nil,
        mostDaysAYear: [nil, 60, 90, 92].randomElement(using: &random) ?? nil)
      let fleet = InstalledFleet(units)
      let found = try found(units, peaks, terms)
      #expect(found.isComplete, "seed \(seed), round \(round)")
      let plans = EveryPlan(fleet, units, peaks, terms)
      #expect(found.saved == plans.best, "seed \(seed), round \(round)")
      #expect(found.pauses.count == plans.fewest, "seed \(seed), round \(round)")
      try followed(found.pauses, found.saved, units, peaks, terms, "seed \(seed), round \(round)")
    }
  }

  /// The account's own timeline counts every day of the pauses, and they take the capacity off.
  private func followed(
    _ pauses: [UnitPause], _ saved: Quantity, _ units: [InstalledUnit],
    _ peaks: [MonthlyPeak], _ terms: CapacityTimeline.PauseTerms, _ note: Comment
  ) throws {
    var account = Plant.account
    account.units = units
    account.events = pauses.flatMap {
      [
        AccountEvent(date: $0.span.start, change: .pause(unit: $0.unit)),
        AccountEvent(date: $0.span.end, change: .resume(unit: $0.unit)),
      ]
    }
    let timeline = CapacityTimeline(account, pauses: terms)
    var off = Power.zero
    for peak in peaks {
      for use in timeline.use(in: DateSpan(peak.month)) {
        #expect(use.daysPaused == 0 || use.daysInUse == 0, note)
        if use.daysPaused > 0 { off += use.unit.capacity }
      }
      let left = timeline.capacity(in: DateSpan(peak.month))
      #expect(peak.apparent.units * 10 <= left.units * 8, note)
    }
    #expect(off.quantity == saved, note)
  }
}

/// Goes through every way to pause some units in some months.
private struct EveryPlan {
  var best = Quantity.zero
  var fewest = 0

  init(
    _ fleet: InstalledFleet, _ units: [InstalledUnit], _ peaks: [MonthlyPeak],
    _ terms: CapacityTimeline.PauseTerms
  ) {
    let cells = units.count * peaks.count
    for plan in 0..<(1 << cells) {
      func rests(_ unit: Int, _ month: Int) -> Bool {
        plan >> (unit * peaks.count + month) & 1 == 1
      }
      let carried = peaks.indices.allSatisfy { month in
        let left = units.indices.filter { !rests($0, month) }
          .reduce(Power.zero) { $0 + units[$1].capacity }
        return peaks[month].apparent.units * 10 <= left.units * 8
      }
      guard carried else { continue }
      var pauses = 0
      var saved = Quantity.zero
      let allowed = units.indices.allSatisfy { unit in
        let months = peaks.indices.filter { rests(unit, $0) }.map { peaks[$0].month }
        saved += Quantity(units: units[unit].capacity.quantity.units * Int128(months.count))
        let runs = DateSpan.joined(months.map { DateSpan($0) })
        pauses += runs.count
        let years = Dictionary(grouping: months, by: \.year)
        let begun = Dictionary(grouping: runs, by: \.start.month.year)
        return runs.allSatisfy { $0.dayCount >= terms.leastDays }
          && years.values.allSatisfy { year in
            terms.mostDaysAYear.map { year.reduce(0) { $0 + $1.dayCount } <= $0 } ?? true
          }
          && begun.values.allSatisfy { year in terms.mostAYear.map { year.count <= $0 } ?? true }
      }
      guard allowed else { continue }
      if saved > best || (saved == best && pauses < fewest) { (best, fewest) = (saved, pauses) }
    }
  }
}
