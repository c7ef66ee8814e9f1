import Billing
import Casework
import Foundation
import Quantities
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

/// Real data: day-first dates, end stamps, midnight printed under the date it ends.
@Suite(
  "The Korean steel works under Hunan's hours of 2013",
  .enabled(if: TestPlaces.shared != nil, "skipped: no reference data; set TARIFFWISE_SHARED"))
struct SteelTests {
  private struct Reference: Decodable {
    struct Month: Decodable {
      let intervals: Int
      let kWh: String
      let lagging_kvarh: String
      let leading_kvarh: String
      let max_demand_15min_kW: String
      let max_demand_interval_start: String
      let windows_kWh: [String: String]
    }
    struct Correct: Decodable {
      let months: [String: Month]
      let total_kWh: String
    }
    let correct: Correct
  }

  @Test(
    "kWh by period and month, reactive energy and the maximum with its time equal the reference")
  func determinants() throws {
    let folder = try #require(TestPlaces.shared).appendingPathComponent("data/steel_korea")
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: folder.appendingPathComponent("reference.json")))
    let request = DossierRequest(
      origin: .table(folder.appendingPathComponent("Steel_industry_data.csv").path),
      particulars: [
        .tariff: "cn-hunan-large-industry-2013", .transformers: "2000",
        .basicCharge: "contract-demand", .powerFactorStandard: "0.90",
      ])
    let entry = try #require(try DossierReader.open(request).accounts.first)
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")])
      .load(ids: [entry.account.tariff])
    let terms = BillingTerms(book: book, asOf: Month(iso: "2013-06"))
    let bills = try Biller(terms: terms).bills(
      for: entry.account, use: try #require(entry.use)
    ).bills
    #expect(bills.count == 12)
    #expect(Set(bills.map(\.month.description)) == Set(reference.correct.months.keys))
    let names = ["sharp": "jian_尖", "peak": "feng_峰", "flat": "ping_平", "valley": "gu_谷"]
    for bill in bills {
      let expected = try #require(reference.correct.months[bill.month.description])
      let found = bill.determinants
      for register in found.energy {
        let text = try #require(names[register.period.name].flatMap { expected.windows_kWh[$0] })
        #expect(
          register.energy == (try Energy(kilowattHours: text)), "\(bill.month) \(register.period)")
      }
      #expect(found.totalEnergy == (try Energy(kilowattHours: expected.kWh)))
      #expect(found.reactiveForward == (try Energy(kilowattHours: expected.lagging_kvarh)))
      #expect(found.reactiveReverse == (try Energy(kilowattHours: expected.leading_kvarh)))
      #expect(found.maximumDemand?.power == (try Power(expected.max_demand_15min_kW)))
      #expect(
        found.maximumDemand?.start.map { "\($0):00" } == expected.max_demand_interval_start)
      #expect(
        found.coverage == .intervals(present: expected.intervals, expected: expected.intervals))
    }
    let total = bills.reduce(Energy.zero) { $0 + $1.determinants.totalEnergy }
    #expect(total == (try Energy(kilowattHours: reference.correct.total_kWh)))
  }
}
