import Billing
import Casework
import Quantities
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Bills over the change of the transmission prices")
struct ChineseBillTests {
  @Test("Shandong, read on 16 August: energy to 31 July by July's page, from 1 August by August's")
  func turn() throws {
    let id = "cn-shandong-two-part"
    let book = try TariffLibrary(folders: [TestPlaces.tariffs]).load(ids: [id])
    var account = Account(id: "A", tariff: id)
    account.voltage = .kV110
    account.basicCharge = .capacity
    account.transformers = try TransformerSet("10000")
    account.powerFactorStandard = .none
    account.readingDay = 16
    let first = try #require(CalendarDate(iso: "2026-07-16"))
    // 16 days of 1 kW and 15 of 2 kW.
    let profile = LoadProfile(
      firstDay: first, intervalSeconds: 3600,
      active: Array(repeating: 3_600_000_000, count: 16 * 24)
        + Array(repeating: 7_200_000_000, count: 15 * 24))
    // The third period's price of capacity was not found; it is given.
    let terms = BillingTerms(book: book, givenPrices: ["capacity": try Price("22.5")])
    let bill = try #require(
      try Biller(terms: terms).bills(
        for: account, use: .intervals(profile), months: [Month(ordinal: 2026 * 12 + 7)]
      ).bills.first)
    let lines = bill.lines.filter { $0.charge.hasPrefix("energy/") }.map { line -> String in
      guard case .quantity(let quantity, _, let price) = line.product else { return "" }
      return "\(line.charge) \(quantity) \(price)"
    }
    // Both months have 5 sharp, 2 peak, 12 flat and 5 valley hours a day. July: 1.10366875 less
    // funds 0.02716875 = 1.0765, and so on; August: 1.01796875 - 0.02716875 = 0.9908.
    #expect(
      lines == [
        "energy/sharp 80 1.0765", "energy/peak 32 0.9312", "energy/flat 192 0.5918",
        "energy/valley 80 0.2525",
        "energy/sharp 150 0.9908", "energy/peak 60 0.8572", "energy/flat 360 0.5455",
        "energy/valley 150 0.2339",
      ])
  }

  /// A bill by readings, under prices that are given because the page does not print them.
  static func bill(
    _ id: String, _ month: String, given: [String: String], kWh: KeyValuePairs<String, Int>,
    _ change: (inout Account) throws -> Void
  ) throws -> Bill {
    let book = try TariffLibrary(folders: [TestPlaces.tariffs]).load(ids: [id])
    var account = Account(id: "A", tariff: id)
    account.voltage = .from1To10kV
    account.transformers = try TransformerSet("1000")
    try change(&account)
    var reading = MonthlyReading(month: try #require(Month(iso: month)))
    for (period, energy) in kWh {
      reading.energy.append(
        RegisterEnergy(period: PeriodName(period), energy: Energy(kilowattHours: energy)))
    }
    reading.maximumDemand = Power(800)
    reading.reactiveForward = Energy(kilowattHours: 60_000)
    let terms = BillingTerms(book: book, givenPrices: try given.mapValues { try Price($0) })
    return try #require(
      try Biller(terms: terms).bills(for: account, use: .readings([reading])).bills.first)
  }

  @Test("Beijing, July 2024, 1-10 kV two-part at the prices of periods as printed: 243 460.16")
  func beijing() throws {
    let bill = try Self.bill(
      "cn-beijing-two-part", "2024-07",
      given: [
        "purchase": "0.409176", "line-loss": "0.02", "transmission": "0.205",
        "system": "0.020159", "funds": "0.027", "capacity": "32",
      ],
      kWh: ["sharp": 30_000, "peak": 80_000, "flat": 100_000, "valley": 90_000]
    ) { $0.basicCharge = .capacity }
    // The purchase price is the one the printed prices follow from; the other parts, which the page
    // does not have, are invented but for their sum, 0.681335 - 0.409176. So the prices of periods
    // are those of the page, less funds of 0.027: 1.030777, 0.899841, 0.654335 and 0.408829.
    // 300 000 kWh and 60 000 kvarh are a power factor of 0.98: 0.75 % of basic and energy less
    // funds, 32 000 + 30 923.31 + 71 987.28 + 65 433.50 + 36 794.61 = 237 138.70, 1778.54025.
    #expect(
      bill.lines.map { "\($0.charge) \($0.amount.text(digits: 2))" } == [
        "basic 32000.00", "energy/sharp 30923.31", "energy/peak 71987.28",
        "energy/flat 65433.50", "energy/valley 36794.61", "funds 8100.00",
        "power-factor -1778.54",
      ])
    // 237 138.70 + 8 100.00 − 1778.54.
    #expect(bill.total.text(digits: 2) == "243460.16")
    // Without the adjustment it is what is printed: 30 000 × 1.057777 + 80 000 × 0.926841
    // + 100 000 × 0.681335 + 90 000 × 0.435829 = 213 238.70, and the basic charge.
    let plain = bill.lines.filter { $0.charge != "power-factor" }
    #expect(plain.reduce(Money.zero) { $0 + $1.amount }.text(digits: 2) == "245238.70")
  }

  @Test("Hunan's rules of 2011 end with 2014: January 2015 has no bill")
  func ended() throws {
    let id = "cn-hunan-large-industry-2013"
    let failure = #expect(throws: BillingFailure.self) {
      try Self.bill(id, "2015-01", given: [:], kWh: ["flat": 1000]) {
        $0.basicCharge = .actualDemand
      }
    }
    let first = try #require(CalendarDate(iso: "2011-06-01"))
    let rules = try #require(DateRange(from: first, to: CalendarDate(iso: "2014-12-31")))
    #expect(
      failure?.problems == [
        .noRulesInForce(
          tariff: id, month: try #require(Month(iso: "2015-01")), versions: [rules])
      ])
  }

  @Test("Chongqing, February 2025, 1-10 kV two-part, by demand: 800 kW at 38.4 and no sharp hours")
  func chongqing() throws {
    let bill = try Self.bill(
      "cn-chongqing-two-part", "2025-02",
      given: [
        "funds": "0.0383", "demand": "38.4", "peak": "1.133067", "flat": "0.762307",
        "valley": "0.379188",
      ],
      kWh: ["peak": 70_000, "flat": 60_000, "valley": 50_000]
    ) {
      $0.basicCharge = .actualDemand
      $0.powerFactorStandard = .none
    }
    // 800 kW × 38.4; 180 kWh/kVA earn no discount. 1.133067, 0.762307 and 0.379188 less 0.0383.
    #expect(
      bill.lines.map { "\($0.charge) \($0.amount.text(digits: 2))" } == [
        "basic 30720.00", "energy/peak 76633.69", "energy/flat 43440.42",
        "energy/valley 17044.40", "funds 6894.00",
      ])
    #expect(bill.total.text(digits: 2) == "174732.51")
  }
}
