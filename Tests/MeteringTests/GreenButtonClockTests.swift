import Documents
import Quantities
import Testing

@testable import Metering

@Suite("Clocks of Green Button files")
struct GreenButtonClockTests {
  private func clock(
    start: String? = "360E2000", end: String? = "B40E2000", step: Int64? = 3600,
    offset: Int64? = -18_000
  ) -> GreenButtonClock {
    var clock = GreenButtonClock(line: 1)
    clock.startRule = start
    clock.endRule = end
    clock.daylightSeconds = step
    clock.standardSeconds = offset
    return clock
  }

  private func zone(_ clock: GreenButtonClock) -> CivilZone? {
    guard case .zone(let zone, _) = clock.zone else { return nil }
    return zone
  }

  @Test("360E2000 and B40E2000 are New York's clock changes of 2008 to 2030, to the second")
  func newYork() throws {
    let found = try #require(zone(clock()))
    let expected = try ZoneDatabase.zone("America/New_York")
    let years: Range<Int64> = 1_199_145_600..<1_924_992_000
    let changes = found.transitions.filter { years.contains($0.instant) }
    #expect(changes.count == 46)
    #expect(changes == expected.transitions.filter { years.contains($0.instant) })
    #expect(found.name == "UTC-05:00/-04:00")
  }

  @Test("FFFFFFFF, absent rules and a step of 0 mean a clock that is never changed")
  func fixed() {
    for clock in [
      clock(start: "FFFFFFFF", end: "ffffffff"), clock(start: nil), clock(step: 0),
      clock(step: nil),
    ] {
      #expect(zone(clock) == CivilZone(offset: -18_000))
    }
    #expect(zone(clock(step: 0, offset: 0)) == .utc)
  }

  @Test(
    "Rules by their bits",
    arguments: [
      ("360E2000", ClockRule(month: 3, day: .nth(.sunday, 2), second: 7200)),
      ("B40E2000", ClockRule(month: 11, day: .nth(.sunday, 1), second: 7200)),
      ("3E0E2000", ClockRule(month: 3, day: .last(.sunday), second: 7200)),
      ("AE0E3000", ClockRule(month: 10, day: .last(.sunday), second: 10_800)),
      ("328E2000", ClockRule(month: 3, day: .weekdayOnOrAfter(.sunday, day: 8), second: 7200)),
      ("40100000", ClockRule(month: 4, day: .date(1), second: 0)),
      ("98020708", ClockRule(month: 9, day: .nth(.monday, 3), second: 1800)),
      // 0xE0A is 3594 s: no clock is changed within a minute.
      ("3A0C1E0A", ClockRule(month: 3, day: .nth(.saturday, 4), second: 3600 + 3540)),
      ("B40E", nil), ("", nil), ("360E2000 ", nil), ("+60E2000", nil),
      ("060E2000", nil), ("D60E2000", nil), ("36002000", nil), ("30002000", nil),
      ("360F9000", nil), ("360E2E10", nil),
    ] as [(String, ClockRule?)])
  func rules(text: String, expected: ClockRule?) {
    #expect(GreenButtonClock.rule(text)?.rule == expected)
  }

  @Test("A clock that cannot be read is told, and the readings are read all the same")
  func unreadable() throws {
    for (name, value) in [
      ("dstStartRule", "B60E"), ("tzOffset", "99999999"), ("tzOffset", "x"), ("dstOffset", "86400"),
    ] {
      var fixture = GreenButtonFixture()
      fixture.clock = fixture.clock.map { $0.0 == name ? (name, value) : $0 }
      let file = try fixture.read()
      #expect(file.series[0].zone == nil, "\(name) \(value)")
      #expect(file.findings.map(\.code) == [.clockChange], "\(name) \(value)")
      #expect(file.findings.map { $0.place?.line } == [4])
    }
  }

  @Test("The clock a usage point names is its own; of several that differ none is guessed")
  func several() throws {
    var fixture = GreenButtonFixture()
    let other = [("tzOffset", "3600")]
    fixture.more = [
      GreenButtonFixture.entry(
        "/LocalTimeParameters/2", GreenButtonFixture.element("LocalTimeParameters", other))
    ]
    #expect(try fixture.read().series[0].zone?.name == "UTC-05:00/-04:00")
    fixture.pointRelated = [GreenButtonFixture.meter, "https://host/LocalTimeParameters/2"]
    #expect(try fixture.read().series[0].zone?.name == "UTC+01:00")
    fixture.pointRelated = []
    #expect(try fixture.read().series[0].zone == nil)
    fixture.more = []
    #expect(try fixture.read().series[0].zone?.name == "UTC-05:00/-04:00")
  }
}
