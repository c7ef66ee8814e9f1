import Billing
import Casework
import Quantities
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Temperatures of a dossier")
struct WeatherTests {
  private typealias Folder = DossierFolderTests

  @Test("weather.csv by English and Chinese headings")
  func read() throws {
    for heading in ["date,max_celsius", "日期,最高气温"] {
      let dossier = try Folder.open([
        "weather.csv": "\(heading)\n2026-05-01,35.2\n2026-05-02,-3\n"
      ])
      let first = try #require(CalendarDate(iso: "2026-05-01"))
      #expect(
        dossier.weather?.highest == [
          first: try Quantity("35.2"), first.adding(days: 1): try Quantity("-3"),
        ])
    }
    #expect(try Folder.open([:]).weather == nil)
  }

  @Test("A day that stands twice, a date that is none, a temperature that is missing")
  func faults() throws {
    let faults = try Folder.faults([
      "weather.csv": "date,max_celsius\n2026-05-01,35\n2026-05-01,36\n2026-5-2,30\n2026-05-03,\n"
    ])
    #expect(
      faults == [
        "weather.csv:3:1: 2026-05-01 stands a second time; first in line 2 [weather-twice]",
        "weather.csv:4:1: \"2026-5-2\" is not a date; the form 2026-01-31 is expected [weather-value]",
        "weather.csv:5:1: the row has no max_celsius [weather-value]",
      ])
  }

  @Test("In Huizhou a day of 35 °C in June has three sharp hours; 34.9 °C has none")
  func sharp() throws {
    let id = "cn-guangdong-huizhou-two-part"
    let book = try TariffLibrary(folders: [TestPlaces.tariffs]).load(ids: [id])
    let first = try #require(CalendarDate(iso: "2027-06-01"))
    var account = Account(id: "A", tariff: id)
    account.voltage = .from1To10kV
    account.basicCharge = .capacity
    account.transformers = try TransformerSet("1000")
    account.powerFactorStandard = .none
    let profile = LoadProfile(
      firstDay: first, intervalSeconds: 3600,
      active: Array(repeating: 3_600_000_000, count: 30 * 24))
    var weather = Weather()
    for index in 0..<30 {
      weather.highest[first.adding(days: index)] = try Quantity(index < 2 ? "35" : "34.9")
    }
    let terms = BillingTerms(
      book: book,
      givenPrices: [
        "purchase": try Price("0.4"), "line-loss": try Price("0.01"),
        "system": try Price("0.05"),
      ], weather: weather)
    let bill = try #require(
      try Biller(terms: terms).bills(for: account, use: .intervals(profile)).bills.first)
    // 11 to 12 and 15 to 17 o'clock on two days; peak 10 to 12 and 14 to 19 on the others, and the
    // 4 hours left of it on those two.
    let lines = bill.lines.filter { $0.charge.hasPrefix("energy/") }
    #expect(
      lines.map { line -> String in
        guard case .quantity(let quantity, _, let price) = line.product else { return "" }
        return "\(line.charge) \(quantity) \(price)"
      } == [
        // 0.4 + 0.01 + 0.0979 + 0.0011 + 0.05 = 0.559: × 2.125 = 1.187875, × 1.7 = 0.9503,
        // × 0.38 = 0.21242, each to four digits.
        "energy/sharp 6 1.1879", "energy/peak 204 0.9503", "energy/flat 270 0.559",
        "energy/valley 240 0.2124",
      ])
  }
}
