import Documents
import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

/// Files made to be awkward: each is read completely or refused, and never to a wrong total.
@Suite("Hostile CSV files", .enabled(if: TestPlaces.hasShared("data")))
struct HostileTests {
  /// What becomes of a file: its energy and what is missing of its days, or words of the refusal.
  enum Fate: Sendable {
    case energy(String, missing: Int = 0)
    /// Read row by row, with words of what is told beside it.
    case rows(String, intervals: Int, told: [String] = [])
    case refusal([String])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let options: LoadFileOptions
    let fate: Fate
    var testDescription: String { file }

    init(_ file: String, _ fate: Fate, _ options: LoadFileOptions = LoadFileOptions()) {
      self.file = file
      self.fate = fate
      var options = options
      if options.account == nil { options.account = "A" }
      self.options = options
    }
  }

  static let newYork = LoadFileOptions(zone: "America/New_York")

  static let cases: [Case] = [
    Case("c00_good.csv", .energy("166.75")), Case("c01_empty.csv", .refusal(["empty"])),
    Case("c02_header_only.csv", .refusal(["no intervals"])), Case("c03_bom.csv", .energy("166.75")),
    Case("c04_crlf.csv", .energy("166.75")), Case("c05_cr_only.csv", .energy("166.75")),
    Case("c06_gbk_96point.csv", .refusal([":2:46", "2000", "--multiplier"])),
    Case("c07_utf16le.csv", .energy("166.75")),
    Case("c08_mojibake.csv", .refusal(["wrong encoding"])),
    Case("c09_nan_inf_negative.csv", .refusal([":12:18", ":13:18", ":14:18", "Q09", ":17:18"])),
    Case("c10_dup_same.csv", .energy("166.75")),
    Case("c11_dup_conflict.csv", .refusal(["Q04", ":98:1", ":12:1", "1.75 and 999"])),
    Case("c12_missing_day.csv", .energy("384", missing: 96)),
    Case("c13_dst_fold_local.csv", .refusal(["Q21", "time zone"])),
    Case("c13_dst_fold_local.csv", .rows("100", intervals: 100), newYork),
    Case(
      "c14_dst_fold_96_only.csv",
      .rows("96", intervals: 96, told: ["4 rows of account A stand once"]), newYork),
    Case(
      "c15_dst_gap_rows_present.csv",
      .rows("92", intervals: 92, told: ["4 empty rows"]), newYork),
    Case("c16_2400.csv", .energy("96")),
    Case("c17_0000_same_date.csv", .refusal(["--date-order"])),
    Case(
      "c17_0000_same_date.csv", .energy("96"), LoadFileOptions(dateOrder: .dayFirst)),
    Case("c18_31feb.csv", .refusal([":3:1", ":4:1", ":5:1", ":6:1", ":7:1"])),
    Case("c19_unsorted.csv", .energy("166.75")),
    Case("c20_mixed_intervals.csv", .rows("96", intervals: 72)),
    Case("c21_huge_numbers.csv", .refusal([":2:18", ":3:18", ":4:18", ":5:18", ":6:18"])),
    Case("c22_nul.csv", .refusal(["NUL", ":3:"])),
    Case("c23_excel_dates.csv", .refusal(["contradict"])),
    Case("c24_thousands.csv", .refusal([":2:19", ":3:19", ":4:18", ":5:18", ":6:19"])),
    Case(
      "c24_thousands.csv", .refusal([":4:18", ":5:18", ":6:19", "1,234.5"]),
      LoadFileOptions(numbers: .groupedByCommas)),
    Case("c25_decimal_comma.csv", .refusal(["--date-order"])),
    Case(
      "c25_decimal_comma.csv", .rows("166.75", intervals: 96, told: ["1234,5"]),
      LoadFileOptions(dateOrder: .dayFirst)),
    Case("c27_ambiguous_unit.csv", .refusal(["--unit"])),
    Case("c27_ambiguous_unit.csv", .energy("166.75"), LoadFileOptions(unit: .kilowattHour)),
    Case("c28_register_x_multiplier.csv", .rows("1920", intervals: 96, told: ["by 2000"])),
    Case("c29_register_rollover.csv", .rows("39", intervals: 39, told: ["from 999999 to 0"])),
    Case("c30_95_of_96.csv", .refusal([":3:1", "96 cells", ":4:1", "98 cells"])),
    Case("c31_0000_and_2400.csv", .refusal(["97 columns"])),
    Case("c32_quoted_newline.csv", .energy("3", missing: 94)),
    Case("c33_unclosed_quote.csv", .refusal([":2:18", "never closed"])),
    Case("c34_formula_injection.csv", .energy("2", missing: 94)),
    Case("c35_fullwidth.csv", .refusal([":2:1", ":3:18", "full-width digit"])),
    Case("c36_cn_dates_ampm.csv", .refusal([":2:1", "is not a date that is read"])),
    Case(
      "c37_total_row.csv",
      .rows("166.75", intervals: 96, told: ["is 168.00, but its values add up to 166.75"])),
    Case("c38_repeated_header.csv", .energy("131.25")),
    Case("c39_two_meters.csv", .refusal(["Q04", "meter"])),
    Case("c40_mixed_offsets.csv", .refusal([":5:1", "2024-11-03 01:30:00"])),
    Case("c41_trailing_commas.csv", .energy("166.75")), Case("c42_tabs.csv", .energy("166.75")),
    Case("c43_no_header.csv", .refusal(["no heading"])),
    Case("c44_unicode_minus.csv", .refusal([":7:18"])), Case("c45_zero_run.csv", .energy("480")),
    Case("c48_drift.csv", .rows("96", intervals: 96)),
    Case("c49_leap_second.csv", .refusal([":2:1"])),
    Case("c50_years.csv", .refusal([":2:1", ":3:1", ":4:1", ":5:1"])),
    Case("c51_null_tokens.csv", .energy("87", missing: 9)),
    Case("c52_dup_columns.csv", .refusal([":1:15", "which of them is meant"])),
    Case("c53_preamble.csv", .rows("2", intervals: 2, told: ["4 lines"])),
    Case("c54_binary.csv", .refusal(["NUL"])),
    Case("c55_invalid_utf8.csv", .refusal(["byte offset 57"])),
    Case("c58_meter_id_sci.csv", .refusal(["time of day"])),
    Case("c59_no_final_newline.csv", .energy("166.75")),
    Case("c60_hour_ending_1_24.csv", .refusal(["hour 1", "--stamps end"])),
    Case("c60_hour_ending_1_24.csv", .rows("96", intervals: 24), LoadFileOptions(stamps: .end)),
    Case("c61_he25.csv", .refusal(["no zone is known"]), LoadFileOptions(stamps: .end)),
    Case(
      "c61_he25.csv", .rows("100", intervals: 25),
      LoadFileOptions(stamps: .end, zone: "America/New_York")),
  ]

  @Test("Each is read completely or refused by name and place", arguments: cases)
  func fate(_ hostile: Case) throws {
    let path = TestPlaces.sharedPath("data/hostile/csv/\(hostile.file)")
    let file = LoadFile(path: path, name: hostile.file, options: hostile.options)
    switch hostile.fate {
    case .refusal(let words):
      let byRows = RowsFixture.isByRows(file)
      let complaint = byRows ? RowsFixture.complaints(file) : LoadFixture.complaints([file])
      for word in words { #expect(complaint.contains(word), "\(word)\n\(complaint)") }
    case .rows(let expected, let intervals, let told):
      let read = try RowsFixture.read(file)
      #expect(!read.findings.contains { $0.severity == .error })
      let series = try #require(read.series.first)
      #expect(RowsFixture.kilowattHours(series) == expected)
      #expect(series.readings.count == intervals)
      #expect(Set(series.readings.map(\.start)).count == intervals)
      let words = (read.findings.map(\.text) + read.notes.map(\.text)).joined(separator: "\n")
      for word in told { #expect(words.contains(word), "\(word)\n\(words)") }
    case .energy(let expected, let missing):
      let collection = try LoadReader.read([file])
      let account = try #require(collection["A"])
      let profile = try #require(account.profile)
      #expect(LoadFixture.kilowattHours(profile) == expected)
      #expect(profile.active.filter { $0 == LoadProfile.missing }.count == missing)
      let told = account.findings.first { $0.code == .missing }?.count ?? 0
      #expect(told == missing)
    }
  }

  @Test("Every file of the folder is read or refused without a trap")
  func all() throws {
    let folder = TestPlaces.sharedPath("data/hostile/csv")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count >= 60)
    for name in names {
      for options in [LoadFileOptions(), LoadFileOptions(account: "A", dateOrder: .dayFirst)] {
        let file = LoadFile(path: "\(folder)/\(name)", name: name, options: options)
        do throws(DiagnosticsError) {
          let collection = try LoadReader.read([file])
          for account in collection.accounts { #expect(account.profile != nil) }
        } catch {
          #expect(error.diagnostics.allSatisfy { $0.file == name && !$0.message.isEmpty })
        }
      }
    }
  }

  @Test("Chinese 96-point data in GB18030, with the multiplier confirmed")
  func chinese() throws {
    let path = TestPlaces.sharedPath("data/hostile/csv/c06_gbk_96point.csv")
    let collection = try LoadReader.read([
      LoadFile(path: path, options: LoadFileOptions(multiplier: try Rate("2000")))
    ])
    let profile = try #require(collection["3300012345678"]?.profile)
    // 0.1000 kW on the meter's side is 200 kW, 50 kWh in the first quarter of an hour.
    #expect(profile.active[0] == 50 * 3_600_000_000)
    #expect(profile.dayCount == 2)
    #expect(collection.files[0].notes.contains(.encoding("GB18030")))
    #expect(collection.files[0].notes.contains(.multiplier("2000")))
  }

  @Test("Two meters without an account are two series")
  func meters() throws {
    let path = TestPlaces.sharedPath("data/hostile/csv/c39_two_meters.csv")
    let collection = try LoadReader.read([LoadFile(path: path)])
    #expect(collection.accounts.map(\.id) == ["A001", "B002"])
    #expect(LoadFixture.kilowattHours(try #require(collection["B002"]?.profile)) == "192")
  }

  @Test("Rows and cells beyond any reading are refused, whatever their size")
  func sizes() {
    let columns = "date," + Array(repeating: "P", count: 1_000_000).joined(separator: ",")
    #expect(LoadFixture.complaints("\(columns)\n").contains("4096 cells"))
    let cell = "timestamp,kWh\n2024-01-01 00:00," + String(repeating: "9", count: 200_000) + "\n"
    #expect(LoadFixture.complaints(cell).contains("longer than"))
    let name = "account,timestamp,kw\n\(String(repeating: "9", count: 2_000_000)),x,1\n"
    #expect(LoadFixture.complaints(name, LoadFileOptions()).contains("longer than"))
  }
}
