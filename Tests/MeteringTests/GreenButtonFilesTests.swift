import Documents
import Quantities
import TestSupport
import Testing

@testable import Metering

@Suite(
  "Real Green Button files",
  .enabled(if: TestPlaces.hasShared("data/greenbutton"), "no Green Button files here"))
struct GreenButtonFilesTests {
  private func read(_ name: String) throws(DiagnosticsError) -> SeriesFile {
    try GreenButtonReader.read(
      LoadFile(path: TestPlaces.sharedPath("data/greenbutton/\(name)"), name: name))
  }

  /// Counts, sums and spans by an independent reading with exact integers.
  @Test(
    "Usage points, readings, energy [Wh] and span are exactly those of the file",
    arguments: [
      (
        "ameren/ameren_15min_2023-09-15_2023-10-15.xml",
        ["2729703253975607745 import 2976 1645992 1694732400 1697410800"]
      ),
      (
        "ameren/ameren_15min_2023-12-04.xml",
        ["2729703253975607745 import 96 57893 1701648000 1701734400"]
      ),
      ("sce_bulk/BulkSCEIntervalBlock.xml", ["NB6WRU import 97 24380 1439449200 1439536500"]),
      (
        "utilityapi_puc/intervals_electric_hourly.xml",
        ["1402026 import 300 248530 1677088800 1678168800"]
      ),
      ("seed_opower/electricity-wh.xml", ["409483 unknown 2 3582 1299387600 1299389400"]),
      ("seed_opower/opower_small.xml", ["409483 unknown 2 3581 1299387600 1299389400"]),
      ("sdk/12MonthlyUpdates.xml", ["01 import 366 48348966 1301630400 1333252800"]),
      ("sdk/15minLP_15Days.xml", ["01 import 1340 1397734 1330578000 1331784000"]),
      ("sdk/1hrLP_32Days.xml", ["01 import 768 2354843 1333252800 1336017600"]),
      (
        "sdk/1hrLP_32DaysFiveUsagePoints_M.xml",
        [
          "User/9b6c7067/UsagePoint/01 import 768 25326468 1333252800 1336017600",
          "User/9b6c7063/UsagePoint/01 import 768 2361801 1333252800 1336017600",
          "User/9b6c7064/UsagePoint/01 import 768 2133834 1333252800 1336017600",
          "User/9b6c7065/UsagePoint/01 import 768 2692638 1333252800 1336017600",
          "User/9b6c7066/UsagePoint/01 import 768 2224885 1333252800 1336017600",
        ]
      ),
      (
        "sdk/BatchFeedThreeUsagePoints_M.xml",
        [
          "4284792 import 96 14635 1307343600 1307430000",
          "4284792 export 96 30195 1307343600 1307430000",
          "4284793 import 96 166730 1307343600 1307430000",
          "4284794 export 96 0 1307343600 1307430000",
        ]
      ),
      ("sdk/Electric.xml", ["01 import 2 5965053 1333252800 1336795200"]),
      (
        "sdk/Inland_Single_Family_Jan_1_2011_to_Jan_1_2012.xml",
        ["01 import 8759 8342729 1293868800 1325404800"]
      ),
      ("sdk/hourlyForMonthMar.xml", ["01 import 743 2278213 1298955600 1301630400"]),
      ("sdk/hourlyForMonthNov.xml", ["01 import 721 2213810 1320120000 1322715600"]),
    ])
  func figures(name: String, expected: [String]) throws {
    let found = try read(name).series.map { series in
      let total = GreenButtonFixture.total(series)
      #expect(total % 3_600_000 == 0)
      let start = series.readings.map(\.start).min() ?? 0
      let end = series.readings.map(\.end).max() ?? 0
      return
        "\(series.meter) \(series.direction.rawValue) \(series.readings.count) \(total / 3_600_000) "
        + "\(start) \(end)"
    }
    #expect(found == expected)
  }

  @Test(
    "Files that hold no electricity by interval are refused with what they hold",
    arguments: [
      ("gas_negative/sdk_Gas.xml", "13 readings of 02 in mtherm left out: the service is gas"),
      ("gas_negative/sdk_Water.xml", "2 readings of 01 in kUS gal left out: the service is water"),
      ("gas_negative/seed_gas-therms--3.xml", "the service is gas"),
      ("seed_opower/invalid-electricity-cf.xml", "the reading type counts Mft³"),
      ("seed_opower/opower_15min_1002_1dup.xml", "10 GW or more (and 2 readings more like it)"),
      ("sce_bulk/BulkSCEUsageSummaryAndIntervalBlock.xml", "the one in line 48, which differs"),
      ("sce_bulk/BulkSCERetailCustomer.xml", "data about the customer and no readings"),
      ("pge_connect/ESPIIntervalBlock.xml", "the file holds readings but no ReadingType"),
      ("pge_connect/PGEIntervalBlock.xml", "the file holds readings but no ReadingType"),
      ("pge_connect/ESPIReadingTypes.xml", "22 ReadingTypes and no readings"),
      ("pge_connect/ESPIUsagePoints.xml", "43 UsagePoints and no readings"),
      ("pge_connect/PGEReadingType.xml", "48 ReadingTypes and no readings"),
      ("pge_connect/PGEUsagePoint.xml", "1 UsagePoint and no readings"),
      ("pge_connect/PGEUsageSummaries.xml", "3 UsageSummaries and no readings"),
      ("pge_connect/PGERetailCustomer.xml", "data about the customer and no readings"),
      ("pge_connect/PGELocalTimeParameters.xml", "the feed holds no readings"),
      ("gba_4.0/Usage-Subscription-Feed-Anonymized.xml", "1 MeterReading, 1 ReadingType and no"),
      ("gba_4.0/Customer-Subscription-Feed-Anonymized.xml", "data about the customer and no"),
      ("gba_4.0/Authorization-Entry-Anonymized.xml", "no UsagePoint, no ReadingType and no"),
      ("gba_4.0/FluxTailor_retailcustomer.xml", "outermost element is \"schema\""),
      ("utilityapi_puc/entryOnly.xml", "no UsagePoint, no ReadingType and no readings"),
      ("utilityapi_puc/namespace.xml", "1 UsagePoint and no readings"),
    ])
  func refused(name: String, words: String) {
    let error = #expect(throws: DiagnosticsError.self) { try read(name) }
    let said = DiagnosticText.render(error?.diagnostics ?? [])
    #expect(said.contains(words), "\(said)")
  }

  @Test("All 2 976 readings of Ameren are validated, in 31 blocks of a day on a clock of their own")
  func ameren() throws {
    let series = try read("ameren/ameren_15min_2023-09-15_2023-10-15.xml").series[0]
    #expect(series.readings.allSatisfy { $0.seconds == 900 && $0.quality == .actual })
    #expect(series.dayStarts.count == 31)
    #expect(series.zone?.name == "UTC-06:00/-05:00")
  }

  @Test("The reading of 0 s of the official sample is left out and told; the one of 7200 s is kept")
  func inland() throws {
    let file = try read("sdk/Inland_Single_Family_Jan_1_2011_to_Jan_1_2012.xml")
    #expect(file.series[0].readings.filter { $0.seconds == 7200 }.count == 1)
    #expect(file.findings.map(\.evidence) == [.greenButton(.noLength(seconds: "0"))])
    #expect(file.findings.map { $0.place?.line } == [52130])
  }

  @Test("Each usage point of a batch has its own clock")
  func clocks() throws {
    let file = try read("sdk/1hrLP_32DaysFiveUsagePoints_M.xml")
    // Of the five, four give the changes to the second, one to the minute.
    #expect(
      file.findings.map(\.evidence) == Array(repeating: .greenButton(.clockRounded), count: 4))
    #expect(Set(file.findings.compactMap { $0.place?.line }).count == 4)
    #expect(file.series.allSatisfy { $0.zone?.name == "UTC-05:00/-04:00" })
  }

  @Test(
    "Blocks and types of a utility's separate feeds, put into one file, are joined by their links")
  func joined() throws {
    let folder = TestPlaces.sharedPath("data/greenbutton/pge_connect")
    func entries(_ name: String) throws -> String {
      let text = String(decoding: try FileSystem.readBytes("\(folder)/\(name)"), as: UTF8.self)
      let first = try #require(text.firstRange(of: "<ns1:entry>"))
      let end = try #require(text.firstRange(of: "</ns1:feed>"))
      return String(text[first.lowerBound..<end.lowerBound])
    }
    let point =
      "https://api.pge.com/GreenButtonConnect/espi/1_1/resource/Subscription/0/UsagePoint/1"
    let types = try entries("PGEReadingType.xml")
    let own =
      "<ns1:entry><ns1:link rel=\"self\" href=\"https://api.pge.com/ReadingType/own\"/><ns1:content>"
      + "<ns0:ReadingType><ns0:uom>72</ns0:uom><ns0:flowDirection>1</ns0:flowDirection>"
      + "<ns0:accumulationBehaviour>4</ns0:accumulationBehaviour></ns0:ReadingType>"
      + "</ns1:content></ns1:entry>"
    let reading =
      "<ns1:entry><ns1:link rel=\"self\" href=\"\(point)/MeterReading/"
      + "Tags7afT4eW6dAg6tI9nUksh4Et2ju==\"/><ns1:link rel=\"related\" href=\"/ReadingType/own\"/>"
      + "<ns1:content><ns0:MeterReading/></ns1:content></ns1:entry>"
    let text =
      "<ns1:feed xmlns:ns0=\"http://naesb.org/espi\" xmlns:ns1=\"http://www.w3.org/2005/Atom\">"
      + (try entries("PGEIntervalBlock.xml")) + types + own + reading + "</ns1:feed>"
    let file = try GreenButtonFixture.read(text)
    #expect(file.series.map(\.readings.count) == [2556])
    #expect(file.series.map(\.meter) == ["1"])
    #expect(file.findings.isEmpty)
  }
}
