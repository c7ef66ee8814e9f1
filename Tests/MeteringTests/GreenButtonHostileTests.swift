import Documents
import Foundation
import Quantities
import TestSupport
import Testing

@testable import Metering

@Suite(
  "Hostile Green Button files",
  .enabled(if: TestPlaces.hasShared("data/hostile/xml"), "no hostile files here"))
struct GreenButtonHostileTests {
  private func read(_ name: String) throws(DiagnosticsError) -> SeriesFile {
    try GreenButtonReader.read(
      LoadFile(path: TestPlaces.sharedPath("data/hostile/xml/\(name)"), name: name))
  }

  private static let good = "1 active-energy import Wh 96 189216000000 1704067200 1704153600"

  @Test(
    "What is a feed is read, with its exact energy [mJ]",
    arguments: [
      ("x00_good", [good]), ("x08_xinclude", [good]), ("x10_utf16le_bom", [good]),
      ("x12_gb18030_decl", [good]), ("x17_prefixed_namespace", [good]),
      ("x19_dangling_type_link", [good]), ("x20_absolute_vs_relative_href", [good]),
      ("x22_multiplier_3", ["1 active-energy import kWh 96 189216000000000 1704067200 1704153600"]),
      ("x24_value_decimal", ["1 active-energy import Wh 96 189217800000 1704067200 1704153600"]),
      (
        "x25_zero_and_negative_duration",
        ["1 active-energy import Wh 94 185252400000 1704067200 1704153600"]
      ),
      ("x29_export_channel", ["1 active-energy export Wh 96 189216000000 1704067200 1704153600"]),
      (
        "x30_two_channels_one_meter",
        [good, "1 reactive-energy import varh 96 34560000000 1704067200 1704153600"]
      ),
      ("x31_whitespace_codes", [good]),
      ("x32_duplicate_same", ["1 active-energy import Wh 97 191052000000 1704067200 1704153600"]),
      (
        "x33_duplicate_conflict",
        ["1 active-energy import Wh 97 549212400000 1704067200 1704153600"]
      ),
      ("x34_overlap", ["1 active-energy import Wh 97 189234000000 1704067200 1704153600"]),
      ("x35_mixed_lengths", ["1 active-energy import Wh 60 176860800000 1704067200 1704153600"]),
      (
        "x37_local_time_as_epoch",
        ["1 active-energy import Wh 96 172800000000 1704049200 1704135600"]
      ),
      ("x39_newest_first", [good]),
      ("x44_cost_multiplier", ["1 active-energy import mWh 96 172800000 1704067200 1704153600"]),
      ("x45_dst_day_lengths", ["1 active-energy import Wh 3 259200000000 1710046800 1730696400"]),
      (
        "x46_quality_estimated",
        ["1 active-energy import Wh 96 172800000000 1704067200 1704153600"]
      ),
      ("x47_gap", ["1 active-energy import Wh 92 181418400000 1704067200 1704153600"]),
      ("x48_no_time_period", [good]),
    ])
  func accepted(name: String, expected: [String]) throws {
    #expect(try read("\(name).xml").series.map(GreenButtonFixture.summary) == expected)
  }

  @Test(
    "What is none is refused as a whole, by code, line and words",
    arguments: [
      ("x01_truncated", 7, "document-end", "the file breaks off in this line"),
      ("x02_billion_laughs", 2, "doctype", "<!DOCTYPE was read"),
      ("x03_quadratic_blowup", 2, "doctype", "<!DOCTYPE was read"),
      ("x04_external_entity_file", 2, "doctype", "<!DOCTYPE was read"),
      ("x05_external_entity_http", 2, "doctype", "<!DOCTYPE was read"),
      ("x06_external_dtd", 2, "doctype", "<!DOCTYPE was read"),
      ("x07_param_entity", 2, "doctype", "<!DOCTYPE was read"),
      ("x09_gbk_bytes_utf8_decl", 2, "wrong-encoding", "at byte offset 107 is not UTF-8"),
      ("x11_utf16_decl_utf8_bytes", 1, "wrong-encoding", "the first line says \"UTF-16\""),
      ("x13_embedded_nul", 2, "not-text", "a NUL byte was read at byte offset 110"),
      ("x16_no_namespace", 1, "not-green-button", "this is not an ESPI feed"),
      ("x18_no_reading_type", 5, "load-reading-type", "a ReadingType that is not in the file"),
      ("x21_multiplier_99", 6, "load-multiplier", "powerOfTenMultiplier 99 was read"),
      ("x23_value_overflow", 7, "load-values", "\"99999999999999999999999\" is larger"),
      ("x26_unknown_uom", 6, "load-unit", "uom 250 is no unit of measure"),
      ("x27_gas_service", 7, "load-empty", "in therm left out: the service is gas"),
      ("x28_service_unit_mismatch", 6, "load-unit", "the reading type counts ft³"),
      ("x36_epoch_ms", 7, "load-stamps", "(and 95 readings more like it)"),
      ("x38_cumulative_register", 7, "load-empty", "readings of a dial"),
      ("x40_html_error_page", nil, "not-green-button", "this is HTML"),
      ("x41_empty", nil, "load-empty", "the file is empty"),
      ("x42_two_roots", 9, "second-root", "a second document begins in this line"),
      ("x43_gzip_named_xml", nil, "not-text", "compressed with gzip"),
      ("x49_prefix_bom_spaces", nil, "misplaced-declaration", "blanks stand before <?xml"),
    ] as [(String, Int?, String, String)])
  func refused(name: String, line: Int?, code: String, words: String) throws {
    let error = #expect(throws: DiagnosticsError.self) { try read("\(name).xml") }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(error?.diagnostics.count == 1)
    #expect(diagnostic.line == line)
    #expect(diagnostic.code == code)
    #expect(diagnostic.message.contains(words), "\(diagnostic.message)")
  }

  @Test("Every file of the collection stands in one of the two lists")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: TestPlaces.sharedPath("data/hostile/xml"))
    let large = ["x14_deep_nesting.xml", "x15_many_attributes.xml"]
    #expect(
      files.filter { $0.hasPrefix("x") && $0 < "x50" && !large.contains($0) }.count == 24 + 24)
  }

  @Test("4 of 96 readings are estimated, the others are not")
  func estimated() throws {
    let readings = try read("x46_quality_estimated.xml").series[0].readings
    #expect(readings.filter { $0.quality == .estimated }.count == 4)
    #expect(readings.filter { $0.quality == .actual }.count == 92)
  }

  @Test("Two readings without a length are left out, counted and listed")
  func noLength() throws {
    let findings = try read("x25_zero_and_negative_duration.xml").findings
    #expect(findings.map(\.evidence) == [.greenButton(.noLength(seconds: "0 or -900"))])
    #expect(findings.map(\.count) == [2])
    #expect(findings.map { $0.place?.line } == [7])
  }

  @Test("The encoding a file was converted from is noted")
  func encodings() throws {
    let utf16 = try read("x10_utf16le_bom.xml")
    #expect(utf16.encoding == .utf16LittleEndian)
    #expect(utf16.notes == [.encoding("UTF-16LE")])
    #expect(try read("x12_gb18030_decl.xml").notes == [.encoding("GB18030")])
    #expect(try read("x00_good.xml").notes.isEmpty)
  }

  @Test("Nothing of another file appears in what is said")
  func otherFiles() throws {
    let error = #expect(throws: DiagnosticsError.self) {
      try read("x04_external_entity_file.xml")
    }
    let said = DiagnosticText.render(error?.diagnostics ?? [])
    #expect(!said.contains("root:"))
  }

  /// The large files of the collection are made here from its good one: they are not always kept.
  @Test(
    "What is too much for any feed is refused by its limit",
    arguments: [
      (
        "hostile", String(repeating: "A", count: 11_000_000), "text-too-long",
        "longer than 10000000 bytes"
      ),
      (
        "<title>hostile</title>",
        String(repeating: "<t>", count: 100_000) + String(repeating: "</t>", count: 100_000),
        "too-deep", "more than 200 deep"
      ),
      (
        "<title>", "<title \((0..<100_000).map { "a\($0)=\"1\"" }.joined(separator: " "))>",
        "tag-too-long", "longer than 65536 bytes"
      ),
    ])
  func large(part: String, swollen: String, code: String, words: String) throws {
    let good = try FileSystem.readBytes(TestPlaces.sharedPath("data/hostile/xml/x00_good.xml"))
    let text = String(decoding: good, as: UTF8.self).replacing(part, with: swollen)
    let error = #expect(throws: DiagnosticsError.self) { try GreenButtonFixture.read(text) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(error?.diagnostics.count == 1)
    #expect(diagnostic.code == code)
    #expect(diagnostic.line == 2)
    #expect(diagnostic.message.contains(words), "\(diagnostic.message)")
  }

  @Test("Every file of the collection, cut at any of 40 places, is refused or was whole")
  func cuts() throws {
    let folder = TestPlaces.sharedPath("data/hostile/xml")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".xml") {
      let bytes = try FileSystem.readBytes("\(folder)/\(name)")
      guard bytes.count < 100_000 else { continue }
      for step in 0..<40 {
        let length = bytes.count * step / 40
        let file = LoadFile(name: name, bytes: Array(bytes.prefix(length)))
        guard let found = try? GreenButtonReader.read(file) else { continue }
        // Of two documents one after the other the first is whole where the second has not begun.
        let isWhole = bytes[length...].allSatisfy { $0 <= 0x20 } || name.hasPrefix("x42")
        #expect(isWhole && found.series.count > 0, "\(name) at \(length)")
      }
    }
  }
}
