import Billing
import Quantities
import Tariffs
import Testing
import Use

@Suite("Days of 23 and 25 hours")
struct ClockChangeTests {
  /// January with one day whose clock is changed at 02:00, hourly, each interval `energy(index)`.
  private static func january(
    day: Int, extra: Int, _ energy: (Int) -> Int64
  ) -> LoadProfile {
    let first = Fixtures.month.firstDay
    return LoadProfile(
      firstDay: first, intervalSeconds: 3600, active: (0..<(31 * 24 + extra)).map(energy),
      clockChanges: [
        ClockChange(date: first.adding(days: day - 1), interval: 2, extraIntervals: extra)
      ])
  }

  private static let hour: Int64 = 3_600_000_000

  private static func determinants(_ profile: LoadProfile) throws -> BillingDeterminants {
    let version = try #require(
      Fixtures.tariff([Fixtures.flatEnergy("1")], hours: Fixtures.hours).versions.first)
    return try DeterminantsBuilder.determinants(
      of: profile, month: Fixtures.month, version: version)
  }

  @Test("1 kW through January with a 25-hour day: 745 kWh, the hour more in the valley")
  func longDay() throws {
    let result = try Self.determinants(Self.january(day: 10, extra: 1) { _ in Self.hour })
    #expect(result.totalEnergy.quantity.description == "745")
    // The valley is 23–24 and 0–7, 8 hours a day; 01:00 to 02:00 comes twice.
    #expect(result.energy(in: .valley).quantity.description == "249")
    #expect(result.energy(in: .peak).quantity.description == "217")
    #expect(result.coverage == .intervals(present: 745, expected: 745))
  }

  @Test("1 kW through January with a 23-hour day: 743 kWh, the hour less in the valley")
  func shortDay() throws {
    let result = try Self.determinants(Self.january(day: 10, extra: -1) { _ in Self.hour })
    #expect(result.totalEnergy.quantity.description == "743")
    #expect(result.energy(in: .valley).quantity.description == "247")
    #expect(result.coverage == .intervals(present: 743, expected: 743))
  }

  @Test("Behind the change periods follow the clock: 19:00 is the 21st hour of a 25-hour day")
  func shifted() throws {
    // The tenth day begins at interval 216; its 20th interval, from 0, begins at 19:00.
    let result = try Self.determinants(
      Self.january(day: 10, extra: 1) { $0 == 216 + 20 ? Self.hour : 0 })
    #expect(result.energy(in: .sharp).quantity.description == "1")
    #expect(result.maximumDemand?.start?.description == "2026-01-10T19:00")
  }

  @Test("The day after a change begins where the changed day ends")
  func after() throws {
    for extra in [-1, 1] {
      let profile = Self.january(day: 10, extra: extra) { Int64($0) }
      #expect(
        profile.range(of: Fixtures.month.firstDay.adding(days: 10))?.lowerBound == 240 + extra)
      #expect(profile.start(of: 240 + extra).description == "2026-01-11T00:00")
      #expect(profile.dayCount == 31)
    }
    let profile = Self.january(day: 10, extra: 1) { Int64($0) }
    #expect(profile.start(of: 217).description == "2026-01-10T01:00")
    #expect(profile.start(of: 218).description == "2026-01-10T01:00")
    #expect(profile.start(of: 219).description == "2026-01-10T02:00")
  }

  @Test("Profiles that end with the changed day have it whole")
  func lastDay() {
    for extra in [-1, 1] {
      let first = Fixtures.month.firstDay
      let profile = LoadProfile(
        firstDay: first, intervalSeconds: 3600, active: (0..<(7 * 24 + extra)).map(Int64.init),
        clockChanges: [
          ClockChange(date: first.adding(days: 6), interval: 2, extraIntervals: extra)
        ])
      #expect(profile.dayCount == 7)
      #expect(profile.place(of: 7 * 24 + extra - 1).day == first.adding(days: 6))
      #expect(profile.start(of: 7 * 24 + extra - 1).second == 23 * 3600)
    }
  }

  @Test("A hole on the changed day leaves 744 of 745 intervals")
  func hole() throws {
    var profile = Self.january(day: 10, extra: 1) { _ in Self.hour }
    profile.active[218] = LoadProfile.missing
    let result = try Self.determinants(profile)
    #expect(result.coverage == .intervals(present: 744, expected: 745))
  }
}
