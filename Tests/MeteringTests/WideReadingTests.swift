import Metering
import Quantities
import TestSupport
import Testing
import Use

@Suite("Wide files")
struct WideReadingTests {
  typealias F = LoadFixture

  static func heading(_ count: Int, _ label: (Int) -> String) -> String {
    (0..<count).map(label).joined(separator: ",")
  }

  static func clock(_ minutes: Int) -> String { "\(minutes / 60):\(F.pad(minutes % 60))" }

  static func row(_ count: Int, _ value: (Int) -> String) -> String {
    (0..<count).map(value).joined(separator: ",")
  }

  @Test(
    "Columns are headed in every usual way",
    arguments: [
      heading(96) { "p\($0 + 1)" }, heading(96) { "P\(F.pad($0 + 1))" },
      heading(96) { "p\(F.pad($0))" }, heading(96) { clock(15 * $0 + 15) },
      heading(96) { clock(15 * $0) }, heading(96) { "\(clock(15 * $0)):00" },
      heading(96) { "T" + F.pad($0 / 4) + F.pad($0 % 4 * 15) }, heading(96) { "点\($0 + 1)" },
      heading(96) { clock((15 * $0 + 15) % 1440) },
    ])
  func headings(_ columns: String) throws {
    let text = "户号,数据日期,\(columns)\n0031,2026-01-31,\(Self.row(96) { "\($0).25" })\n"
    let collection = try LoadReader.read([F.file(text, LoadFileOptions())])
    let profile = try #require(collection["0031"]?.profile)
    #expect(profile.active == (0..<96).map { Int64($0) * 900_000_000 + 225_000_000 })
  }

  @Test("24, 48, 96, 288 and 1440 columns", arguments: [24, 48, 96, 288, 1440])
  func counts(_ count: Int) throws {
    let text =
      "date,\(Self.heading(count) { "p\($0 + 1)" })\n2026-01-31,\(Self.row(count) { _ in "2" })\n"
    let profile = try F.profile(text)
    #expect(profile.intervalSeconds == 86_400 / count)
    #expect(F.kilowattHours(profile) == "48")
  }

  @Test(
    "200 seeded days of numbers of one to nine bytes, with none to six places, are read exactly")
  func shapes() throws {
    var random = SplitMix64(seed: 31)
    var text = "date,\(Self.heading(24) { "p\($0 + 1)" })\n"
    var expected: [Int64] = []
    for day in 0..<200 {
      // Figures of a meter differ little: a day has numbers of at most three kinds.
      let kinds = (0..<3).map { _ in
        (
          digits: Int.random(in: 1...7, using: &random),
          places: Int.random(in: 0...6, using: &random)
        )
      }
      let cells = (0..<24).map { _ -> String in
        let kind = kinds.randomElement(using: &random) ?? kinds[0]
        let digits = (0..<kind.digits).map { _ in Int.random(in: 0...9, using: &random) }
        let number = digits.reduce(0) { $0 * 10 + $1 }
        let places = min(kind.places, kind.digits - 1)
        // 1 kW over an hour is 3.6 × 10⁹ mJ.
        expected.append(
          Int64(Int128(number) * 3_600_000_000 / PowersOfTen.power(places)))
        let written = digits.map(String.init).joined()
        return places == 0 ? written : "\(written.dropLast(places)).\(written.suffix(places))"
      }
      let date = CalendarDate(dayNumber: 20_000 + day)
      text += "\(date),\(cells.joined(separator: ","))\n"
    }
    let profile = try F.profile(text)
    #expect(profile.active == expected)
  }

  @Test("Numbers alike in rows of kilowatts and of kilowatt-hours have the energy of their unit")
  func units() throws {
    let heading = "account,date,quantity,\(Self.heading(48) { "p\($0 + 1)" })\n"
    let rows = (1...9).flatMap { day in
      [("A", "kW"), ("B", "kWh")].map { account, unit in
        "\(account),2026-01-0\(day),\(unit),\(Self.row(48) { _ in "12.5" })\n"
      }
    }
    let collection = try LoadReader.read([
      F.file(heading + rows.joined(), LoadFileOptions(account: nil))
    ])
    // Half an hour of 12.5 kW, and 12.5 kWh.
    for (account, energy) in [("A", 22_500_000_000), ("B", 45_000_000_000)] as [(String, Int64)] {
      let profile = try #require(collection[account]?.profile)
      #expect(profile.active.count == 432 && profile.active.allSatisfy { $0 == energy })
    }
  }

  @Test("Dates that go on by days, over the end of months and over gaps, are those written")
  func dates() throws {
    let heading = "account,date,\(Self.heading(24) { "p\($0 + 1)" })\n"
    let days = [
      "2024-02-26", "2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-08",
      "2024-03-10", "2024-03-29", "2024-03-30", "2024-03-31", "2024-04-01", "2024-12-31",
      "2025-01-01", "2025-01-19", "2025-01-20",
    ]
    for joint in ["-", "/", ""] {
      let rows = days.enumerated().map { index, day in
        "A,\(day.split(separator: "-").joined(separator: joint)),\(Self.row(24) { _ in "\(index + 1).5" })\n"
      }
      let collection = try LoadReader.read([
        F.file(heading + rows.joined(), LoadFileOptions(account: nil))
      ])
      let profile = try #require(collection["A"]?.profile)
      for (index, day) in days.enumerated() {
        let date = try #require(CalendarDate(iso: day))
        let range = try #require(profile.range(of: date))
        #expect(
          profile.active[range].allSatisfy {
            $0 == Int64(index + 1) * 3_600_000_000 + 1_800_000_000
          },
          "\(day)")
      }
    }
  }

  @Test("Dates that end in the year are not taken for a day later where only the year is another")
  func years() throws {
    let rows = ["31.01.2024", "01.02.2024", "01.02.2025", "02.02.2025"].map { day in
      "\(day),\(Self.row(24) { _ in day.suffix(1) + ".25" })\n"
    }
    let profile = try F.profile("date,\(Self.heading(24) { "p\($0 + 1)" })\n" + rows.joined())
    #expect(profile.dayCount == 369)
    let last = try #require(CalendarDate(iso: "2025-02-01"))
    let range = try #require(profile.range(of: last))
    #expect(profile.active[range].allSatisfy { $0 == 18_900_000_000 })
  }

  @Test(
    "A day no month has is told behind one that differs in nothing but its last digits",
    arguments: [
      ("2025-02-28", "2025-02-29"), ("2025-02-28", "2025-02-30"), ("2025-04-28", "2025-04-31"),
      ("2025-01-01", "2025-01-00"),
    ])
  func impossibleDates(_ last: String, _ next: String) {
    let heading = "date,\(Self.heading(24) { "p\($0 + 1)" })\n"
    let rows = [last, next, last].map { "\($0),\(Self.row(24) { _ in "2.5" })\n" }.joined()
    #expect(F.complaints(heading + rows).contains(next))
  }

  @Test("Quantities join in one profile, in any order of rows")
  func quantities() throws {
    let heading = "account,date,quantity,\(Self.heading(24) { "p\($0 + 1)" })\n"
    func row(_ account: String, _ day: Int, _ quantity: String, _ value: Int) -> String {
      "\(account),2026-01-0\(day),\(quantity),\(Self.row(24) { "\(value + $0)" })\n"
    }
    let joined =
      heading + row("A", 1, "kW", 0) + row("A", 1, "kvar", -10) + row("A", 2, "kW", 5)
      + row("A", 2, "kvar", 3) + row("B", 1, "kWh", 1)
    let apart =
      heading + row("B", 1, "电量", 1) + row("A", 2, "有功功率", 5) + row("A", 1, "有功功率", 0)
      + row("A", 2, "无功功率", 3) + row("A", 1, "kvarh", -10)
    let first = try LoadReader.read([F.file(joined, LoadFileOptions())])
    let second = try LoadReader.read([F.file(apart, LoadFileOptions())])
    #expect(first["A"]?.profile == second["A"]?.profile)
    #expect(first["B"]?.profile == second["B"]?.profile)
    let profile = try #require(first["A"]?.profile)
    #expect(profile.reactiveReverse?[0] == 36_000_000_000)
    #expect(profile.reactiveForward?[0] == 0)
    #expect(first["B"]?.profile?.reactiveForward == nil)
  }

  @Test(
    "Columns that do not make a day are refused",
    arguments: [
      (heading(97) { clock(15 * $0) }, "samples at the ends of 96 intervals"),
      (heading(95) { "p\($0 + 1)" }, "95 columns"),
      (heading(96) { "p\($0 == 50 ? 7 : $0 + 1)" }, "say the same"),
      (heading(96) { "p\($0 < 50 ? $0 + 1 : $0 + 2)" }, "does not fit there"),
      (heading(96) { "p\($0 + 2)" }, "does not fit there"),
      (heading(96) { clock(15 * $0 + 30) }, "25:"),
      (heading(96) { $0 == 40 ? "x,p41" : "p\($0 + 1)" }, "stands between"),
    ])
  func columns(_ columns: String, _ words: String) {
    let count = columns.split(separator: ",").count
    let complaint = F.complaints(
      "date,\(columns)\n2026-01-31,\(Self.row(count) { _ in "1" })\n")
    #expect(complaint.contains("load.csv:1:") || complaint.contains("load.csv:2:"), "\(complaint)")
    if words != "25:" { #expect(complaint.contains(words), "\(complaint)") }
  }

  @Test("Faults in rows are told with their cell")
  func faults() {
    let heading = "account,date,quantity,\(Self.heading(24) { "p\($0 + 1)" })\n"
    let good = Self.row(24) { _ in "1" }
    let text =
      heading + "A,2026-01-01,kW,\(Self.row(24) { $0 == 3 ? "x" : "1" })\n"
      + "A,2026-02-30,kW,\(good)\n" + "A,2026-01-02,kVA,\(good)\n" + "A,2026-01-03,kW,1,\(good)\n"
      + ",2026-01-04,kW,\(good)\n" + "1.23E+10,2026-01-04,kW,\(good)\n"
      + "A,2026-01-05,kW,\(Self.row(23) { _ in "1" })\n" + "A,2026-01-06 01:00,kW,\(good)\n"
    let complaint = F.complaints(text, LoadFileOptions())
    for words in [
      "load.csv:2:23: error: in column \"p4\"", "load.csv:3:3:", "load.csv:4:14: error: \"kVA\"",
      "load.csv:5:1: error: the row has 28 cells, the heading has 27", "load.csv:6:1:",
      "load.csv:7:1: error: the account number \"1.23E+10\"", "load.csv:8:1:", "load.csv:9:3:",
    ] { #expect(complaint.contains(words), "\(words)\n\(complaint)") }
  }

  @Test("A day twice: equal rows are kept once, different ones refused with both places")
  func doubled() throws {
    let heading = "date,\(Self.heading(24) { "p\($0 + 1)" })\n"
    let row = "2026-01-31,\(Self.row(24) { "\($0)" })\n"
    let other = "2026-01-31,\(Self.row(24) { $0 == 9 ? "99" : "\($0)" })\n"
    let collection = try LoadReader.read([F.file(heading + row + row)])
    #expect(collection.findings.map(\.code) == [.repeated])
    #expect(collection.findings[0].count == 24)
    let complaint = F.complaints(heading + row + other)
    #expect(complaint.contains("load.csv:3:30: error"), "\(complaint)")
    #expect(complaint.contains("9 and 99; the first stands at load.csv:2:30"), "\(complaint)")
  }

  @Test("A fault in one account leaves the others alone")
  func isolation() throws {
    let heading = "account,date,\(Self.heading(24) { "p\($0 + 1)" })\n"
    let text =
      heading + "A,2026-01-31,\(Self.row(24) { _ in "1" })\n"
      + "B,2026-01-31,\(Self.row(24) { _ in "?" })\n"
    let collection = try LoadReader.collect([F.file(text, LoadFileOptions())])
    #expect(collection["A"]?.profile != nil)
    #expect(collection["B"]?.profile == nil)
    #expect(collection["B"]?.findings.allSatisfy { $0.severity == .error } == true)
    #expect(collection["C"] == nil)
    #expect(throws: (any Error).self) { try LoadReader.read([F.file(text, LoadFileOptions())]) }
  }

  @Test("Several files of one account are joined; different lengths or values are errors")
  func files() throws {
    func file(_ name: String, _ count: Int, _ day: Int, _ value: Int) -> LoadFile {
      let text =
        "account,date,\(Self.heading(count) { "p\($0 + 1)" })\n"
        + "A,2026-01-0\(day),\(Self.row(count) { _ in "\(value)" })\n"
      return LoadFile(name: name, bytes: Array(text.utf8))
    }
    let joined = try LoadReader.read([file("b.csv", 24, 3, 2), file("a.csv", 24, 1, 1)])
    let profile = try #require(joined["A"]?.profile)
    #expect(profile.firstDay.description == "2026-01-01")
    #expect(profile.dayCount == 3)
    #expect(F.kilowattHours(profile) == "72")
    #expect(joined.findings.map(\.code) == [.missing])
    let lengths = F.complaints([file("a.csv", 24, 1, 1), file("b.csv", 48, 2, 1)])
    #expect(lengths.contains("intervals of 30 min here and of 60 min in a.csv"), "\(lengths)")
    let values = F.complaints([file("a.csv", 24, 1, 1), file("b.csv", 24, 1, 2)])
    #expect(values.contains("b.csv:2:14"), "\(values)")
    #expect(values.contains("the first stands at a.csv:2:14"), "\(values)")
  }
}
