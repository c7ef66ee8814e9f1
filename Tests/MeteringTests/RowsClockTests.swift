import Documents
import Quantities
import TestSupport
import Testing
import Use

@testable import Metering

@Suite("Rows at changes of the clock")
struct RowsClockTests {
  typealias F = LoadFixture
  typealias R = RowsFixture

  static let newYork = LoadFileOptions(account: "A", zone: "America/New_York")

  /// The quarter hours of a day's stamps, with those from 1:00 to 1:45 twice.
  static func fallRows(_ value: (Int) -> String = { _ in "1" }) -> [String] {
    let slots = Array(0..<8) + Array(4..<96)
    return slots.enumerated().map { index, slot in
      "2024-11-03 \(F.pad(slot / 4)):\(F.pad(slot % 4 * 15)),\(value(index))\n"
    }
  }

  @Test("A day of 25 hours has 100 readings, oldest or newest first: 0 + 1 + … + 99 = 4950 kWh")
  func fall() throws {
    for rows in [Self.fallRows { "\($0)" }, Self.fallRows { "\($0)" }.reversed()] {
      let read = try R.read("timestamp,kWh\n" + rows.joined(), Self.newYork)
      let series = try #require(read.series.first)
      #expect(read.findings.isEmpty)
      #expect(series.readings.count == 100)
      #expect(R.kilowattHours(series) == "4950")
      let zone = try #require(series.zone)
      let sorted = series.readings.sorted { $0.start < $1.start }
      #expect(sorted.map { Int($0.energy / 3_600_000_000) } == Array(0..<100))
      #expect(R.clock(sorted[4], zone) == "2024-11-03T01:00")
      #expect(R.clock(sorted[8], zone) == "2024-11-03T01:00")
      // Midnight is 4:00 UTC in summer time.
      #expect(R.clock(sorted[0], .utc) == "2024-11-03T04:00")
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1.start - $0.start == 900 })
    }
  }

  @Test("End stamps of the same day, whether its repeated hour ends at 1:00 or 2:00 both times")
  func fallEnds() throws {
    let clocks = Array(1...8) + Array(5...96)
    let asked = Array(1...7) + Array(4...96)
    for slots in [clocks, asked] {
      let rows = slots.map { slot in
        "2024-11-03 \(F.pad(slot / 4)):\(F.pad(slot % 4 * 15)),1\n"
      }
      let read = try R.read("timestamp_end,kWh\n" + rows.joined(), Self.newYork)
      let readings = try #require(read.series.first).readings
      #expect(read.findings.isEmpty)
      #expect(readings.count == 100)
      #expect(readings.map(\.start) == readings.indices.map { readings[0].start + Int64($0) * 900 })
      #expect(R.clock(readings[0], .utc) == "2024-11-03T04:00")
    }
  }

  @Test("An hour told once of the two is taken for the first, with a note: 96 of 100")
  func once() throws {
    let read = try R.read("timestamp,kWh\n" + F.day("2024-11-03"), Self.newYork)
    let readings = try #require(read.series.first).readings
    #expect(readings.count == 96)
    #expect(readings[8].start - readings[7].start == 4500)
    #expect(readings[7].seconds == 900)
    #expect(read.notes.contains { $0.text.contains("4 rows of account A stand once") })
  }

  @Test("Rows of the repeated hour in no order are refused, by place")
  func shuffled() throws {
    var rows = Self.fallRows()
    rows.swapAt(5, 6)
    rows.swapAt(9, 11)
    let read = try R.read("timestamp,kWh\n" + rows.joined(), Self.newYork)
    let fault = try #require(read.findings.first { $0.severity == .error })
    #expect(fault.code == .clockChange)
    #expect(fault.place?.line == 6)
    #expect(fault.count == 8)
    #expect(fault.text.contains("2024-11-03T01:00") && fault.text.contains("America/New_York"))
    // The same file twice is not an hour of two runs either.
    let twice = try R.read(
      "timestamp,kWh\n" + F.day("2024-11-03") + F.day("2024-11-03"), Self.newYork)
    #expect(twice.findings.contains { $0.code == .clockChange && $0.severity == .error })
  }

  @Test("A skipped hour: zeros and blanks are left out and counted, anything else is refused")
  func spring() throws {
    for value in ["0.0", ""] {
      let rows = F.day("2024-03-10") { (8...11).contains($0) ? value : "1" }
      let read = try R.read("timestamp,kWh\n" + rows, Self.newYork)
      #expect(read.findings.isEmpty)
      #expect(R.kilowattHours(read.series.first) == "92")
      #expect(read.series.first?.readings.count == 92)
      #expect(read.notes.contains { $0.text.contains("4 empty rows of account A") })
    }
    let read = try R.read("timestamp,kWh\n" + F.day("2024-03-10"), Self.newYork)
    #expect(read.findings.map(\.code) == [.clockChange, .clockChange, .clockChange, .clockChange])
    #expect(read.findings.map { $0.place?.line } == [10, 11, 12, 13])
    #expect(read.findings.first?.text.contains("\"2024-03-10T02:00\" does not exist") == true)
  }

  @Test("End stamps of the shorter day, whether the change ends an interval at 2:00 or at 3:00")
  func springEnds() throws {
    let early = Array(1...8) + Array(13...96)
    let late = Array(1...7) + Array(12...96)
    for slots in [early, late] {
      let rows = slots.map { "2024-03-10 \(F.pad($0 / 4)):\(F.pad($0 % 4 * 15)),1\n" }
      let read = try R.read("timestamp_end,kWh\n" + rows.joined(), Self.newYork)
      let readings = try #require(read.series.first).readings
      #expect(read.findings.isEmpty, "\(read.findings.map(\.text))")
      #expect(readings.count == 92)
      #expect(readings[91].end - readings[0].start == 23 * 3600)
      #expect(zip(readings, readings.dropFirst()).allSatisfy { $1.start == $0.end })
    }
  }

  @Test("A wide row has no column for the 25th hour; its 24 hours lie on 25")
  func wide() throws {
    let heading = "account,date,quantity," + (0..<24).map { "\($0):00" }.joined(separator: ",")
    let ones = Array(repeating: "1", count: 24)
    var spring = ones
    spring[2] = "0"
    let text =
      "\(heading)\nA,2024-03-10,kWh,\(spring.joined(separator: ","))\n"
      + "A,2024-11-03,kWh,\(ones.joined(separator: ","))\n"
    let read = try R.read(text, LoadFileOptions(zone: "America/New_York"))
    let readings = try #require(read.series.first).readings
    #expect(read.findings.isEmpty)
    #expect(readings.count == 23 + 24)
    #expect(readings[22].end - readings[0].start == 23 * 3600)
    #expect(readings[46].end - readings[23].start == 25 * 3600)
    #expect(read.format == .wideTable)
    let wrong = text.replacing(spring.joined(separator: ","), with: ones.joined(separator: ","))
    let refused = try R.read(wrong, LoadFileOptions(zone: "America/New_York"))
    #expect(refused.findings.map(\.code) == [.clockChange])
    #expect(refused.findings.first?.place?.description == "load.csv:2:22")
  }

  @Test("Hours 1 to 24 and 2*: 25 hours of 4 kWh are 100 kWh")
  func numberedHours() throws {
    let labels = ["1", "2", "2*"] + (3...24).map { "\($0)" }
    let text = "date,hour,kWh\n" + labels.map { "2024-11-03,\($0),4\n" }.joined()
    var options = Self.newYork
    options.stamps = .end
    let read = try R.read(text, options)
    let readings = try #require(read.series.first).readings
    #expect(read.findings.isEmpty)
    #expect(readings.count == 25 && R.kilowattHours(read.series.first) == "100")
    #expect(readings.allSatisfy { $0.seconds == 3600 })
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $1.start == $0.end })
    options.zone = nil
    #expect(R.complaints(R.file(text, options)).contains("no zone is known"))
    options.stamps = nil
    #expect(R.complaints(R.file(text, options)).contains("--stamps end"))
    let he = "date,Hour Ending,kWh\n" + (1...24).map { "2024-01-01,\($0),4\n" }.joined()
    let first = try #require(try R.read(he).series.first?.readings.first)
    #expect(R.clock(first, .utc) == "2024-01-01T00:00")
    options.stamps = .start
    let starts = "date,hour,kWh\n" + (0...23).map { "2024-01-01,\($0),4\n" }.joined()
    #expect(R.kilowattHours(try R.read(starts, options).series.first) == "96")
    let late = try R.read(starts + "2024-01-01,24,4\n2024-01-01,x,4\n", options)
    #expect(late.findings.map { $0.place?.description } == ["load.csv:26:12", "load.csv:27:12"])
  }

  @Test("Offsets in stamps win: the three hours about a change are 5:45, 6:00 and 6:15 UTC")
  func offsets() throws {
    let text =
      "timestamp,kWh\n2024-11-03T01:45:00-04:00,1\n2024-11-03T01:00:00-05:00,2\n"
      + "2024-11-03T06:15:00Z,3\n"
    let read = try R.read(text)
    let readings = try #require(read.series.first).readings
    #expect(
      readings.map { R.clock($0, .utc) } == [
        "2024-11-03T05:45", "2024-11-03T06:00", "2024-11-03T06:15",
      ])
    #expect(readings.allSatisfy { $0.seconds == 900 })
    #expect(read.series.first?.zone == nil)
    #expect(try R.read(text, Self.newYork).series.first?.zone?.name == "America/New_York")
    let naive = try R.read(text + "2024-11-03 01:30:00,1\n")
    #expect(naive.findings.map { $0.place?.description } == ["load.csv:5:1"])
    #expect(naive.series.first?.readings.count == 3)
  }

  @Test(
    "Offsets are read in every usual form, and a single one is the zone",
    arguments: ["+08:00", "+0800", "+08", " +08:00"])
  func forms(_ offset: String) throws {
    let text =
      "timestamp,kWh\n2026-01-31T00:00\(offset),1\n2026-01-31T00:15\(offset),1\n"
    let read = try R.read(text)
    let series = try #require(read.series.first)
    #expect(series.zone == CivilZone(offset: 28_800))
    #expect(R.clock(series.readings[0], .utc) == "2026-01-30T16:00")
  }

  @Test("A zone other than the billed one takes this way; one without changes takes the fast way")
  func ways() throws {
    let text = "timestamp,kWh\n" + F.day("2026-01-31")
    func reasons(_ stamps: String?, _ billed: String?) throws -> Set<RowsReason> {
      try R.reasons(text, LoadFileOptions(account: "A", zone: stamps), zone: billed)
    }
    #expect(try reasons(nil, nil).isEmpty)
    #expect(try reasons(nil, "Asia/Shanghai").isEmpty)
    #expect(try reasons("+08:00", "Asia/Shanghai").isEmpty)
    #expect(try reasons("UTC", "Asia/Shanghai") == [.zone])
    #expect(try reasons(nil, "America/New_York").isEmpty)
    #expect(try reasons("America/New_York", nil) == [.zone])
    let march = "timestamp,kWh\n" + F.day("2026-03-08")
    #expect(
      try R.reasons(march, LoadFileOptions(account: "A"), zone: "America/New_York") == [.zone])
    #expect(
      R.complaints(R.file(text, LoadFileOptions(zone: "Nowhere/At_all"))).contains("load-zone"))
    // Beijing's midnight is 16:00 UTC of the day before.
    let read = try R.read(
      text, LoadFileOptions(account: "A", zone: "Asia/Shanghai"), zone: "UTC")
    #expect(R.clock(try #require(read.series.first).readings[0], .utc) == "2026-01-30T16:00")
  }
}
