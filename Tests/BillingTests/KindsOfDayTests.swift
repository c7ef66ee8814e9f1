import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Bills by hours of holidays and hot days")
struct KindsOfDayTests {
  private static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private static func plan(_ period: Int) -> DayPlan {
    DayPlan(runs: [PeriodRun(from: .midnight, to: .endOfDay, period: period)])
  }

  /// Flat all day; deep on 2 January; peak on days of 35 °C.
  private static func tariff() throws -> Tariff {
    let hours = DayCalendar(
      periods: [.peak, .flat, .deep], plans: [plan(1), plan(0), plan(2)],
      planIndex: Array(repeating: 0, count: 84), ownPlans: [day("2026-01-02"): 2],
      holidaysKnown: DateRange(from: day("2026-01-01"), to: day("2026-12-31")),
      hotDays: [1: HotDay(celsius: try Quantity("35"), daysRunning: 1, plan: 1)])
    let energy = EnergyCharge(
      billing: .derived, components: [],
      periods: [
        Fixtures.period(.peak, [(nil, "2")]), Fixtures.period(.flat, [(nil, "1")]),
        Fixtures.period(.deep, [(nil, "0.5")]),
      ])
    return Fixtures.tariff([Fixtures.charge("energy", .energy(energy))], hours: hours)
  }

  /// 1 kW all through some months.
  private static func bills(
    from first: String, days: Int, weather: Weather?
  ) throws -> [Bill] {
    let profile = LoadProfile(
      firstDay: day(first), intervalSeconds: 900,
      active: Array(repeating: 900_000_000, count: days * 96))
    let terms = BillingTerms(book: TariffBook(tariffs: [try tariff()]), weather: weather)
    return try Biller(terms: terms).bills(for: Fixtures.account(), use: .intervals(profile)).bills
  }

  @Test("31 days, one a holiday and three hot: 648, 24 and 72 kWh")
  func hours() throws {
    var weather = Weather()
    for index in 0..<31 {
      weather.highest[Self.day("2026-01-01").adding(days: index)] = try Quantity(
        [4, 5, 6].contains(index) ? "35" : "20")
    }
    let bill = try #require(try Self.bills(from: "2026-01-01", days: 31, weather: weather).first)
    #expect(
      bill.lines.map { "\($0.charge) \($0.quantityText)" } == [
        "energy/peak 72", "energy/flat 648", "energy/deep 24",
      ])
    #expect(bill.notes.isEmpty)
  }

  @Test("Without temperatures no day is hot, and the bill says of how many days it is not known")
  func unknownWeather() throws {
    for weather in [nil, Weather(), Weather(highest: [Self.day("2026-01-01"): try Quantity("10")])]
    {
      let bill = try #require(try Self.bills(from: "2026-01-01", days: 31, weather: weather).first)
      let known = weather?.highest.count ?? 0
      #expect(bill.lines.map(\.quantityText) == ["720", "24"])
      #expect(
        bill.notes == [
          .weatherUnknown(
            days: 31 - known, from: Self.day("2026-01-0\(1 + known)"),
            celsius: try Quantity("35"), daysRunning: 1)
        ])
    }
    // In February no day can be hot.
    let february = try #require(try Self.bills(from: "2026-02-01", days: 28, weather: nil).first)
    #expect(february.notes.isEmpty)
  }

  @Test("A month beyond the holidays that are known is refused")
  func unknownHolidays() throws {
    let failure = #expect(throws: BillingFailure.self) {
      try Self.bills(from: "2026-12-01", days: 62, weather: nil)
    }
    let known = try #require(
      DateRange(from: Self.day("2026-01-01"), to: Self.day("2026-12-31")))
    #expect(failure?.problems == [.unknownHolidays(Self.day("2027-01-01"), known: known)])
  }

  @Test("Registers know by themselves: a peak register is billed whatever the weather")
  func registers() throws {
    let reading = Fixtures.reading {
      $0.total = nil
      $0.energy = [
        RegisterEnergy(period: .peak, energy: Fixtures.kWh("10")),
        RegisterEnergy(period: .flat, energy: Fixtures.kWh("20")),
        RegisterEnergy(period: .deep, energy: Fixtures.kWh("5")),
      ]
    }
    let bill = try #require(
      try Fixtures.bills(try Self.tariff(), Fixtures.account(), [reading]).first)
    #expect(bill.lines.map(\.quantityText) == ["10", "20", "5"])
    #expect(bill.notes.isEmpty)
  }
}
