import Quantities
import Testing

@testable import Documents

@Suite("Names of the tabs of a workbook")
struct TabNamesTests {

  @Test(
    "Names are made valid and told apart",
    arguments: [
      (["Bills", "2026-01", "电费"], ["Bills", "2026-01", "电费"]),
      (["a/b", "a:b", "a-b", "A?B"], ["a-b", "a-b (2)", "a-b (3)", "A-B (4)"]),
      (["", "''", " ' "], ["Sheet1", "Sheet2", "Sheet3"]),
      (["Sheet2", ""], ["Sheet2", "Sheet2 (2)"]),
      (["'x'", "it's"], ["x", "it's"]), (["History", "HISTORY"], ["History-", "HISTORY- (2)"]),
      (["[a]*\\\u{1}\n"], ["-a---␁-"]),
      (
        [String(repeating: "x", count: 40), String(repeating: "X", count: 31)],
        [String(repeating: "x", count: 31), String(repeating: "X", count: 27) + " (2)"]
      ),
      // 15 characters of two UTF-16 units each and a 16th that would be cut in two.
      ([String(repeating: "😀", count: 16)], [String(repeating: "😀", count: 15)]),
      ([String(repeating: "x", count: 30) + "'y"], [String(repeating: "x", count: 30)]),
      (["a (2)", "a", "A"], ["a (2)", "a", "A (3)"]),
    ] as [([String], [String])])
  func names(wishes: [String], names: [String]) throws {
    #expect(TabNames.valid(wishes) == names)
    // What is written is what was promised, and the reader finds each sheet by it.
    let content = WorkbookContent(
      title: "", created: WorkbookWriterTests.day,
      sheets: wishes.enumerated().map { index, wish in
        SheetContent(name: wish, columns: [WorkbookColumn("h\(index)")], rows: [])
      })
    let bytes = try WorkbookWriter.bytes(of: content, file: "b.xlsx")
    let archive = try Archive(bytes, file: "b.xlsx")
    let main = try #require(try Workbook.mainPart(of: archive))
    #expect(try Workbook(archive, main: main).sheets.map(\.name) == names)
    for (index, name) in content.sheetNames.enumerated() {
      #expect(try WorkbookWriterTests.text(bytes, sheet: name) == "h\(index)\n")
    }
  }

  @Test("A thousand sheets of one wish have a thousand names of at most 31 characters")
  func many() {
    let names = TabNames.valid(
      Array(repeating: "A name that is longer than any tab may be", count: 1000))
    #expect(Set(names.map { $0.lowercased() }).count == 1000)
    #expect(names.allSatisfy { $0.utf16.count <= 31 })
  }
}
