import Documents
import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("The library of tariffs")
struct LibraryTests {

  @Test("Loading a tariff brings its fallback and the pages of its area, and nothing else")
  func closure() throws {
    let library = try TariffLibrary(folders: [TestPlaces.tariffs])
    let book = try library.load(ids: ["cn-hubei-two-part"])
    #expect(book.tariffs.keys.sorted() == ["cn-hubei-single-part", "cn-hubei-two-part"])
    #expect(book.pages.keys.sorted() == ["cn", "cn-hubei"])
    let tariff = try #require(book.tariffs["cn-hubei-two-part"])
    let day = try #require(CalendarDate(iso: "2026-01-15"))
    let page = try #require(book.page(for: tariff, on: day))
    let row = try #require(page.rows.first { $0.voltages == [.kV110] })
    #expect(try row.prices["sharp"] == Price("1.012099"))
    #expect(row.rule.citation.hasSuffix("tariffs/cn/hubei/prices/2026-01.xml:\(row.rule.line)"))
    #expect(page.rows.first { $0.tariff == "cn-hubei-single-part" }?.prices["demand"] == nil)
  }

  @Test("Everything that is shipped can be loaded")
  func all() throws {
    let library = try TariffLibrary(folders: [TestPlaces.tariffs])
    let book = try library.loadAll()
    #expect(book.tariffs.keys.sorted() == library.tariffIDs)
    #expect(library.areas.contains("cn-hubei"))
  }

  @Test("A tariff nobody has is asked for: the nearest is named")
  func unknown() throws {
    let library = try TariffLibrary(folders: [TestPlaces.tariffs])
    let error = #expect(throws: DiagnosticsError.self) {
      try library.load(ids: ["cn-hubei-twopart"])
    }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code == "unknown-tariff")
    #expect(diagnostic.hint == "did you mean \"cn-hubei-two-part\"?")
  }

  @Test("The first folder has a tariff, and the pages of its tariffs")
  func precedence() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let shipped = TestPlaces.tariffs + "/cn/hubei/"
    let own = try String(contentsOfFile: shipped + "two-part.xml", encoding: .utf8)
    try scratch.write(
      own.replacingOccurrences(of: "two-part, time of use", with: "my own"), to: "mine/a.xml")
    let page = try String(contentsOfFile: shipped + "prices/2026-01.xml", encoding: .utf8)
    try scratch.write(
      page.replacingOccurrences(of: "42     26.3", with: "43     27.3"), to: "mine/p.xml")
    let mine = scratch.folder.appendingPathComponent("mine").path
    let book = try TariffLibrary(folders: [mine, TestPlaces.tariffs])
      .load(ids: ["cn-hubei-two-part"])
    let tariff = try #require(book.tariffs["cn-hubei-two-part"])
    #expect(tariff.title(in: "en").hasSuffix("my own"))
    #expect(tariff.file == "mine/a.xml")
    let pages = book.pages(for: tariff).filter { $0.area == tariff.area }
    #expect(pages.map(\.file) == ["mine/p.xml"])
    #expect(try pages[0].rows.last { $0.voltages == [.kV35] }?.prices["demand"] == Price("43"))
  }

  /// A page with one price of the tariff `one`.
  private static func page(
    _ column: String, _ price: String, area: String = "cn-test", month: String = "2026-01"
  ) throws -> String {
    let month = try #require(Month(iso: month))
    let other = column == "purchase" ? "funds" : "purchase"
    return """
      <price-page xmlns="urn:tariffwise:1" area="\(area)" from="\(month.firstDay)" \
      to="\(month.lastDay)">
        <source title="A page" confidence="invented"/>
        <columns energy="CNY/kWh">\(column)</columns>
        <absent columns="\(other)">on another page</absent>
        <rows tariff="one"><row>\(price)</row></rows>
      </price-page>
      """
  }

  @Test("An own page takes the place of one of its area, days and columns, and of no other")
  func ownPage() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let charge = """
      <energy-charge bills="derived" source="own">
        <component name="purchase" price-column="purchase"/>
        <component name="funds" price-column="funds" fund="yes"/>
        <period name="all" price="0"/>
      </energy-charge>
      """
    let tariff = SharedRulesTests.tariff("one", charge)
      .replacingOccurrences(of: "<rounding shared=\"common\"/>", with: "")
    try scratch.write(tariff, to: "its/one.xml")
    try scratch.write(try Self.page("purchase", "0.5"), to: "mine/own.xml")
    try scratch.write(try Self.page("purchase", "0.4"), to: "its/same.xml")
    try scratch.write(try Self.page("funds", "0.02"), to: "its/column.xml")
    try scratch.write(try Self.page("purchase", "0.41", month: "2026-02"), to: "its/days.xml")
    try scratch.write(try Self.page("purchase", "0.3", area: "cn"), to: "its/area.xml")
    let folders = ["mine", "its"].map { scratch.folder.appendingPathComponent($0).path }
    let book = try TariffLibrary(folders: folders).load(ids: ["one"])
    let pages = book.pages(for: try #require(book.tariffs["one"]))
    #expect(
      pages.map(\.file).sorted() == [
        "its/area.xml", "its/column.xml", "its/days.xml", "mine/own.xml",
      ])
  }

  @Test("What is wrong with a file is said when it is loaded, and not before")
  func onDemand() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = TestPlaces.tariffs + "/cn/hunan/large-industry-2013.xml"
    let hunan = try String(contentsOfFile: path, encoding: .utf8)
    try scratch.write(
      hunan.replacingOccurrences(of: "price=\"30\"", with: "price=\"3O\""), to: "t/hunan.xml")
    try scratch.write("<tariff", to: "t/cut.xml")
    let folder = scratch.folder.appendingPathComponent("t").path
    let library = try TariffLibrary(folders: [folder, TestPlaces.tariffs])
    _ = try library.load(ids: ["cn-hubei-two-part"])
    let error = #expect(throws: DiagnosticsError.self) {
      try library.load(ids: ["cn-hunan-large-industry-2013"])
    }
    #expect(error?.diagnostics.map(\.code) == ["number"])
    #expect(error?.diagnostics.first?.file == "t/hunan.xml")
    let all = #expect(throws: DiagnosticsError.self) { try library.loadAll() }
    #expect(all?.diagnostics.count == 2)
  }

  @Test("Two files of a folder with one id are both named")
  func twins() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = TestPlaces.tariffs + "/cn/hunan/large-industry-2013.xml"
    let hunan = try String(contentsOfFile: path, encoding: .utf8)
    try scratch.write(hunan, to: "t/a.xml")
    try scratch.write(hunan, to: "t/b.xml")
    let folder = scratch.folder.appendingPathComponent("t").path
    let library = try TariffLibrary(folders: [folder, TestPlaces.tariffs])
    let error = #expect(throws: DiagnosticsError.self) {
      try library.load(ids: ["cn-hunan-large-industry-2013"])
    }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.file == "t/b.xml")
    #expect(diagnostic.message.contains("t/a.xml"))
    let found = TariffChecker(library: library).check([folder])
    #expect(found.map(\.code) == ["duplicate-name"])
    #expect(found.first?.message.contains("a.xml") == true)
  }

  @Test("Checking two folders of which the first has a tariff of the second finds nothing wrong")
  func checkedPrecedence() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for file in ["two-part.xml", "prices/2026-01.xml"] {
      let text = try String(
        contentsOfFile: TestPlaces.tariffs + "/cn/hubei/" + file, encoding: .utf8)
      try scratch.write(text, to: "mine/" + file)
    }
    let mine = scratch.folder.appendingPathComponent("mine").path
    let library = try TariffLibrary(folders: [mine, TestPlaces.tariffs])
    let found = TariffChecker(library: library).check([mine, TestPlaces.tariffs])
    #expect(found.isEmpty, "\(DiagnosticText.render(found))")
    // A copy of a page beside the library's own is a draft of it, not a second page.
    let copy = mine + "/prices/2026-01.xml"
    #expect(TariffChecker(library: library).check([copy]).isEmpty)
  }

  @Test("A printed figure that does not recompute stops a bill, too")
  func strictPages() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let page = try SlipTests.page().replacingOccurrences(of: "0.395024", with: "0.395924")
    try scratch.write(page, to: "t/2026-01.xml")
    let folder = scratch.folder.appendingPathComponent("t").path
    let library = try TariffLibrary(folders: [folder, TestPlaces.tariffs])
    let error = #expect(throws: DiagnosticsError.self) {
      try library.load(ids: ["cn-hubei-two-part"])
    }
    #expect(error?.diagnostics.map(\.code) == ["period-price"])
  }

  @Test("The first tag is found behind declaration and comments, in single quotes and with prefix")
  func rootTag() {
    let text = """
      <?xml version="1.0"?>
      <!-- <tariff id="no"> --><t:tariff id = 'a>b'
        area="x" xmlns:t="urn:tariffwise:1"/>
      """
    let tag = RootTag(in: SourceText(file: "f", text: text))
    #expect(tag?.name == "tariff")
    #expect(tag?.attributes["id"] == "a>b")
    #expect(tag?.attributes["area"] == "x")
    for broken in ["", "x", "<", "<!-- ", "<tariff id=a>", "<!DOCTYPE x><tariff/>"] {
      let tag = RootTag(in: SourceText(file: "f", text: broken))
      #expect(tag == nil || tag?.name != "tariff" || tag?.attributes.isEmpty == true)
    }
  }
}
