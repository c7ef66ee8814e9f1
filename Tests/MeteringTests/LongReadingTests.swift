import Metering
import Quantities
import Testing
import Use

@Suite("Long files")
struct LongReadingTests {
  typealias F = LoadFixture

  @Test(
    "The unit stands in the heading, and the energy of an interval is exact",
    arguments: [
      ("timestamp,kWh", "0.000001", 3600), ("timestamp,kw", "0.000001", 900),
      ("timestamp,kW", "1", 900_000_000), ("timestamp,Load (W)", "1", 900_000),
      ("timestamp,MW", "0.5", 450_000_000_000), ("timestamp,MWh", "0.25", 900_000_000_000),
      ("timestamp,Wh", "1", 3_600_000), ("时间,电量", "1", 3_600_000_000),
      ("时间,负荷", "1", 900_000_000), ("数据时间,有功功率(kW)", "1.25", 1_125_000_000),
      ("采集时间,电量（Wh）", "1", 3_600_000), ("datetime,IMPORT (kWh)", "+2.50", 9_000_000_000),
      ("timestamp,kJ", "0.000001", 1),
    ])
  func units(_ heading: String, _ number: String, _ millijoules: Int64) throws {
    let profile = try F.profile("\(heading)\n" + F.day("2026-01-31") { _ in number })
    #expect(profile.intervalSeconds == 900)
    #expect(profile.active == Array(repeating: millijoules, count: 96))
    #expect(profile.reactiveForward == nil)
  }

  @Test(
    "Stamps are read in every usual form",
    arguments: [
      ("2026-01-31 00:15", "2026-01-31 00:30"), ("2026-01-31T00:15", "2026-01-31T00:30"),
      ("2026-01-31 00:15:00", "2026-01-31 00:30:00"), ("2026/1/31 0:15", "2026/1/31 0:30"),
      ("31/01/26 0:15", "31/01/26 0:30"), ("31-01-2026 00:15", "31-01-2026 00:30"),
      ("01/31/2026 00:15", "01/31/2026 00:30"), ("31.01.2026 00:15", "31.01.2026 00:30"),
      ("20260131 00:15", "20260131 00:30"),
    ])
  func forms(_ first: String, _ second: String) throws {
    let profile = try F.profile("timestamp,kwh\n\(first),1\n\(second),2\n")
    #expect(profile.firstDay.description == "2026-01-31")
    #expect(profile.active[1] == 3_600_000_000)
    #expect(profile.active[2] == 7_200_000_000)
    #expect(profile.active[0] == LoadProfile.missing)
  }

  @Test(
    "Intervals of 1, 5, 10, 15, 30 and 60 minutes are recognised",
    arguments: [1, 5, 10, 15, 30, 60])
  func lengths(_ minutes: Int) throws {
    let day = F.day("2026-01-31", stamps: 0...(1440 / minutes - 1), step: minutes)
    let profile = try F.profile("timestamp,kwh\n\(day)")
    #expect(profile.intervalSeconds == minutes * 60)
    #expect(F.kilowattHours(profile) == "\(1440 / minutes)")
    let ends = F.day("2026-01-31", stamps: 1...(1440 / minutes), step: minutes)
    #expect(try F.profile("timestamp_end,kwh\n\(ends)") == profile)
    #expect(try F.profile("date,kwh\n\(ends)") == profile)
    #expect(try F.profile("时间,kwh\n\(day)") == profile)
  }

  @Test(
    "Numbers of any length are read as they stand, wherever one follows another",
    arguments: ["\n", "\r\n"])
  func changingLengths(_ end: String) throws {
    // Quarter-hour kilowatts in thousandths, so that 1 is 900,000 mJ.
    let numbers: [(text: String, thousandths: Int64)] = [
      ("9.99", 9990), ("10.00", 10_000), ("100.5", 100_500), ("7", 7000), ("8", 8000),
      ("0.125", 125), ("12345.6", 12_345_600), ("1234567", 1_234_567_000), ("0", 0),
      ("99.999", 99_999), ("99.998", 99_998), ("00012.5", 12_500), ("123456.789", 123_456_789),
    ]
    for shift in 0..<numbers.count {
      let text = (0..<96).map { numbers[($0 * $0 + shift) % numbers.count].text }
      let expected = (0..<96).map {
        numbers[($0 * $0 + shift) % numbers.count].thousandths * 900_000
      }
      let rows = ["2026-01-30", "2026-01-31"].map { F.day($0) { text[$0] } }.joined()
      let long = ("timestamp,kW\n" + rows).replacing("\n", with: end)
      #expect(try F.profile(long).active == expected + expected, "\(shift)")
      let cells = text.joined(separator: ",")
      let wide = (["2026-01-30", "2026-01-31", "2026-02-01"].map { "\($0),\(cells)\n" }).joined()
      let heading = (0..<96).map { "\(F.pad($0 / 4)):\(F.pad($0 % 4 * 15))" }
      let table = ("date,\(heading.joined(separator: ","))\n" + wide).replacing("\n", with: end)
      #expect(try F.profile(table).active == expected + expected + expected, "\(shift)")
    }
  }

  @Test(
    "A byte beside the point, where the point of the row before was, is no point",
    arguments: [",", "-", "/", "*", "+", "'", ")", "x", " "])
  func noPoint(_ mark: String) {
    let rows = F.day("2026-01-30") { $0 == 40 ? "12\(mark)50" : "12.50" }
    let long = "timestamp;kW\n" + rows.replacing(",", with: ";").replacing("12;50", with: "12,50")
    #expect(!F.complaints(long).isEmpty)
    let cells = (0..<96).map { $0 == 40 ? "12\(mark)50" : "12.50" }.joined(separator: ";")
    let heading = (0..<96).map { "\(F.pad($0 / 4)):\(F.pad($0 % 4 * 15))" }
    #expect(!F.complaints("date;\(heading.joined(separator: ";"))\n2026-01-30;\(cells)\n").isEmpty)
  }

  @Test("A load of 12,000 MW is too large even among numbers of as many digits")
  func tooLargeInRun() {
    let rows = F.day("2026-01-30") { $0 == 40 ? "12000" : "09000" }
    #expect(F.complaints("timestamp,MW\n" + rows).contains("load.csv:42:"))
  }

  @Test("Stamps of the end go on to 24:00 and into the next day, and none stands twice")
  func endsInRuns() throws {
    let days = ["2026-01-30", "2026-01-31", "2026-02-01"].map {
      F.day($0, stamps: 1...96) { "\($0 + 100)" }
    }
    let profile = try F.profile("timestamp_end,kW\n" + days.joined())
    let expected = (1...96).map { Int64($0 + 100) * 900_000_000 }
    #expect(profile.active == expected + expected + expected)
    let twice = days.joined().replacing("2026-01-30 12:15,149", with: "2026-01-30 12:00,149")
    #expect(F.complaints("timestamp_end,kW\n" + twice).contains("2026-01-30 12:00"))
  }

  @Test("A row that breaks off a day's run is told of, and the run before it is kept to its slots")
  func brokenRun() throws {
    let day = F.day("2026-01-30") { "\($0 + 100)" }
    // The row of 12:00 is left out: slot 48 is missing, 49 is the row after it.
    let without = day.replacing("2026-01-30 12:00,148\n", with: "")
    let profile = try F.profile("timestamp,kW\n" + without + F.day("2026-01-31") { _ in "100" })
    #expect(profile.active[47] == 147 * 900_000_000)
    #expect(profile.active[48] == LoadProfile.missing)
    #expect(profile.active[49] == 149 * 900_000_000)
    let twice = day.replacing("12:15,149\n", with: "12:00,149\n")
    #expect(F.complaints("timestamp,kW\n" + twice).contains("2026-01-30 12:00"))
  }

  @Test("Midnight as the end of a day is written in three ways, which mean the same")
  func midnights() throws {
    let rows = F.day("2026-01-30", stamps: 1...95) { "\($0)" }
    let next = F.day("2026-01-31", stamps: 1...95) { "\($0)" }
    func file(_ midnight: String, _ last: String) -> String {
      "date,kwh\n\(rows)\(midnight) 0:00,96\n\(next)\(last) 0:00,96\n"
    }
    let nextDate = try F.profile(file("2026-01-31", "2026-02-01"))
    let sameDate = try F.profile(file("2026-01-30", "2026-01-31"))
    let named = try F.profile("date,kwh\n\(rows)2026-01-30 24:00,96\n\(next)2026-01-31 24:00,96\n")
    #expect(nextDate == sameDate)
    #expect(nextDate == named)
    #expect(nextDate.firstDay.description == "2026-01-30")
    #expect(nextDate.active[95] == 96 * 3_600_000_000)
    // Newest first, the same rows prove the same.
    let lines = file("2026-01-30", "2026-01-31").split(separator: "\n")
    let reversed = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    #expect(try F.profile(reversed) == sameDate)
  }

  @Test("Stamps that leave open what they mark are asked about")
  func open() throws {
    let text = "date,kwh\n" + F.day("2026-01-31", stamps: 2...80)
    let complaint = F.complaints(text)
    #expect(complaint.contains("load.csv:2:1"))
    #expect(complaint.contains("--stamps start or --stamps end"))
    #expect(complaint.contains("files.csv"))
    let starts = try F.profile(text, LoadFileOptions(account: "A", stamps: .start))
    let ends = try F.profile(text, LoadFileOptions(account: "A", stamps: .end))
    #expect(Array(starts.active[2...80]) == Array(ends.active[1...79]))
    // The heading of the contract declares starts, whatever the first stamp is.
    #expect(try F.profile(text.replacing("date", with: "timestamp")) == starts)
  }

  @Test("Day and month are told apart only by proof")
  func order() throws {
    let open = "timestamp,kwh\n01/02/2026 00:00,1\n01/02/2026 00:15,1\n"
    #expect(F.complaints(open).contains("--date-order dmy or mdy"))
    let day = try F.profile(open, LoadFileOptions(account: "A", dateOrder: .dayFirst))
    #expect(day.firstDay.description == "2026-02-01")
    let month = try F.profile(open, LoadFileOptions(account: "A", dateOrder: .monthFirst))
    #expect(month.firstDay.description == "2026-01-02")
    let both = "timestamp,kwh\n13/02/2026 00:00,1\n02/13/2026 00:15,1\n"
    #expect(F.complaints(both).contains("contradict each other"))
    // Read with the year first these are three days, not the 18ths of three years.
    let short = "timestamp,kwh\n18/01/01 00:00,1\n18/01/02 00:00,1\n18/01/02 00:15,1\n"
    #expect(F.complaints(short).contains("--date-order ymd or dmy"))
    let years = try F.profile(short, LoadFileOptions(account: "A", dateOrder: .yearFirst))
    #expect(years.firstDay.description == "2018-01-01")
    #expect(years.dayCount == 2)
  }

  @Test("Reactive energy: signed in one column, or in two")
  func reactive() throws {
    let signed = try F.profile("timestamp,kw,kvar\n" + F.day("2026-01-31") { "8,\($0 - 40)" })
    let apart = try F.profile(
      "timestamp,kw,Lagging kvar,Leading kvar\n"
        + F.day("2026-01-31") { "8,\(max($0 - 40, 0)),\(max(40 - $0, 0))" })
    #expect(signed == apart)
    #expect(signed.reactiveReverse?[0] == 36_000_000_000)
    #expect(signed.reactiveForward?[41] == 900_000_000)
  }

  @Test(
    "Words and empty cells are missing values and are counted",
    arguments: ["", "-", "--", "N/A", "NA", "#N/A", "NULL", "null", "无", "缺", "\"\"", " "])
  func missing(_ word: String) throws {
    let collection = try LoadReader.read([
      F.file("timestamp,kwh\n" + F.day("2026-01-31") { $0 == 7 ? word : "1" })
    ])
    let account = collection.accounts[0]
    #expect(account.profile?.active[7] == LoadProfile.missing)
    #expect(account.findings.map(\.code) == [.missing])
    #expect(account.findings[0].count == 1)
    #expect(account.findings[0].text.contains("1 empty cell"))
  }

  @Test(
    "What is no number is refused with its place",
    arguments: [
      ("1,5", "cells"), ("1e3", "exponent"), ("NaN", "leave the cell empty"), ("1.", "Q01"),
      (".5", "Q01"), ("1 000", "blank"), ("0x10", "Q01"), ("1.2.3", "Q01"), ("12kW", "unit: 12"),
      ("-0.5", "Q09"), ("10000000", "10 GW"), ("99999999999999999999999", "10 GW"),
      ("0.123456789012345678", "15 digits"), ("+", "Q01"), ("=1+1", "Q01"),
    ])
  func refusals(_ text: String, _ words: String) {
    let complaint = F.complaints("timestamp,kw\n" + F.day("2026-01-31") { $0 == 5 ? text : "1" })
    #expect(complaint.contains("load.csv:7:"), "\(complaint)")
    #expect(complaint.contains(words), "\(complaint)")
  }

  @Test("All faults are told at once, up to a hundred, and then counted")
  func many() {
    let complaint = F.complaints(
      "timestamp,kw\n" + F.day("2026-01-30") { _ in "x" } + F.day("2026-01-31") { _ in "y" })
    #expect(complaint.split(separator: "\n").filter { $0.contains("is not a number") }.count == 100)
    #expect(complaint.contains("92 more faults"))
  }

  @Test("A cell with quotes, blanks or doubled quotes is the cell without them")
  func quotes() throws {
    let plain = try F.profile("timestamp,kw\n" + F.day("2026-01-31") { "\($0)" })
    let quoted = try F.profile("\"timestamp\", kw\r\n" + F.day("2026-01-31") { " \"\($0)\" " })
    #expect(plain == quoted)
  }

  @Test("Rows in any order give the same profile, with a note")
  func sorting() throws {
    let rows = F.day("2026-01-30") { "\($0)" } + F.day("2026-01-31") { "\(2 * $0)" }
    let lines = rows.split(separator: "\n").map(String.init)
    let sorted = try F.profile("timestamp,kw\n" + rows)
    let collection = try LoadReader.read([
      F.file("timestamp,kw\n" + lines.reversed().joined(separator: "\n"))
    ])
    #expect(collection.accounts[0].profile == sorted)
    #expect(collection.findings.map(\.code) == [.unsorted])
  }

  @Test("A stamp twice: equal values are kept once, different ones refused with both places")
  func doubled() throws {
    let rows = "timestamp,kw\n" + F.day("2026-01-31") { "\($0)" }
    let collection = try LoadReader.read([F.file(rows + "2026-01-31 01:00,4\n")])
    #expect(Set(collection.findings.map(\.code)) == [.repeated, .unsorted])
    #expect(collection.accounts[0].profile == (try F.profile(rows)))
    let complaint = F.complaints(rows + "2026-01-31 01:00,5\n")
    #expect(complaint.contains("load.csv:98:1"))
    #expect(complaint.contains("4 and 5; the first stands at load.csv:6:1"))
    // An empty cell contradicts a value: neither may win in silence.
    #expect(F.complaints(rows + "2026-01-31 01:00,\n").contains("Q04"))
  }

  @Test("Stamps off the grid and a clock set back are errors; other lengths are told")
  func grid() throws {
    let rows = "timestamp,kw\n" + F.day("2026-01-30") { "\($0)" }
    #expect(F.complaints(rows + "2026-01-31 00:07,5\n").contains("Q08"))
    let mixed = rows + F.day("2026-01-31", stamps: 0...23, step: 60)
    let hourly = "timestamp,kw\n" + F.day("2026-01-30", stamps: 0...23, step: 60)
    for text in [mixed, hourly + F.day("2026-01-31")] {
      let findings = try LoadReader.read([F.file(text)]).findings
      #expect(findings.contains { $0.code == .mixedLengths && $0.severity == .warning })
    }
    let back = F.day("2026-10-25", stamps: 0...11) + F.day("2026-10-25", stamps: 8...95)
    #expect(F.complaints("timestamp,kw\n" + back).contains("Q21"))
  }

  @Test("24:00 cannot start an interval")
  func endOfDay() {
    let text = "timestamp,kw\n" + F.day("2026-01-31", stamps: 0...95) + "2026-01-31 24:00,1\n"
    let complaint = F.complaints(text, LoadFileOptions(account: "A", stamps: .start))
    #expect(complaint.contains("24:00 ends a day"))
  }

  @Test("The multiplier is applied where the options say so, and a printed one never by itself")
  func multiplier() throws {
    let text = "timestamp,kw\n" + F.day("2026-01-31") { "0.0\($0 % 10)" }
    let secondary = try F.profile(
      text, LoadFileOptions(account: "A", multiplier: try Rate("2000")))
    #expect(secondary.active[5] == 2000 * 45_000_000)
    let printed = "timestamp,倍率,kw\n" + F.day("2026-01-31") { _ in "2000,1" }
    #expect(F.complaints(printed).contains("multiplier 1 if they are primary-side"))
    #expect(
      F.complaints(printed, LoadFileOptions(account: "A", multiplier: try Rate("100")))
        .contains("but 100 was given"))
    let once = try F.profile(printed, LoadFileOptions(account: "A", multiplier: .one))
    #expect(F.kilowattHours(once) == "24")
    // A third of a hundredth of a kilowatt is no whole number of millijoules; nine in ten values
    // are none, and each is counted.
    let third = LoadFileOptions(account: "A", multiplier: try Rate("0.333333333333"))
    let rounded = try LoadReader.read([F.file(text, third)]).findings
    #expect(rounded.map(\.text).contains { $0.contains("86 values of account A are finer") })
  }

  @Test("The unit given from outside stands over the heading's")
  func unit() throws {
    let text = "timestamp,value\n" + F.day("2026-01-31")
    #expect(F.complaints(text).contains("--unit kW or --unit kWh"))
    #expect(
      F.kilowattHours(try F.profile(text, LoadFileOptions(account: "A", unit: .kilowatt))) == "24")
    let collection = try LoadReader.read([
      F.file(
        "timestamp,kW\n" + F.day("2026-01-31") { _ in "500000" },
        LoadFileOptions(account: "A", unit: .watt))
    ])
    #expect(F.kilowattHours(try #require(collection.accounts[0].profile)) == "12000")
    #expect(collection.files[0].notes.contains { $0.text.contains("though the heading is \"kW\"") })
  }
}
