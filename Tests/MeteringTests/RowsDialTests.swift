import Documents
import Quantities
import TestSupport
import Testing
import Use

@testable import Metering

@Suite("Dial readings")
struct RowsDialTests {
  typealias F = LoadFixture
  typealias R = RowsFixture

  @Test("97 readings of 0.01 apart with 倍率 2000 are 96 intervals of 20 kWh, both orders")
  func differences() throws {
    let rows = (0...96).map { index in
      let minutes = index * 15
      let day = index == 96 ? "2024-01-02" : "2024-01-01"
      let clock = "\(F.pad(minutes / 60 % 24)):\(F.pad(minutes % 60))"
      return "\(day) \(clock),\(1234 + (56 + index) / 100).\(F.pad((56 + index) % 100)),2000\n"
    }
    for rows in [rows, rows.reversed()] {
      let read = try R.read("日期时间,正向有功总示数,倍率\n" + rows.joined())
      let series = try #require(read.series.first)
      #expect(series.readings.count == 96)
      #expect(series.readings.allSatisfy { $0.energy == 20 * 3_600_000_000 && $0.seconds == 900 })
      #expect(R.kilowattHours(series) == "1920")
      #expect(series.measure == .activeEnergy && series.direction == .imported)
      #expect(read.findings.isEmpty)
    }
  }

  @Test("The multiplier is applied once: of the column, or the user's where there is no column")
  func multiplier() throws {
    let rows = "2024-01-01 00:00,10\n2024-01-01 00:15,11\n2024-01-01 00:30,13\n"
    #expect(R.kilowattHours(try R.read("时间,示数\n" + rows).series.first) == "3")
    let given = LoadFileOptions(account: "A", multiplier: try Rate("40"))
    #expect(R.kilowattHours(try R.read("时间,示数\n" + rows, given).series.first) == "120")
    let column = "时间,示数,倍率\n" + rows.replacing("\n", with: ",40\n")
    #expect(R.kilowattHours(try R.read(column).series.first) == "120")
    #expect(R.kilowattHours(try R.read(column, given).series.first) == "120")
    let other = LoadFileOptions(account: "A", multiplier: try Rate("50"))
    #expect(
      R.complaints(R.file(column, other)).contains("says 40, but the multiplier 50 was given"))
    let changed = column.replacing("13,40", with: "13,60")
    #expect(R.complaints(R.file(changed)).contains("changes from 40 to 60"))
  }

  @Test("A six-digit dial from 999990 to 29 in 40 readings: one rollover, 39 kWh")
  func rollover() throws {
    let rows = (0..<40).map { index in
      "2024-01-01 \(F.pad(index / 4)):\(F.pad(index % 4 * 15)),\((999_990 + index) % 1_000_000)\n"
    }
    for rows in [rows, rows.reversed()] {
      let read = try R.read("timestamp,register_kWh\n" + rows.joined())
      #expect(R.kilowattHours(read.series.first) == "39")
      #expect(read.findings.map(\.code) == [.registerDecrease])
      #expect(read.findings.map(\.severity) == [.info])
      #expect(read.findings.first?.text.contains("from 999999 to 0") == true)
    }
  }

  @Test(
    "A dial that falls otherwise is refused with both readings",
    arguments: [
      ("500000", "000010"), ("999990", "200000"), ("100.5", "100.4"), ("000950", "000010"),
    ])
  func decrease(_ before: String, _ after: String) throws {
    let text =
      "timestamp,register_kWh\n2024-01-01 00:00,\(before)\n2024-01-01 00:15,\(after)\n"
    let read = try R.read(text)
    let fault = try #require(read.findings.first)
    #expect(fault.code == .registerDecrease && fault.severity == .error)
    #expect(fault.place?.description == "load.csv:3:18")
    #expect(fault.text.contains(after) && fault.text.contains("\(before) in line 2"))
    #expect(read.series.isEmpty)
  }

  @Test("A missing reading makes one longer interval; its energy is whole")
  func gap() throws {
    let text =
      "timestamp,表码\n2024-01-01 00:00,100\n2024-01-01 00:15,101\n2024-01-01 00:30,--\n"
      + "2024-01-01 00:45,104\n2024-01-01 01:15,110\n"
    let readings = try #require(try R.read(text).series.first).readings
    #expect(readings.map(\.seconds) == [900, 1800, 1800])
    #expect(readings.map { Int($0.energy / 3_600_000_000) } == [1, 3, 6])
    #expect(readings.map(\.line) == [3, 5, 6])
  }

  @Test("One moment with two readings is refused unless they are equal")
  func contradiction() throws {
    let text =
      "timestamp,示数\n2024-01-01 00:00,100\n2024-01-01 00:15,101\n2024-01-01 00:15,101\n"
      + "2024-01-01 00:30,102\n"
    #expect(R.kilowattHours(try R.read(text).series.first) == "2")
    let wrong = text.replacing("00:15,101\n2024-01-01 00:30", with: "00:15,101.5\n2024-01-01 00:30")
    #expect(R.complaints(R.file(wrong)).contains("load.csv:4:18: [Q04]"))
  }

  @Test("Each register has its channel and direction: 1, 2, 4 and 8 apart")
  func registers() throws {
    let text =
      "户号,数据时间,正向有功总,反向有功总,正向无功总,反向无功总,正向有功峰\n"
      + "7,2024-01-01 00:00,10,10,10,10,1\n7,2024-01-01 00:15,11,12,14,18,1\n"
    let series = try R.read(text, LoadFileOptions()).series
    #expect(
      series.map { "\($0.measure.rawValue) \($0.direction.rawValue) \(R.kilowattHours($0))" } == [
        "active-energy import 1", "active-energy export 2", "reactive-energy import 4",
        "reactive-energy export 8",
      ])
    #expect(series.allSatisfy { $0.meter == "7" })
  }

  @Test("A dial says more than sampled power, and energy by interval more than a dial")
  func preference() throws {
    let power =
      "timestamp,有功功率(kW),正向有功总示数\n2024-01-01 00:00,9,10\n2024-01-01 00:15,9,11\n"
    #expect(R.kilowattHours(try R.read(power).series.first) == "1")
    let energy = power.replacing("有功功率(kW)", with: "电量(kWh)")
    #expect(try R.reasons(energy).isEmpty)
  }

  @Test("R1 to R96 of two days with 倍率 10: 191 steps of 1 are 1910 kWh, once the moment is said")
  func wide() throws {
    let heading = "户号,日期,数据类型,倍率," + (1...96).map { "R\($0)" }.joined(separator: ",")
    func row(_ date: String, _ first: Int) -> String {
      "7,\(date),正向有功总示数,10,"
        + (0..<96).map { "\(first + $0)" }.joined(separator: ",") + "\n"
    }
    let text = heading + "\n" + row("2024-01-01", 1000) + row("2024-01-02", 1096)
    for (side, start) in [
      (StampSide.start, "2024-01-01T00:00"), (.end, "2024-01-01T00:15"),
    ] {
      let series = try #require(try R.read(text, LoadFileOptions(stamps: side)).series.first)
      #expect(series.readings.count == 191 && R.kilowattHours(series) == "1910")
      #expect(R.clock(series.readings[0], .utc) == start)
    }
    #expect(
      R.complaints(R.file(text, LoadFileOptions())).contains("--stamps start or --stamps end"))
    let clocked = text.replacing(
      heading,
      with: "户号,日期,数据类型,倍率,"
        + (1...96).map { "\($0 / 4):\(F.pad($0 % 4 * 15))" }.joined(separator: ","))
    let series = try #require(try R.read(clocked, LoadFileOptions()).series.first)
    #expect(R.clock(series.readings[0], .utc) == "2024-01-01T00:15")
  }

  @Test("数据类型 1 and 5 are total power; those of single phases are refused by their meaning")
  func codes() throws {
    let heading = "户号,日期,数据类型," + (1...96).map { "P\($0)" }.joined(separator: ",")
    func row(_ code: String) -> String {
      "7,2024-01-01,\(code)," + Array(repeating: "4", count: 96).joined(separator: ",") + "\n"
    }
    let profile = try F.profile(heading + "\n" + row("1") + row("5"), LoadFileOptions())
    #expect(F.kilowattHours(profile) == "96")
    #expect(profile.reactiveForward?.first == 3_600_000_000)
    for (code, meaning) in [
      ("2", "active power of phase A"), ("4", "active power of phase C"),
      ("7", "reactive power of phase B"),
    ] {
      let told = F.complaints(heading + "\n" + row("1") + row(code), LoadFileOptions())
      #expect(told.contains(meaning) && told.contains(":3:14"), "\(told)")
    }
  }
}
