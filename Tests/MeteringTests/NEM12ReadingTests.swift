import Documents
import Metering
import Quantities
import Testing
import Use

@Suite("NEM12 files")
struct NEM12ReadingTests {
  static func day(_ date: String, _ values: [String], _ quality: String = "A", updated: String = "")
    -> String
  {
    "300,\(date),\(values.joined(separator: ",")),\(quality),,,\(updated),\n"
  }

  static func ones(_ count: Int = 48) -> [String] { Array(repeating: "1", count: count) }

  static func file(
    _ body: String, suffix: String = "E1", configuration: String = "E1B1Q1K1A1C1D1J1P1V1",
    unit: String = "kWh", minutes: Int = 30
  ) -> String {
    "100,NEM12,202401020000,MDP,RET\n200,NMI0000001,\(configuration),1,\(suffix),N1,M1,\(unit),"
      + "\(minutes),\n\(body)900\n"
  }

  static func read(_ text: String) throws -> SeriesFile {
    try NEM12Reader.read(LoadFile(name: "day.csv", bytes: Array(text.utf8)))
  }

  static func complaints(_ text: String) -> String {
    do throws(DiagnosticsError) {
      _ = try NEM12Reader.read(LoadFile(name: "day.csv", bytes: Array(text.utf8)))
      return ""
    } catch {
      return DiagnosticText.render(error.diagnostics)
    }
  }

  @Test("A day begins at 14:00 UTC of the day before: the market's clock is UTC+10 all year")
  func clock() throws {
    for (date, start) in [("20240101", "2023-12-31T14:00"), ("20240701", "2024-06-30T14:00")] {
      let read = try Self.read(Self.file(Self.day(date, Self.ones())))
      let series = try #require(read.series.first)
      #expect(series.readings.count == 48)
      #expect(RowsFixture.clock(series.readings[0], .utc) == start)
      #expect(series.readings[0].seconds == 1800)
      #expect(series.readings[47].end - series.readings[0].start == 86_400)
      #expect(series.zone == CivilZone(offset: 36_000))
      #expect(series.meter == "NMI0000001" && series.register == "E1")
      #expect(RowsFixture.kilowattHours(series) == "48")
      #expect(read.format == .nem12)
    }
  }

  @Test(
    "The unit is read in any case: 48 × 1 of each",
    arguments: [
      ("KWH", "E1", "48"), ("kwh", "E1", "48"), ("Wh", "E1", "0.048"), ("MWh", "B1", "48000"),
      ("kW", "E1", "24"), ("W", "E1", "0.024"), ("MW", "E1", "24000"), ("kvarh", "Q1", "48"),
      ("varh", "K1", "0.048"), ("MVArh", "Q1", "48000"), ("kVAr", "K1", "24"),
    ])
  func units(_ unit: String, _ suffix: String, _ total: String) throws {
    let text = Self.file(Self.day("20240101", Self.ones()), suffix: suffix, unit: unit)
    let series = try #require(try Self.read(text).series.first)
    #expect(RowsFixture.kilowattHours(series) == total)
    #expect(series.unit == unit)
  }

  @Test(
    "The letter of a suffix says what is counted and which way it flows",
    arguments: [
      ("E1", "kWh", SeriesMeasure.activeEnergy, FlowDirection.imported),
      ("B1", "kWh", .activeEnergy, .exported), ("Q1", "kvarh", .reactiveEnergy, .imported),
      ("K1", "kvarh", .reactiveEnergy, .exported), ("E1", "kW", .activePower, .imported),
      ("D1", "kWh", .activeEnergy, .imported), ("A1", "kWh", .activeEnergy, .exported),
      ("P1", "kvarh", .reactiveEnergy, .imported), ("J1", "kvarh", .reactiveEnergy, .exported),
    ])
  func streams(
    _ suffix: String, _ unit: String, _ measure: SeriesMeasure, _ direction: FlowDirection
  ) throws {
    let read = try Self.read(
      Self.file(Self.day("20240101", Self.ones()), suffix: suffix, unit: unit))
    let series = try #require(read.series.first)
    #expect(series.measure == measure && series.direction == direction)
  }

  @Test("Check meters, volts and averages beside the billed stream are left out and told")
  func leftOut() throws {
    func stream(_ suffix: String, _ unit: String) -> String {
      "200,NMI0000001,E1D1C1V1,1,\(suffix),,M1,\(unit),30,\n"
        + Self.day("20240101", Self.ones())
    }
    let text =
      "100,NEM12,202401020000,MDP,RET\n" + stream("E1", "kWh") + stream("D1", "kWh")
      + stream("C1", "kWh") + stream("V1", "V") + "900\n"
    let read = try Self.read(text)
    #expect(read.series.map(\.register) == ["E1"])
    let notes = read.notes.map(\.text).joined(separator: "\n")
    for words in ["D1, the average or net", "C1, which a check meter", "V1 in V"] {
      #expect(notes.contains(words), "\(words)\n\(notes)")
    }
  }

  @Test("Quality letters: A, E, S, F and N; 400 records say which values have which")
  func qualities() throws {
    let events =
      "400,1,10,A,,\n400,11,20,E52,,\n400,21,30,S14,32,\n400,31,40,F14,,\n400,41,48,N,,\n"
    let text = Self.file(Self.day("20240101", Self.ones(), "V") + events)
    let readings = try #require(try Self.read(text).series.first).readings
    #expect(readings[0].quality == .actual && readings[9].quality == .actual)
    #expect(readings[10].quality == .estimated && readings[19].quality == .estimated)
    #expect(readings[20].quality == .substituted && readings[39].quality == .substituted)
    #expect(readings[39].energy == 3_600_000_000)
    #expect(readings[40...].allSatisfy { $0.energy == LoadProfile.missing })
    for (letter, quality) in [
      ("A", ReadingQuality.actual), ("E52", .estimated), ("S14", .substituted),
      ("F14", .substituted),
    ] {
      let day = Self.file(Self.day("20240101", Self.ones(), letter))
      #expect(
        try #require(try Self.read(day).series.first).readings.allSatisfy { $0.quality == quality })
    }
  }

  @Test("Null data is missing, never zero, and its values may be left out")
  func null() throws {
    let empty = [String](repeating: "", count: 48)
    for values in [Self.ones(), empty] {
      let text = Self.file(Self.day("20240101", values, "N"))
      let readings = try #require(try Self.read(text).series.first).readings
      #expect(readings.count == 48)
      #expect(readings.allSatisfy { $0.energy == LoadProfile.missing })
    }
    #expect(
      Self.complaints(Self.file(Self.day("20240101", empty)))
        .contains(":3:14: error: value 1 and 47 more of the day are empty"))
  }

  @Test(
    "400 records that leave out, repeat or overstep intervals are refused by line",
    arguments: [
      ("400,1,20,A,,\n400,22,48,E52,,\n", ":5:5", "the intervals 21 to 21 have no quality"),
      ("400,1,20,A,,\n400,20,48,E52,,\n", ":5:5", "interval 20 has a quality already"),
      ("400,1,20,A,,\n", ":3:1", "the intervals 21 to 48 have no quality"),
      ("400,1,49,A,,\n", ":4:5", "the intervals 1 to 49"), ("", ":3:1", "no 400 record"),
      ("400,0,48,A,,\n", ":4:5", "the intervals 0 to 48"),
      ("400,1,48,V,,\n", ":4:10", "\"V\" is no quality"),
      ("400,,,A,,\n", ":4:1", "names no intervals"),
    ])
  func events(_ events: String, _ place: String, _ words: String) {
    let told = Self.complaints(Self.file(Self.day("20240101", Self.ones(), "V") + events))
    #expect(told.contains(place) && told.contains(words), "\(told)")
    #expect(told.components(separatedBy: "error:").count == 2, "\(told)")
  }

  @Test("Of two versions of a day the one updated last counts, whichever comes first")
  func versions() throws {
    let old = Self.day("20240101", Self.ones(), updated: "20240102000000")
    let new = Self.day(
      "20240101", Array(repeating: "2", count: 48), updated: "20240103000000")
    for body in [old + new, new + old] {
      let read = try Self.read(Self.file(body))
      #expect(RowsFixture.kilowattHours(read.series.first) == "96")
      #expect(read.series.first?.readings.count == 48)
      #expect(read.findings.map(\.code) == [.repeated])
      #expect(read.findings.first?.text.contains("2024-01-01") == true)
    }
    #expect(RowsFixture.kilowattHours(try Self.read(Self.file(old + old)).series.first) == "48")
    let rival = Self.day("20240101", Array(repeating: "3", count: 48), updated: "20240102000000")
    let told = Self.complaints(Self.file(old + rival))
    #expect(told.contains("Q04") && told.contains(":4:1") && told.contains("in line 3"), "\(told)")
  }

  @Test("Everything that is wrong is told in one go, by line and column")
  func all() {
    var values = Self.ones()
    values[1] = "x"
    values[2] = "1e3"
    let text =
      "100,NEM12,202401020000,MDP,RET\n200,NMI0000001,E1,1,E1,N1,M1,kWh,30,\n"
      + Self.day("20240101", values) + Self.day("20240231", Self.ones())
      + Self.day("20240102", Self.ones(47)) + Self.day("20240103", Self.ones(), "Z") + "700,x\n"
    let told = Self.complaints(text)
    for words in [
      ":3:16", "value 2 of the day, \"x\"", ":3:18", "value 3", ":4:5", "\"20240231\" is no day",
      ":5:1", "47 values, but a day has 48", ":6:110", "\"Z\" is no quality", ":7:1",
      "\"700\" is no record", "without a 900 record",
    ] {
      #expect(told.contains(words), "\(words)\n\(told)")
    }
  }

  @Test(
    "A 200 record that leaves open what is counted is refused",
    arguments: [
      ("E1", "E1", "kvarh", 30, "suffix E1 is a stream of active energy"),
      ("Q1", "Q1", "kWh", 30, "suffix Q1 is a stream of reactive energy"),
      ("E1", "E1", "BTU", 30, "is no unit of NEM12"), ("E1", "E1", "kWh", 7, "is no length"),
      ("11", "11", "kWh", 30, "is no suffix"), ("E1", "B1", "kWh", 30, "has no such stream"),
    ])
  func definitions(
    _ suffix: String, _ listed: String, _ unit: String, _ minutes: Int, _ words: String
  ) {
    let told = Self.complaints(
      Self.file(
        Self.day("20240101", Self.ones()), suffix: suffix, configuration: listed, unit: unit,
        minutes: minutes))
    #expect(told.contains(words) && told.contains(":2:"), "\(told)")
  }

  @Test("Records without owner, twice 100, and anything behind 900 are refused")
  func order() {
    let good = Self.file(Self.day("20240101", Self.ones()))
    #expect(Self.complaints(good + good).contains("behind the 900 record"))
    #expect(Self.complaints("200,x\n900\n").contains("a 100 record with NEM12 is expected"))
    #expect(Self.complaints("100,NEM13,1,a,b\n900\n").contains("dial readings by the quarter"))
    #expect(Self.complaints("").contains("empty"))
    #expect(Self.complaints("100,NEM12,1,a,b\n900\n").contains("holds no days"))
    #expect(
      Self.complaints("100,NEM12,1,a,b\n" + Self.day("20240101", Self.ones()) + "900\n")
        .contains("before any 200 record"))
  }

  @Test("A file is known by its first bytes, behind a byte order mark as well")
  func claims() {
    #expect(NEM12Reader.claims(Array("100,NEM12,2024".utf8)))
    #expect(NEM12Reader.claims([0xEF, 0xBB, 0xBF] + Array("100,NEM12".utf8)))
    #expect(!NEM12Reader.claims(Array("100,NEM13".utf8)))
    #expect(!NEM12Reader.claims(Array("account,timestamp".utf8)))
    #expect(!NEM12Reader.claims([]))
  }

  @Test("Line ends, blanks and a leading point do not matter: 47 × 1 + 0.5 = 47.5")
  func spelling() throws {
    let text = Self.file(Self.day("20240101", [".5"] + Self.ones(47)))
    for text in [text, text.replacing("\n", with: "\r\n"), text.replacing(",", with: " , ")] {
      #expect(RowsFixture.kilowattHours(try Self.read(text).series.first) == "47.5")
    }
  }

  @Test("A file cut anywhere is refused, and never read to a part of its energy")
  func truncation() throws {
    let body =
      Self.day("20240101", Self.ones(), "V", updated: "20240102000000")
      + "400,1,24,A,,\n400,25,48,E52,,\n" + Self.day("20240102", Self.ones())
    let bytes = Array(Self.file(body).utf8)
    let whole = bytes.count - 1
    for end in 0..<whole {
      #expect(throws: DiagnosticsError.self, "\(end)") {
        _ = try NEM12Reader.read(LoadFile(name: "cut.csv", bytes: Array(bytes[..<end])))
      }
    }
    #expect(
      RowsFixture.kilowattHours(
        try NEM12Reader.read(LoadFile(name: "whole.csv", bytes: Array(bytes[..<whole])))
          .series.first) == "96")
  }
}
