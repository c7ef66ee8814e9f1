import TestSupport
import Testing

@testable import Documents

@Suite(
  "Hostile tables",
  .enabled(if: TestPlaces.hasShared("data/hostile/csv"), "no hostile files here"))
struct HostileTableTests {

  private func read(_ name: String) throws(DiagnosticsError) -> Table {
    try Table.read(SourceText.read(TestPlaces.sharedPath("data/hostile/csv/\(name)"), as: name))
  }

  @Test(
    "Those that are tables are read whole",
    arguments: [
      ("c00_good.csv", 96), ("c02_header_only.csv", 0), ("c03_bom.csv", 96), ("c04_crlf.csv", 96),
      ("c05_cr_only.csv", 96), ("c07_utf16le.csv", 96), ("c25_decimal_comma.csv", 96),
      ("c32_quoted_newline.csv", 2), ("c41_trailing_commas.csv", 96), ("c42_tabs.csv", 96),
      ("c59_no_final_newline.csv", 96),
    ])
  func rows(name: String, count: Int) throws {
    #expect(try read(name).rowCount == count)
  }

  @Test(
    "Those that are not are refused for the right reason",
    arguments: [
      ("c01_empty.csv", "empty-file"), ("c22_nul.csv", "not-text"),
      ("c33_unclosed_quote.csv", "unclosed-quote"), ("c52_dup_columns.csv", "duplicate-heading"),
      ("c54_binary.csv", "not-text"), ("c55_invalid_utf8.csv", "wrong-encoding"),
      ("c30_95_of_96.csv", "row-length"),
    ])
  func refused(name: String, code: String) {
    let error = #expect(throws: DiagnosticsError.self) { try read(name) }
    #expect(error?.diagnostics.contains { $0.code == code } == true)
  }

  @Test("Whatever a file holds, it is read or refused")
  func everything() throws {
    let folder = TestPlaces.sharedPath("data/hostile/csv")
    let files = try FileSystem.files(inFolder: folder, extensions: ["csv"])
    #expect(files.count > 50)
    for file in files {
      guard let table = try? Table.read(SourceText.read(file)) else { continue }
      for row in table.rows {
        for column in table.columns.indices { _ = row[column].text }
      }
    }
  }
}
