import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

@Suite("Files that hold what the checks are for", .enabled(if: TestPlaces.hasShared("data")))
struct QualityFilesTests {
  private static func findings(
    _ name: String, capacity: Power? = nil
  ) throws -> [LoadFinding] {
    let path = TestPlaces.sharedPath("data/\(name)")
    let collection = try LoadReader.read([
      LoadFile(path: path, options: LoadFileOptions(account: "A"))
    ])
    let profile = try #require(collection["A"]?.profile)
    return QualityCheck.findings(profile, account: "A", capacity: capacity)
  }

  @Test("c45: 48 h of zeros")
  func zeroRun() throws {
    let found = try Self.findings("hostile/csv/c45_zero_run.csv")
    #expect(found.map(\.code) == [.zeroRun, .coverage])
    #expect(
      found.first?.text
        == "account A draws nothing for 48 h from 2024-01-03T02:00: an outage, a shutdown or lost "
        + "data")
  }

  @Test("c46: one value of 4000 kW beside 4 kW")
  func spike() throws {
    let found = try Self.findings("hostile/csv/c46_spike.csv")
    #expect(found.map(\.code) == [.spike, .coverage])
    // The 41st row is that of 10:00; 1000 kWh in a quarter of an hour.
    #expect(
      found.first?.text
        == "account A draws 4000 kW at 2024-01-01T10:00, far more than in the rest of its day and "
        + "month; the next highest of 2024-01 is 4 kW at 2024-01-01T00:00")
  }

  @Test("c47: a whole day of 3.21 kWh")
  func stuck() throws {
    let found = try Self.findings("hostile/csv/c47_stuck.csv")
    #expect(found.map(\.code) == [.stuck, .coverage])
    #expect(
      found.first?.text
        == "96 intervals of account A in a row show the same 12.84 kW, from 2024-01-02T00:00 on, "
        + "while the values around them vary")
  }

  @Test("c26: watts under kW are an error beside 1000 kVA, and a thousandth would fit")
  func watts() throws {
    let found = try Self.findings("hostile/csv/c26_watts_as_kw.csv", capacity: Power(1000))
    let finding = try #require(found.first)
    #expect(finding.code == .implausible)
    #expect(finding.severity == .error)
    #expect(
      finding.text.hasSuffix(
        "but only 1000 kVA are installed; it would fit times 1/1000 (W or Wh taken for kW or kWh)"))
    #expect(finding.hint == "compare with the file: --unit W or Wh")
    // Without a capacity a peak of 595 MW is loud enough by itself.
    #expect(
      try Self.findings("hostile/csv/c26_watts_as_kw.csv").map(\.code)
        == [.implausible, .coverage])
  }

  @Test("The reference file, and a missing day, give no more than their coverage")
  func good() throws {
    #expect(try Self.findings("hostile/csv/c00_good.csv").map(\.code) == [.coverage])
    #expect(try Self.findings("hostile/csv/c12_missing_day.csv").map(\.code) == [.coverage])
  }

  @Test("The Korean steel works: one row of zeros in 35 040, and nothing else")
  func steel() throws {
    let found = try Self.findings("steel_korea/Steel_industry_data.csv")
    #expect(found.map(\.code) == [.zeroRow])
    let start = try #require(QualityFixture.time("2018-11-07T23:45"))
    #expect(QualityFixture.evidence(found.first) == .zeroRow(first: start, channels: 3))
    #expect(found.first?.count == 1)
  }

  @Test("A commercial building, two months with 743 blanks: no more than its coverage")
  func building() throws {
    let path = TestPlaces.sharedPath("data/commercial/lbnl_loadshape_test_kw.csv")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    // The file has no heading, and writes a blank as nan.
    let file = LoadFixture.file(
      "timestamp,kW\n" + text.replacingOccurrences(of: "nan", with: ""))
    let profile = try #require(try LoadReader.read([file])["A"]?.profile)
    let found = QualityCheck.findings(profile, account: "A")
    #expect(found.map(\.code) == [.coverage])
  }
}
