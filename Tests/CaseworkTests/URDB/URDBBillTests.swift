import Billing
import Documents
import Quantities
import Testing
import Use

@testable import TariffFiles

/// Rates the peer cannot bill, worked by hand.
@Suite("US rates: bills worked by hand")
struct URDBBillTests {

  /// A schedule of twelve equal months: period 1 until noon, period 2 after it.
  static let halves = "[" + Array(repeating: row, count: 12).joined(separator: ",") + "]"
  private static let row =
    "["
    + (Array(repeating: "0", count: 12) + Array(repeating: "1", count: 12))
    .joined(separator: ",") + "]"

  /// The bills of a year of constant power, but another in January. [kW]
  ///
  /// Half as much reactive power is drawn [kvar]; some energy is fed in in January, by register
  /// [kWh].
  static func bills(
    _ json: String, january: Int, rest: Int, exported: Int = 0
  ) throws -> [Bill] {
    var request = URDBRequest()
    request.id = "us-test"
    request.timeZone = "UTC"
    request.from = CalendarDate(iso: "2018-01-01")
    let text = try URDBConversion.tariff(from: SourceText(file: "rate.json", text: json), request)
      .text
    let values = (0..<8760).map { Int64($0 < 744 ? january : rest) * 3_600_000_000 }
    var profile = LoadProfile(
      firstDay: CalendarDate(dayNumber: 17_532), intervalSeconds: 3600, active: values,
      reactiveForward: values.map { $0 / 2 })
    var register = MonthlyReading(month: Month(ordinal: 2018 * 12))
    register.exported = Energy(kilowattHours: exported)
    profile.registers = [register]
    return try PeerBillTests.biller(of: text, id: "us-test").bills(
      for: Account(id: "A", tariff: "us-test"), use: .intervals(profile)
    ).bills
  }

  @Test("Tiers that differ by period: 744 kWh of January, half in each period, cost 77.19")
  func tiersByPeriod() throws {
    let bills = try Self.bills(
      """
      {"energyratestructure": [
         [{"max": 372, "rate": 0.1, "unit": "kWh"}, {"rate": 0.15, "adj": 0.05, "unit": "kWh"}],
         [{"max": 186, "rate": 0.05, "unit": "kWh"}, {"rate": 0.06, "unit": "kWh"}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves)}
      """, january: 1, rest: 1)
    // Limits are of the month's 744 kWh, and each period has its share: of the 372 kWh of period 1
    // one half at 0.10 and one at 0.20 (55.80); of those of period 2 a quarter at 0.05 (4.65) and
    // the rest at 0.06 (16.74).
    #expect(try Self.first(bills, "energy") == 77.19)
  }

  @Test("A lookback of 80 % of eleven months: 100 kW of January is 80 kW of all months after it")
  func lookback() throws {
    let bills = try Self.bills(
      """
      {"energyratestructure": [[{"rate": 0.1}], [{"rate": 0.1}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves),
       "flatdemandstructure": [[{"rate": 10}]], "lookbackPercent": 0.8,
       "lookbackMonths": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}
      """, january: 100, rest: 50)
    // 100 kW × 10, then 80 kW × 10 instead of 50.
    #expect(
      try PeerBillTests.amounts(bills, "demand") == [1000] + Array(repeating: 800.0, count: 11))
  }

  @Test("A lookback of the months June to September alone takes no notice of January")
  func lookbackOfSummer() throws {
    let summer = "[0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0]"
    let bills = try Self.bills(
      """
      {"energyratestructure": [[{"rate": 0.1}], [{"rate": 0.1}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves),
       "flatdemandstructure": [[{"rate": 10}]], "lookbackpercent": 0.8,
       "lookbackmonths": \(summer)}
      """, january: 100, rest: 50)
    #expect(
      try PeerBillTests.amounts(bills, "demand") == [1000] + Array(repeating: 500.0, count: 11))
  }

  @Test("A lookback of 80 % of January alone: its 100 kW are 80 kW of every month after it")
  func lookbackOfJanuary() throws {
    let bills = try Self.bills(
      """
      {"energyratestructure": [[{"rate": 0.1}], [{"rate": 0.1}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves),
       "flatdemandstructure": [[{"rate": 10}]], "lookbackPercent": 0.8,
       "lookbackMonths": [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}
      """, january: 100, rest: 50)
    #expect(
      try PeerBillTests.amounts(bills, "demand") == [1000] + Array(repeating: 800.0, count: 11))
  }

  @Test("Reactive power of 50 kvar in January and 25 after it, at 0.41: 20.50 and 10.25")
  func reactive() throws {
    let bills = try Self.bills(
      """
      {"energyratestructure": [[{"rate": 0.1}], [{"rate": 0.1}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves),
       "demandreactivepowercharge": 0.41}
      """, january: 100, rest: 50)
    #expect(
      try PeerBillTests.amounts(bills, "demand/reactive")
        == [20.5] + Array(repeating: 10.25, count: 11))
  }

  @Test("A lookback of three months at 80 %: 100 kW of January are 80 kW until April, then 50")
  func lookbackOfThreeMonths() throws {
    let bills = try Self.bills(
      """
      {"energyratestructure": [[{"rate": 0.1}], [{"rate": 0.1}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves),
       "flatdemandstructure": [[{"rate": 10}]], "lookbackPercent": 0.8, "lookbackRange": 3,
       "lookbackMonths": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}
      """, january: 100, rest: 50)
    // 100 kW × 10; 80 kW × 10 in February, March and April; 50 kW × 10 from May on.
    #expect(
      try PeerBillTests.amounts(bills, "demand")
        == [1000, 800, 800, 800] + Array(repeating: 500.0, count: 8))
  }

  @Test("Fuel of 0.01 in January and −0.02 in July beside 0.10: 744 kWh × 0.11, 0.08 and 0.10")
  func fuel() throws {
    let bills = try Self.bills(
      """
      {"energyratestructure": [[{"rate": 0.1}], [{"rate": 0.1}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves),
       "fueladjustmentsmonthly": [0.01, 0, 0, 0, 0, 0, -0.02, 0, 0, 0, 0, 0]}
      """, january: 1, rest: 1)
    // 744 kWh of a month of 31 days, 672 of February, 720 of one of 30 days.
    #expect(
      try PeerBillTests.amounts(bills, "energy")
        == [81.84, 67.2, 74.4, 72, 74.4, 72, 59.52, 74.4, 72, 74.4, 72, 74.4])
  }

  @Test("100 kWh fed in in January at 0.0699 are paid 6.99; what was drawn costs what it did")
  func export() throws {
    let bills = try Self.bills(
      """
      {"energyratestructure": [[{"rate": 0.1, "sell": 0.0699}], [{"rate": 0.1, "sell": 0.0699}]],
       "energyweekdayschedule": \(Self.halves), "energyweekendschedule": \(Self.halves)}
      """, january: 1, rest: 1, exported: 100)
    #expect(try Self.first(bills, "export") == -6.99)
    #expect(try Self.first(bills, "energy") == 74.4)
    #expect(try PeerBillTests.amounts(bills, "export").dropFirst().allSatisfy { $0 == 0 })
  }

  private static func first(_ bills: [Bill], _ charge: String) throws -> Double {
    try #require(try PeerBillTests.amounts(bills, charge).first)
  }
}
