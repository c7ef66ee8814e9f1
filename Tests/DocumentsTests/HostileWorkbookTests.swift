import Foundation
import TestSupport
import Testing

@testable import Documents

@Suite(
  "Hostile workbooks",
  .enabled(if: TestPlaces.hasShared("data/hostile/xlsx"), "no hostile files here"))
struct HostileWorkbookTests {

  private func read(_ name: String) throws(DiagnosticsError) -> SourceText {
    let path = TestPlaces.sharedPath("data/hostile/xlsx/\(name)")
    return try SourceText.readTable(
      path, as: name, choice: SheetChoice { $0.text(ofLine: 1) == "timestamp,kWh" })
  }

  @Test(
    "Those that are good are the same 96 quarters of an hour",
    arguments: [
      "z00_good.xlsx", "z01_1904.xlsx", "z02_wrong_first_sheet.xlsx", "z03_shared_strings.xlsx",
      "z06_dimension_lies.xlsx", "z07_no_cell_refs.xlsx", "z10_numbers_as_text.xlsx",
      "z12_float_serials.xlsx", "z13_path_traversal.xlsx", "z25_strict_ooxml.xlsx",
    ])
  func good(name: String) throws {
    let quarters = (0..<96).map { quarter in
      let hour = quarter / 4 < 10 ? "0\(quarter / 4)" : "\(quarter / 4)"
      return "2024-01-01 \(hour):\(["00", "15", "30", "45"][quarter % 4]):00,1.25\n"
    }
    let source = try read(name)
    // In z07 numbers have no places and so no styles.
    let text = String(decoding: source.utf8, as: UTF8.self)
    #expect(text == "timestamp,kWh\n" + quarters.joined())
    #expect(source.sheet?.name == (name.hasPrefix("z02") ? "负荷数据" : "load"))
    #expect(source.sheet?.textNumbers == (name.hasPrefix("z10") ? [1: 96] : [:]))
  }

  @Test(
    "z08: two values are missing, the third is text; z09: stamps of text; z11: days no calendar has"
  )
  func cells() throws {
    let formulas = try read("z08_errors_formulas.xlsx")
    #expect(formulas.text(ofLine: 51) == "2024-01-01 12:30:00,#N/A")
    #expect(formulas.text(ofLine: 52) == "2024-01-01 12:45:00,#missing value")
    #expect(formulas.text(ofLine: 53) == "2024-01-01 13:00:00,1.25")
    #expect(formulas.sheet?.textNumbers == [1: 1])
    #expect(try read("z09_text_dates.xlsx").text(ofLine: 97) == "2024-01-01 24:00,1.25")
    #expect(try read("z24_merged_header.xlsx").text(ofLine: 2) == ",,0:15,0:30")
  }

  @Test(
    "Those that are not are refused for the right reason",
    arguments: [
      (
        "z04_shared_index_out_of_range.xlsx",
        "z04_shared_index_out_of_range.xlsx:load!A1: error: the cell refers to text \"7\""
      ),
      ("z05_shared_laughs.xlsx", "z05_shared_laughs.xlsx!xl/sharedStrings.xml:1: error: <!DOCTYPE"),
      (
        "z11_1900_leap_bug.xlsx",
        "z11_1900_leap_bug.xlsx:load!A6: error: \"-1.0\" is formatted as a date"
      ),
      ("z14_truncated.xlsx", "the zip archive is cut off"),
      ("z15_csv_renamed.xlsx", "this is text"),
      ("z16_html_renamed.xls", "this is an HTML table"),
      ("z17_ole_xls.xls", "an old .xls workbook or one protected with a password"),
      (
        "z18_duplicate_entry.xlsx",
        "z18_duplicate_entry.xlsx!xl/worksheets/sheet1.xml: error: two parts"
      ),
      ("z19_size_field_lies.xlsx", "do not have the size"),
      ("z21_encrypted_flag.xlsx", "this part is encrypted"),
      ("z22_method_bzip2.xlsx", "packed by method 12"),
      ("z23_corrupt_data.xlsx", "z23_corrupt_data.xlsx!xl/worksheets/sheet1.xml: error: the"),
      ("z26_password.xlsx", "protected with a password"),
    ])
  func refused(name: String, words: String) {
    let complaint = WorkbookTests.complaint { () throws(DiagnosticsError) in _ = try read(name) }
    #expect(complaint.contains(words), "\(complaint)")
  }

  @Test("Every file of the folder has a fate here")
  func complete() throws {
    let files = try FileSystem.names(inFolder: TestPlaces.sharedPath("data/hostile/xlsx"))
    #expect(files.filter { !$0.hasPrefix("z20") }.count == 26)
  }

  @Test("A part that inflates to 256 MiB under a claim of 100 bytes takes no memory and no time")
  func lie() throws {
    let before = try Self.peakMemory()
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: DiagnosticsError.self) { try read("z19_size_field_lies.xlsx") }
    }
    #expect(time < .seconds(1))
    #expect(try Self.peakMemory() - before < 64 << 10)
  }

  @Test(
    "The 1 GiB bomb of the generator is refused by its table of contents in well under a second")
  func bomb() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "z20-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("z20.xlsx").path
    // A workbook whose sheet is 1 GiB of blanks, as the generator of the hostile files makes it.
    let script = """
      import sys, zipfile
      z = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED, compresslevel=1)
      z.writestr('xl/workbook.xml', '<workbook/>')
      with z.open('xl/worksheets/sheet1.xml', 'w', force_zip64=True) as f:
          f.write(b'<worksheet><sheetData>')
          for _ in range(1024): f.write(b' ' * (1 << 20))
          f.write(b'</sheetData></worksheet>')
      z.close()
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, path]
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0)
    let before = try Self.peakMemory()
    var complaint = ""
    let time = ContinuousClock().measure {
      complaint = WorkbookTests.complaint { () throws(DiagnosticsError) in
        _ = try SourceText.readTable(path, as: "z20.xlsx", choice: SheetChoice { _ in true })
      }
    }
    #expect(complaint.contains("z20.xlsx!xl/worksheets/sheet1.xml: error: this part becomes 10737"))
    #expect(time < .seconds(1))
    #expect(try Self.peakMemory() - before < 64 << 10)
  }

  /// The most memory the process ever had. [KiB]
  private static func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber)))
  }
}
