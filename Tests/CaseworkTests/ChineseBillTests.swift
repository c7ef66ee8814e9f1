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
}
