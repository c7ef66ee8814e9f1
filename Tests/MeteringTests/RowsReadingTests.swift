import Documents
import Quantities
import TestSupport
import Testing
import Use

@testable import Metering

@Suite("Rows with lengths, numbers and sums of their own")
struct RowsReadingTests {
  typealias F = LoadFixture
  typealias R = RowsFixture

  @Test("Quarter hours until noon and half hours from then on: 48 × 1 + 24 × 2 = 96 kWh")
  func mixed() throws {
    let rows =
      F.day("2024-01-01", stamps: 0...47)
      + F.day("2024-01-01", stamps: 24...47, step: 30) { _ in "2" }
    let read = try R.read("timestamp,kWh\n" + rows)
    let readings = try #require(read.series.first).readings
    #expect(
      readings.map(\.seconds) == Array(repeating: 900, count: 48)
        + Array(repeating: 1800, count: 24))
    #expect(R.kilowattHours(read.series.first) == "96")
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $1.start == $0.end })
    // 2 kW over a half hour are 1 kWh.
    #expect(R.kilowattHours(try R.read("timestamp,kW\n" + rows).series.first) == "36")
  }

  @Test("End stamps reach back to the end before: half hours from noon on")
  func mixedEnds() throws {
    let rows =
      F.day("2024-01-01", stamps: 1...48)
      + F.day("2024-01-01", stamps: 25...48, step: 30) { _ in "2" }
    let readings = try #require(try R.read("timestamp_end,kWh\n" + rows).series.first).readings
    #expect(readings[47].seconds == 900 && readings[48].seconds == 1800)
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $1.start == $0.end })
  }

  @Test("A gap is no longer interval: the rows beside it keep their 15 minutes")
  func gap() throws {
    let rows = F.day("2024-01-01", stamps: 0...19) + F.day("2024-01-01", stamps: 21...95)
    let repairs = LoadRepairs.skipping
    let readings = try #require(
      try R.read("timestamp,kWh\n" + rows, repairs: repairs).series.first
    ).readings
    #expect(readings.count == 95 && readings.allSatisfy { $0.seconds == 900 })
  }

  @Test("Stamps that drift by 3 s a row keep their moments, and their intervals are 15 minutes")
  func drift() throws {
    let rows = (0..<96).map { index in
      let seconds = index * 903
      return
        "2024-01-01 \(F.pad(seconds / 3600)):\(F.pad(seconds / 60 % 60)):\(F.pad(seconds % 60)),1\n"
    }
    let text = "timestamp,kWh\n" + rows.joined()
    #expect(try R.reasons(text) == [.offGrid])
    let readings = try #require(try R.read(text).series.first).readings
    #expect(readings.allSatisfy { $0.seconds == 900 })
    #expect(readings[95].start - readings[0].start == 95 * 903)
  }

  @Test(
    "Ends written as the last minute or second of an interval: 23:59 is 24:00",
    arguments: ["timestamp_end", "时间"])
  func inclusiveEnds(_ heading: String) throws {
    for (suffix, lack) in [("", 1), (":59", 1)] {
      let rows = (1...96).map { slot in
        let minutes = slot * 15 - lack
        return "2024-01-01 \(F.pad(minutes / 60)):\(F.pad(minutes % 60))\(suffix),1\n"
      }
      let read = try R.read("\(heading),kWh\n" + rows.joined())
      let readings = try #require(read.series.first).readings
      #expect(R.clock(readings[0], .utc) == "2024-01-01T00:00")
      #expect(readings.count == 96 && readings[95].end - readings[0].start == 86_400)
      #expect(read.notes.contains { $0.text.contains("23:59 was read as 24:00") })
    }
  }

  @Test("A column of ends gives the length: 00:00 to 00:14 is a quarter of an hour")
  func endColumn() throws {
    let text =
      "DATE,START TIME,END TIME,IMPORT (kWh),EXPORT (kWh)\n"
      + "2024-01-01,00:00,00:14,1,0.25\n2024-01-01,00:15,00:29,2,0.5\n"
      + "2024-01-01,23:00,23:59,4,0\n"
    let read = try R.read(text)
    #expect(read.series.map(\.direction) == [.imported, .exported])
    #expect(read.series.map { R.kilowattHours($0) } == ["7", "0.75"])
    #expect(read.series[0].readings.map(\.seconds) == [900, 900, 3600])
  }

  @Test("Reactive energy of both signs is two series: 3 drawn, 1 fed back")
  func reactive() throws {
    let text =
      "timestamp,kWh,EXPORT kWh,kvarh\n2024-01-01 00:00,1,0,3\n2024-01-01 00:15,1,0,-1\n"
    let series = try R.read(text).series
    #expect(series.map { R.kilowattHours($0) } == ["2", "0", "3", "1"])
    #expect(series[2].unit == "kvarh" && series[2].direction == .imported)
    #expect(series[3].measure == .reactiveEnergy && series[3].direction == .exported)
  }

  @Test("A decimal comma is read where the whole column proves it: 1,5 + 2,25 = 3.75")
  func comma() throws {
    for separator in [";", "\t"] {
      let text =
        "timestamp\(separator)kWh\n2024-01-01 00:00\(separator)1,5\n"
        + "2024-01-01 00:15\(separator)2,25\n2024-01-01 00:30\(separator)\n"
      #expect(R.kilowattHours(try R.read(text).series.first) == "3.75")
      // Three digits may be thousands, and a single point or whole number proves nothing.
      let thousands = text.replacing("1,5", with: "1,500").replacing("2,25", with: "2,250")
      #expect(try R.reasons(thousands).isEmpty)
      #expect(F.complaints(thousands).contains("1,500"))
      #expect(try R.reasons(text.replacing("2,25", with: "2.25")).isEmpty)
      #expect(try R.reasons(text.replacing("2,25", with: "2")).isEmpty)
    }
  }

  @Test(
    "Declared styles of numbers are read strictly",
    arguments: [
      (NumberStyle.comma, "1234,5", "1234.5"), (.comma, "1.234,5", nil), (.comma, "1,2,3", nil),
      (.groupedByPoints, "1.234,5", "1234.5"), (.groupedByPoints, "12.345", "12345"),
      (.groupedByPoints, "1.23,5", nil), (.groupedByPoints, "1234,5", "1234.5"),
      (.groupedByCommas, "1,234.5", "1234.5"), (.groupedByCommas, "12,345", "12345"),
      (.groupedByCommas, "1,234,567.25", "1234567.25"), (.groupedByCommas, "12,34", nil),
      (.groupedByCommas, ",123", nil), (.groupedByCommas, "1,234.5.6", nil),
      (.groupedByCommas, "1 234.5", nil), (.groupedByCommas, "1'234.5", nil),
      (.groupedByCommas, "--", "0"),
    ] as [(NumberStyle, String, String?)])
  func styles(_ style: NumberStyle, _ written: String, _ expected: String?) throws {
    let text =
      "timestamp,kWh\n2024-01-01 00:00,\"\(written)\"\n2024-01-01 00:15,0\n"
    let read = try R.read(text, LoadFileOptions(account: "A", numbers: style))
    if let expected {
      #expect(R.kilowattHours(read.series.first) == expected)
      #expect(read.findings.isEmpty)
    } else {
      #expect(read.findings.map { $0.place?.description } == ["load.csv:2:19"])
      #expect(read.findings.first?.text.contains(style.rawValue) == true)
    }
  }

  @Test("The list of files names the style of numbers, and flags stand over it")
  func listed() throws {
    let list = try LoadFileList(
      SourceText(file: "files.csv", text: "file,numbers\na.csv,\"1.234,5\"\nb.csv,1234.5\nc.csv,\n")
    )
    #expect(
      ["a.csv", "b.csv", "c.csv"].map { list.options(of: $0).numbers } == [
        .groupedByPoints, .point, nil,
      ])
    let flags = LoadFileOptions(numbers: .comma)
    #expect(list.options(of: "a.csv").overridden(by: flags).numbers == .comma)
    #expect(throws: DiagnosticsError.self) {
      _ = try LoadFileList(SourceText(file: "files.csv", text: "file,numbers\na.csv,1 234\n"))
    }
  }

  @Test("A sum below the data is checked: 96 agrees, 97 is told with both figures")
  func sums() throws {
    let rows = "timestamp,kWh\n" + F.day("2024-01-01")
    for (word, printed) in [("合计", "96"), ("Total:", "96.0"), ("总计", "96.00")] {
      let read = try R.read("\(rows)\(word),\(printed)\n平均,1\n")
      #expect(read.findings.isEmpty)
      #expect(read.notes.contains { $0.text.contains("the sum \(printed) below column") })
      #expect(R.kilowattHours(read.series.first) == "96")
    }
    let read = try R.read(rows + "合计,97\n")
    let finding = try #require(read.findings.first)
    #expect(finding.code == .sumCheck && finding.severity == .warning)
    #expect(finding.text.contains("is 97, but its values add up to 96"))
    #expect(finding.place?.description == "load.csv:98:4")
    // A rounded sum agrees.
    let halves = "timestamp,kWh\n" + F.day("2024-01-01") { $0 == 0 ? "1.4" : "1" }
    #expect(try R.read(halves + "合计,96\n").findings.isEmpty)
  }

  @Test("Rows at fault become gaps where that is asked, and are told once with the first place")
  func skipping() throws {
    let rows = F.day("2024-01-01") { $0 == 3 ? "x" : $0 == 4 ? "NaN" : "1" }
    let text = "timestamp,kWh\n" + rows + "2024-02-31 00:00,1\n"
    let read = try R.read(text, repairs: .skipping)
    #expect(R.kilowattHours(read.series.first) == "94")
    let finding = try #require(read.findings.first)
    #expect(read.findings.count == 1 && finding.count == 3)
    #expect(finding.code == .unreadable && finding.severity == .warning)
    #expect(finding.place?.description == "load.csv:5:18")
    #expect(finding.text.contains("3 rows or cells") && finding.text.contains("\"x\""))
  }

  @Test("Accounts are series of their own; a shortened number is refused")
  func accounts() throws {
    let text =
      "account,timestamp,kWh\n1,2024-01-01T00:00Z,1\n2,2024-01-01T00:00Z,2\n"
      + "1,2024-01-01T00:15Z,4\n2,2024-01-01T00:15Z,8\n3.30001E+12,2024-01-01T00:15Z,8\n"
    let read = try R.read(text, LoadFileOptions())
    #expect(read.series.prefix(2).map(\.meter) == ["1", "2"])
    #expect(read.series.prefix(2).map { R.kilowattHours($0) } == ["5", "10"])
    #expect(read.findings.contains { $0.text.contains("lost its last digits") })
  }

  @Test("Numbers finer than a millijoule are rounded half away from zero and counted, both ways")
  func rounding() throws {
    // 3.077755525 kWh are 11 079 919 890 mJ exactly; a tenth of a nanowatt-hour is 0.36 mJ.
    let text = { (first: String) in
      "timestamp,kWh\n2024-01-01 00:00,\(first)\n2024-01-01 00:15,1\n"
    }
    for (written, millijoules, isRounded) in [
      ("3.077755525", 11_079_919_890, false), ("0.0000000001", 0, true),
      ("0.0000000002", 1, true), ("0.00000000013888", 0, true), ("0.00000000013889", 1, true),
    ] as [(String, Int64, Bool)] {
      let collection = try LoadReader.read([F.file(text(written))])
      let account = collection.accounts[0]
      #expect(account.profile?.active[0] == millijoules)
      let told = account.findings.filter { $0.text.contains("finer than a millijoule") }
      #expect(told.map(\.count) == (isRounded ? [1] : []))
      #expect(told.allSatisfy { $0.severity == .info && $0.code == .unreadable })
      let read = try R.read(text(written), repairs: .skipping)
      #expect(read.series[0].readings[0].energy == millijoules)
      #expect(read.findings.map(\.count) == (isRounded ? [1] : []))
    }
    // 17 digits are what a binary number prints, however far behind the point; 18 are not.
    let printed = try LoadReader.read([F.file(text("0.028999999999999998"))])
    #expect(printed.accounts[0].profile?.active[0] == 104_400_000)
    #expect(F.complaints(text("0.0289999999999999981")).contains("more than 15 digits"))
  }

  @Test("Both ways read the same from the same rows, oldest or newest first", arguments: 0..<8)
  func agreement(_ round: Int) throws {
    var random = SplitMix64(seed: UInt64(2026 + round))
    let step = [15, 30, 60, 5][round % 4]
    let isEnd = round >= 4
    let slots = 1440 / step
    var rows: [String] = []
    for day in 1...3 {
      for slot in 0..<slots {
        let minutes = (slot + (isEnd ? 1 : 0)) * step
        let value = Int.random(in: 0...9_999_999, using: &random)
        rows.append(
          "2026-01-0\(day) \(F.pad(minutes / 60)):\(F.pad(minutes % 60)),\(value / 1000).\(value % 1000),\(value % 77)\n"
        )
      }
    }
    if round % 2 == 1 { rows.reverse() }
    let text = (isEnd ? "timestamp_end" : "timestamp") + ",kw,kvar\n" + rows.joined()
    let profile = try F.profile(text)
    let series = try R.read(text, repairs: .skipping).series
    let first = Int64(profile.firstDay.dayNumber) * 86_400
    for (values, channel) in [
      (profile.active, series[0]), (profile.reactiveForward ?? [], series[1]),
    ] {
      #expect(channel.readings.count == values.count)
      for reading in channel.readings {
        let slot = Int(reading.start - first) / (step * 60)
        #expect(reading.energy == values[slot], "seed \(2026 + round), slot \(slot)")
      }
    }
  }

  @Test("Nothing that is cut or overwritten anywhere makes the reader trap", arguments: 0..<12)
  func fuzz(_ round: Int) throws {
    var random = SplitMix64(seed: UInt64(77 + round))
    let texts = [
      "timestamp,kWh\n" + F.day("2024-11-03", stamps: 0...20),
      "date,hour,kWh\n2024-11-03,1,4\n2024-11-03,2,4\n2024-11-03,2*,4\n2024-11-03,3,4\n",
      "时间,正向有功总示数,倍率\n2024-01-01 00:00,99.5,20\n2024-01-01 00:15,00.5,20\n",
      "timestamp;kWh\n2024-01-01T00:00+08:00;1,5\n2024-01-01T00:15+08:00;1,25\n合计;2,75\n",
    ]
    let original = Array(texts[round % texts.count].utf8)
    let letters = Array("0189-+:.,;T \n\"*Z户".utf8)
    for _ in 0..<150 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          letters.randomElement(using: &random) ?? 48
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      for zone in [nil, "America/New_York"] {
        let options = LoadFileOptions(account: "A", stamps: .end, zone: zone)
        var file = LoadFile(name: "fuzz.csv", bytes: bytes, options: options)
        file.repairs.netsNegatives = true
        do throws(DiagnosticsError) {
          let text = try LoadText.open(file)
          guard case .rows(let plan) = try LoadPlanner.route(text, file) else { continue }
          let read = try TableSeriesReader.read(text, plan, file: file)
          #expect(read.series.allSatisfy { !$0.readings.isEmpty })
        } catch {
          #expect(error.diagnostics.allSatisfy { $0.file == "fuzz.csv" && !$0.message.isEmpty })
        }
      }
    }
  }
}

extension LoadRepairs {
  /// Rows at fault become gaps.
  static var skipping: LoadRepairs {
    var repairs = LoadRepairs()
    repairs.skipsBadRows = true
    return repairs
  }
}
