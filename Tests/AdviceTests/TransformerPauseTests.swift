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
    let search = PauseSearch(
      InstalledFleet(units([1000, 1000])),
      peaks: try peaks(
        "2026-01", [700, 700, 700, 800, 1500, 1500, 1500, 1500, 1500, 700, 700, 700]),
      terms: Self.terms)
    #expect(
      search.candidates.map(\.span) == [
        try span("2026-01", 4), try span("2026-10", 3), try span("2026-01", 4),
        try span("2026-10", 3),
      ])
    #expect(search.removable.isEmpty)
    // 120 and 92 days are more than 183, so that each unit takes one of the two.
    guard case .best(let pauses, let saved) = search.choice else {
      Issue.record("too large")
      return
    }
    #expect(saved == Quantity(7000))
    #expect(Set(pauses.map(\.span)) == [try span("2026-01", 4), try span("2026-10", 3)])
    #expect(Set(pauses.map(\.unit)) == ["T1", "T2"])
  }

  @Test("A unit that is never needed can be removed, and pauses six months of 181 to 183 days")
  func removable() throws {
    let search = PauseSearch(
      InstalledFleet(units([1000, 630])),
      peaks: try peaks("2026-01", Array(repeating: 800, count: 12)),
      terms: Self.terms)
    #expect(search.removable == ["T2"])
    #expect(search.candidates == [PauseSearch.Pause(unit: "T2", span: try span("2026-01", 12))])
    guard case .best(let pauses, let saved) = search.choice else {
      Issue.record("too large")
      return
    }
    #expect(saved == Quantity(6 * 630))
    #expect(pauses.count == 1)
    #expect(pauses.allSatisfy { (181...183).contains($0.span.dayCount) })
  }

  @Test("The new year brings new days: twelve months across it rest without a break")
  func newYear() throws {
    let search = PauseSearch(
      InstalledFleet(units([1000, 630])),
      peaks: try peaks("2026-08", Array(repeating: 800, count: 10)), terms: Self.terms)
    // August to December are 153 days, January to May 151.
    #expect(
      search.choice
        == .best(
          [PauseSearch.Pause(unit: "T2", span: try span("2026-08", 10))], saved: Quantity(6300)))
  }

  @Test("With one pause a year a month of each year rests, of September, November and January two")
  func oneAYear() throws {
    let terms = CapacityTimeline.PauseTerms(leastDays: 15, mostAYear: 1, mostDaysAYear: nil)
    // Of September and November one rests; January is in another year.
    let search = PauseSearch(
      InstalledFleet(units([1000, 500])), peaks: try peaks("2026-09", [700, 1200, 700, 1200, 700]),
      terms: terms)
    guard case .best(let pauses, let saved) = search.choice else {
      Issue.record("too large")
      return
    }
    #expect(saved == Quantity(1000))
    #expect(pauses.contains(PauseSearch.Pause(unit: "T2", span: try span("2027-01", 1))))
    #expect(pauses.count == 2)
  }

  @Test("A month by itself is too short where a pause needs 40 days")
  func tooShort() throws {
    let terms = CapacityTimeline.PauseTerms(leastDays: 40, mostAYear: nil, mostDaysAYear: nil)
    let search = PauseSearch(
      InstalledFleet(units([1000, 500])), peaks: try peaks("2026-01", [700, 1200, 700, 700, 1200]),
      terms: terms)
    #expect(
      search.candidates == [PauseSearch.Pause(unit: "T2", span: try span("2026-03", 2))])
    #expect(
      search.choice
        == .best(
          [PauseSearch.Pause(unit: "T2", span: try span("2026-03", 2))], saved: Quantity(1000)))
  }

  @Test("Of four like units not all ways are followed, and what is found is allowed")
  func large() throws {
    let units = units([1000, 1000, 1000, 1000])
    let peaks = try peaks("2026-01", Array(repeating: 700, count: 12))
    guard
      case .good(let pauses, let saved) = PauseSearch(
        InstalledFleet(units), peaks: peaks, terms: Self.terms
      ).choice
    else {
      Issue.record("all ways were followed")
      return
    }
    // Four units of at most six months each.
    #expect(saved > Quantity(20_000) && saved <= Quantity(24_000))
    try followed(pauses, saved, units, peaks, Self.terms, "four like units")
  }

  @Test("No month is left with too little, and more than eight units are too many")
  func limits() throws {
    let never = PauseSearch(
      InstalledFleet(units([1000, 1000])), peaks: try peaks("2026-01", [801, 1600]),
      terms: Self.terms)
    #expect(never.candidates.isEmpty)
    #expect(never.choice == .best([], saved: .zero))
    let many = PauseSearch(
      InstalledFleet(units(Array(repeating: 100, count: 9))), peaks: try peaks("2026-01", [1]),
      terms: Self.terms)
    #expect(many.choice == .tooLarge)
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
      let search = PauseSearch(fleet, peaks: peaks, terms: terms)
      guard case .best(let pauses, let saved) = search.choice else {
        Issue.record("too large, seed \(seed), round \(round)")
        continue
      }
      let plans = EveryPlan(fleet, units, peaks, terms)
      #expect(saved == plans.best, "seed \(seed), round \(round)")
      #expect(pauses.count == plans.fewest, "seed \(seed), round \(round)")
      try followed(pauses, saved, units, peaks, terms, "seed \(seed), round \(round)")
    }
  }

  /// The account's own timeline counts every day of the pauses, and they take the capacity off.
  private func followed(
    _ pauses: [PauseSearch.Pause], _ saved: Quantity, _ units: [InstalledUnit],
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
        let runs = PauseSearch.stretches(months)
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
