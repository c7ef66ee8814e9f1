import TestSupport
import Testing

@testable import Documents

@Suite("Archives")
struct ArchiveTests {

  private func table(_ bytes: [UInt8], _ file: String = "a.zip") throws(DiagnosticsError)
    -> SourceText
  {
    try SourceText.table(bytes, file: file, choice: SheetChoice { _ in true })
  }

  private func complaint(_ bytes: some Sequence<UInt8>, _ file: String = "a.zip") -> String {
    WorkbookTests.complaint { () throws(DiagnosticsError) in _ = try table(Array(bytes), file) }
  }

  @Test(
    "The only text of an archive is read; folders, hidden files and other things are passed over")
  func onlyText() throws {
    var zip = ZipWriter()
    zip.add("data/", "")
    zip.add("__MACOSX/._load.csv", "x")
    zip.add("data/.hidden.csv", "x")
    zip.add("readme.pdf", "x")
    zip.add("data/load.CSV", "a,b\n1,2\n")
    let source = try table(zip.archive())
    #expect(source.file == "a.zip!data/load.CSV")
    #expect(String(decoding: source.utf8, as: UTF8.self) == "a,b\n1,2\n")
  }

  @Test("Two texts, or none, are an error that says so")
  func texts() {
    var zip = ZipWriter()
    zip.add("readme.pdf", "x")
    #expect(complaint(zip.archive()).contains("is no workbook and holds no text"))
    zip.add("a.csv", "x")
    zip.add("b.csv", "x")
    #expect(complaint(zip.archive()).contains("holds 2 texts, \"a.csv\" and \"b.csv\""))
  }

  @Test("Other documents in archives are named")
  func documents() {
    for (name, words) in [
      ("xl/workbook.bin", ".xlsb"), ("META-INF/manifest.xml", ".ods"),
      ("word/document.xml", "Word"),
    ] {
      var zip = ZipWriter()
      zip.add(name, "x")
      #expect(complaint(zip.archive()).contains(words))
    }
  }

  @Test("Names that differ in case or slashes alone are duplicates")
  func duplicates() {
    for other in ["DATA/A.csv", "data\\a.csv", "/data/a.csv", "data/a.csv"] {
      var zip = ZipWriter()
      zip.add("data/a.csv", "x")
      zip.add(other, "x")
      #expect(
        complaint(zip.archive()).contains("two parts of the archive have this name"), "\(other)")
    }
  }

  @Test("What an archive claims is judged before anything is unpacked")
  func claims() {
    let cases: [(ZipWriter.Claims, String)] = [
      (claims { $0.flags = 1 }, "this part is encrypted"),
      (claims { $0.method = 12 }, "packed by method 12"),
      (
        claims {
          $0.method = 8; $0.size = (512 << 20) + 1
        }, "at most 536870912 are accepted"
      ),
      (
        claims {
          $0.method = 8; $0.size = 11 << 20
        }, "become 11534336 when unpacked"
      ),
    ]
    for (claims, words) in cases {
      var zip = ZipWriter()
      zip.add("a.csv", Array("abc".utf8), claims)
      #expect(complaint(zip.archive()).contains("a.zip!a.csv: error: "))
      #expect(complaint(zip.archive()).contains(words), "\(complaint(zip.archive()))")
    }
  }

  private func claims(_ change: (inout ZipWriter.Claims) -> Void) -> ZipWriter.Claims {
    var claims = ZipWriter.Claims()
    change(&claims)
    return claims
  }

  @Test("A thousand parts of 2 MiB each are too much together")
  func total() {
    var zip = ZipWriter()
    for number in 0..<600 {
      zip.add(
        "\(number).csv", [3, 0],
        claims {
          $0.method = 8; $0.size = 2 << 20
        })
    }
    #expect(complaint(zip.archive()).contains("more than 1073741824 bytes when unpacked"))
  }

  @Test("10 000 entries are enough for any file")
  func entries() {
    var zip = ZipWriter()
    zip.add("a.csv", "x")
    #expect(complaint(zip.archive(claimedCount: 10_001)).contains("more than 10000 entries"))
    // A record of zip64 that claims more entries than a machine has memory for.
    let plain = zip.archive(claimedCount: 0xFFFF)
    let end = plain.count - 22
    var long: [UInt8] = [0x50, 0x4B, 6, 6, 44] + [UInt8](repeating: 0, count: 51)
    for at in 24..<40 { long[at] = at % 8 == 4 ? 1 : 0 }
    let locator: [UInt8] =
      [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: end >> ($0 * 8)) }
      + [1, 0, 0, 0]
    let forged = Array(plain[..<end]) + long + locator + plain[end...]
    #expect(complaint(forged).contains("more than 10000 entries"))
  }

  @Test("Data that are not what was packed are refused")
  func damage() {
    var zip = ZipWriter()
    zip.add("a.csv", Array("abc".utf8), claims { $0.checksum = 1 })
    #expect(complaint(zip.archive()).contains("the checksum differs"))
    var deflated = ZipWriter()
    deflated.add("a.csv", [0xFF, 0xFF, 0xFF], claims { $0.method = 8 })
    #expect(complaint(deflated.archive()).contains("damaged and cannot be unpacked"))
    // One stored block of five bytes under a claim of three.
    let five: [UInt8] = [1, 5, 0, 0xFA, 0xFF] + Array("abcde".utf8)
    var longer = ZipWriter()
    longer.add(
      "a.csv", five,
      claims {
        $0.method = 8; $0.size = 3; $0.checksum = ZipWriter.checksum(Array("abcde".utf8))
      })
    #expect(complaint(longer.archive()).contains("do not have the size"))
    var shorter = ZipWriter()
    shorter.add(
      "a.csv", five,
      claims {
        $0.method = 8; $0.size = 9; $0.checksum = ZipWriter.checksum(Array("abcde".utf8))
      })
    #expect(complaint(shorter.archive()).contains("do not have the size"))
  }

  @Test("An archive cut anywhere is refused, never read in part")
  func cut() {
    let whole = TestWorkbook([.init("S", [["a", 1], ["b", 2]])]).file()
    for length in stride(from: 4, to: whole.count, by: 7) {
      #expect(!complaint(Array(whole.prefix(length)), "b.xlsx").isEmpty, "\(length)")
    }
  }

  @Test("Damage anywhere in a workbook is refused or harmless, never a trap")
  func mutations() throws {
    let whole = TestWorkbook([.init("S", [["a", 1], ["b", 2.5]])]).file()
    let expected = try table(whole, "b.xlsx").utf8
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      var bytes = whole
      for _ in 0...Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let read = try? table(bytes, "b.xlsx") else { continue }
      #expect(read.utf8 == expected, "seed \(seed)")
    }
  }

  @Test("gzip is unpacked, several members too; what is cut, damaged or followed by more is not")
  func gzip() throws {
    let text = Array("a,b\n1,2\n".utf8)
    let packed = ZipWriter.gzip(text)
    #expect(try table(packed, "load.csv.gz").utf8 == text)
    #expect(try table(packed + packed, "load.csv.gz").utf8 == text + text)
    #expect(try table(packed + [0, 0, 0], "load.csv.gz").utf8 == text)
    #expect(complaint(packed.dropLast(3), "x.gz").contains("cut off"))
    var wrong = packed
    wrong[16] ^= 1
    #expect(complaint(wrong, "x.gz").contains("checksum"))
    #expect(complaint(packed + [1, 2, 3], "x.gz").contains("cannot be unpacked"))
    #expect(complaint(ZipWriter.gzip(ZipWriter().archive() + [0]), "x.gz").contains("NUL"))
  }

  @Test("gzip stops at its limit, and a limit that is met exactly is none")
  func gzipLimit() throws {
    let text = [UInt8](repeating: 65, count: 200_000)
    let packed = ZipWriter.gzip(text)
    #expect(try GzipFile.unpack(packed, file: "x", limit: 200_000).count == 200_000)
    let complaint = WorkbookTests.complaint { () throws(DiagnosticsError) in
      _ = try GzipFile.unpack(packed, file: "x", limit: 199_999)
    }
    #expect(complaint.contains("becomes more than 199999 bytes"))
  }
}
