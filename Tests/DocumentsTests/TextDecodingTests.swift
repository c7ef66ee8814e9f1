import TestSupport
import Testing

@testable import Documents

@Suite("Bytes to text")
struct TextDecodingTests {

  private func text(_ bytes: [UInt8], forced: TextEncoding? = nil) throws -> String {
    let source = try TextDecoding.decode(bytes, file: "f.csv", forced: forced)
    return source.text(in: source.wholeRange)
  }

  private func refusal(_ bytes: [UInt8], forced: TextEncoding? = nil) -> Diagnostic? {
    do {
      _ = try TextDecoding.decode(bytes, file: "f.csv", forced: forced)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  /// 户号,电压 in GB18030.
  private static let chinese: [UInt8] = [0xBB, 0xA7, 0xBA, 0xC5, 0x2C, 0xB5, 0xE7, 0xD1, 0xB9]

  @Test(
    "The same four characters are read from every encoding, which is reported",
    arguments: [
      ([0x61, 0xE7, 0x94, 0xB5, 0xF0, 0x9F, 0x98, 0x80], TextEncoding.utf8),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xE7, 0x94, 0xB5, 0xF0, 0x9F, 0x98, 0x80], .utf8),
      ([0xFF, 0xFE, 0x61, 0x00, 0x35, 0x75, 0x3D, 0xD8, 0x00, 0xDE], .utf16LittleEndian),
      ([0xFE, 0xFF, 0x00, 0x61, 0x75, 0x35, 0xD8, 0x3D, 0xDE, 0x00], .utf16BigEndian),
      ([0x61, 0xB5, 0xE7, 0x94, 0x39, 0xFC, 0x36], .gb18030),
    ] as [([UInt8], TextEncoding)])
  func encodings(bytes: [UInt8], encoding: TextEncoding) throws {
    let source = try TextDecoding.decode(bytes, file: "f")
    #expect(source.text(in: source.wholeRange) == "a电😀")
    #expect(source.encoding == encoding)
  }

  @Test("A Chinese heading without any mark is read as GB18030")
  func gb18030() throws {
    #expect(try text(Self.chinese) == "户号,电压")
  }

  @Test("UTF-8 is taken before GB18030 only if the whole file is valid")
  func wholeFile() throws {
    let late = [UInt8](repeating: 0x2C, count: 100_000) + Self.chinese
    #expect(try TextDecoding.decode(late, file: "f").encoding == .gb18030)
  }

  @Test("One damaged byte in UTF-8 is refused, not read as GB18030, and its offset is named")
  func damagedUTF8() throws {
    var bytes = Array("户号,电压等级\n1,十千伏\n2,公司".utf8)
    let offset = try #require(bytes.lastIndex(of: 0xE5))
    bytes.remove(at: offset + 1)
    let diagnostic = try #require(refusal(bytes))
    #expect(diagnostic.code == "wrong-encoding")
    #expect(diagnostic.line == 3)
    #expect(diagnostic.message.contains("byte offset \(offset) "), "\(diagnostic.message)")
  }

  @Test(
    "Bytes that are neither UTF-8 nor GB18030 are refused with the offset",
    arguments: [([0x61, 0x0A, 0xFF], 2, 2), ([0xBB, 0xA7, 0xBB], 2, 1), ([0x80, 0x20], 0, 1)]
      as [([UInt8], Int, Int)])
  func neither(bytes: [UInt8], offset: Int, line: Int) throws {
    let diagnostic = try #require(refusal(bytes))
    #expect(diagnostic.code == "wrong-encoding")
    #expect(diagnostic.line == line)
    #expect(diagnostic.message.contains("byte offset \(offset) "), "\(diagnostic.message)")
  }

  @Test(
    "NUL is refused in every encoding",
    arguments: [
      (Array("a\nb\0c".utf8), nil), (Array("a\nb\0c".utf8), .gb18030),
      (Array("a\nb\0c".utf8), .utf8),
      ([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62, 0, 0, 0], nil),
    ] as [([UInt8], TextEncoding?)])
  func nul(bytes: [UInt8], forced: TextEncoding?) throws {
    let diagnostic = try #require(refusal(bytes, forced: forced))
    #expect(diagnostic.code == "not-text")
    #expect(diagnostic.line == 2)
  }

  @Test("UTF-16 without mark is refused with a hint that names it")
  func unmarkedUTF16() throws {
    let diagnostic = try #require(refusal([0x61, 0, 0x62, 0, 0x63, 0]))
    #expect(diagnostic.hint?.contains("UTF-16") == true)
  }

  @Test("UTF-16 without mark is read if the encoding is given")
  func forcedUTF16() throws {
    #expect(try text([0x61, 0, 0x35, 0x75], forced: .utf16LittleEndian) == "a电")
  }

  @Test(
    "Half characters of UTF-16 are refused",
    arguments: [[0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x3D, 0xD8], [0xFF, 0xFE, 0x00, 0xDE, 0x61, 0]]
      as [[UInt8]])
  func brokenUTF16(bytes: [UInt8]) {
    #expect(refusal(bytes)?.code == "wrong-encoding")
  }

  @Test("A forced encoding is not departed from")
  func forced() throws {
    #expect(refusal(Self.chinese, forced: .utf8)?.code == "wrong-encoding")
    #expect(try text(Array("abc".utf8), forced: .gb18030) == "abc")
  }

  @Test(
    "Packed and binary formats are named",
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gzip"), ([0x50, 0x4B, 3, 4], "XLSX"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ".xls"), (Array("%PDF-1.7".utf8), "PDF"),
    ] as [([UInt8], String)])
  func formats(bytes: [UInt8], word: String) throws {
    let diagnostic = try #require(refusal(bytes))
    #expect(diagnostic.code == "not-text")
    #expect(diagnostic.message.contains(word))
  }

  @Test("Long GB18030 text survives the converter's buffer")
  func longText() throws {
    let line = Self.chinese + [0x0A]
    let bytes = Array(repeatElement(line, count: 50_000).joined())
    let source = try TextDecoding.decode(bytes, file: "f")
    #expect(source.lineCount == 50_001)
    #expect(source.text(ofLine: 50_000) == "户号,电压")
  }

  @Test(
    "Names of encodings are understood in their usual spellings",
    arguments: [
      ("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("GBK", .gb18030), ("gb2312", .gb18030),
      ("UTF-16LE", .utf16LittleEndian), ("utf_16be", .utf16BigEndian), ("UTF-16", nil),
      ("latin1", nil),
    ] as [(String, TextEncoding?)])
  func names(name: String, encoding: TextEncoding?) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test(
    "Hostile tables are decoded or refused as their list says",
    .enabled(if: TestPlaces.hasShared("data/hostile/csv"), "no hostile files here"),
    arguments: [
      ("c03_bom.csv", TextEncoding.utf8), ("c06_gbk_96point.csv", .gb18030),
      ("c07_utf16le.csv", .utf16LittleEndian), ("c22_nul.csv", nil), ("c54_binary.csv", nil),
      ("c55_invalid_utf8.csv", nil),
    ] as [(String, TextEncoding?)])
  func hostile(name: String, encoding: TextEncoding?) throws {
    let bytes = try FileSystem.readBytes(TestPlaces.sharedPath("data/hostile/csv/\(name)"))
    let read = try? TextDecoding.decode(bytes, file: name).encoding
    #expect(read == encoding)
  }
}
