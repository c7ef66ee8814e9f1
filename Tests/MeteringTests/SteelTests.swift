import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

/// A year of a real steel works: day-first dates, end stamps, and each midnight printed under the
/// date of the day it ends.
@Suite("The Korean steel works", .enabled(if: TestPlaces.hasShared("data")))
struct SteelTests {
  static let windows: [String: @Sendable (Int) -> Bool] = [
    "jian_尖": { (19..<22).contains($0) },
    "feng_峰": { (8..<11).contains($0) || (15..<19).contains($0) },
    "gu_谷": { $0 >= 23 || $0 < 7 },
    "ping_平": { (7..<8).contains($0) || (11..<15).contains($0) || (22..<23).contains($0) },
  ]

  static func read() throws -> (LoadCollection, LoadProfile) {
    let path = TestPlaces.sharedPath("data/steel_korea/Steel_industry_data.csv")
    let collection = try LoadReader.read([
      LoadFile(path: path, options: LoadFileOptions(account: "STEEL"))
    ])
    let profile = try #require(collection["STEEL"]?.profile)
    return (collection, profile)
  }

  static func reference() throws -> [String: Any] {
    let path = TestPlaces.sharedPath("data/steel_korea/reference.json")
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(json["correct"] as? [String: Any])
  }

  @Test("Energy by month and window, reactive energy and maximum demand are exactly the reference")
  func figures() throws {
    let (_, profile) = try Self.read()
    let correct = try Self.reference()
    #expect(profile.firstDay.description == "2018-01-01")
    #expect(profile.endDay.description == "2019-01-01")
    #expect(profile.intervalSeconds == 900)
    #expect(Energy(millijoules: LoadFixture.total(profile)) == (try kWh(correct["total_kWh"])))
    let months = try #require(correct["months"] as? [String: [String: Any]])
    #expect(profile.months.count == months.count)
    for month in profile.months {
      let expected = try #require(months[month.description])
      let first = try #require(profile.range(of: month.firstDay)).lowerBound
      let range = first..<(first + month.dayCount * 96)
      #expect(range.count == expected["intervals"] as? Int)
      #expect(sum(profile.active, range) == (try kWh(expected["kWh"])))
      #expect(sum(profile.reactiveForward, range) == (try kWh(expected["lagging_kvarh"])))
      #expect(sum(profile.reactiveReverse, range) == (try kWh(expected["leading_kvarh"])))
      let windows = try #require(expected["windows_kWh"] as? [String: String])
      for (name, contains) in Self.windows {
        let slots = range.filter { contains($0 % 96 / 4) }
        let energy = slots.reduce(Int128(0)) { $0 + Int128(profile.active[$1]) }
        #expect(Energy(millijoules: energy) == (try kWh(windows[name])), "\(month) \(name)")
      }
      let highest = try #require(range.max { profile.active[$0] < profile.active[$1] })
      let power = Energy(millijoules: Int128(profile.active[highest])).meanPower(overSeconds: 900)
      #expect(power == (try Power(try #require(expected["max_demand_15min_kW"] as? String))))
      let start = LocalTime(date: profile.firstDay, second: highest * 900)
      #expect("\(start):00" == expected["max_demand_interval_start"] as? String)
    }
  }

  @Test("What was concluded from the file is told: the stamps, the dates, the midnights")
  func notes() throws {
    let (collection, _) = try Self.read()
    let notes = collection.files[0].notes.map(\.text).joined(separator: "\n")
    #expect(notes.contains("stamps mark the end of their intervals"))
    #expect(notes.contains("dates are day-month-year"))
    #expect(notes.contains("\"CO2(tCO2)\", \"Lagging_Current_Power_Factor\""))
    let findings = collection.findings
    #expect(findings.map(\.code) == [.midnight])
    #expect(findings[0].count == 365)
    #expect(findings[0].severity == .info)
  }

  @Test(
    "The forms in which others saved the same file read the same",
    arguments: ["variant_ddmmyyyy_head200.csv", "variant_dashes_head200.csv"])
  func variants(_ name: String) throws {
    let path = TestPlaces.sharedPath("data/steel_korea/\(name)")
    // Two days and a bit: no date proves that the day comes first.
    let complaint = LoadFixture.complaints([
      LoadFile(path: path, options: LoadFileOptions(account: "S"))
    ])
    #expect(complaint.contains("--date-order"))
    // The last row is no midnight, but the order of rows tells ends from starts.
    let collection = try LoadReader.read([
      LoadFile(path: path, options: LoadFileOptions(account: "S", dateOrder: .dayFirst))
    ])
    let (_, whole) = try Self.read()
    let part = try #require(collection["S"]?.profile)
    #expect(part.firstDay == whole.firstDay)
    #expect(part.active[..<199] == whole.active[..<199])
    #expect(part.active[199...].allSatisfy { $0 == LoadProfile.missing })
  }

  private func kWh(_ value: Any?) throws -> Energy {
    try Energy(kilowattHours: try #require(value as? String))
  }

  private func sum(_ values: [Int64]?, _ range: Range<Int>) -> Energy {
    Energy(millijoules: (values?[range] ?? []).reduce(Int128(0)) { $0 + Int128($1) })
  }
}
