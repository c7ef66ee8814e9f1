import Documents
import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("A published table becomes a price page")
struct PageConversionTests {

  /// Hubei's table of January 2026 as the grid company lays it out: a title, two rows of headings,
  /// classes in merged cells, notes below.
  static let hubei = """
    国网湖北省电力有限公司代理购电工商业用户电价表,,,,,,,,,,,,,,
    （执行时间：2026年1月1日-2026年1月31日）
    用电分类,,电压等级,电度用电价格（元/千瓦时）,其中：,,,,,分时电度用电价格（元/千瓦时）,,,,容（需）量用电价格,
    ,,,,代理购电价格,上网环节线损费用折价,电度输配电价,系统运行费用折价,政府性基金及附加,尖峰时段,高峰时段,平时段,低谷时段,最大需量（元/千瓦·月）,变压器容量（元/千伏安·月）
    工商业用电,单一制,不满1千伏,0.735686,0.384470,0.013643,0.2103,0.082273,0.0452,1.133999,0.930961,0.735686,0.516924,,
    ,,1-10千伏,0.715686,0.384470,0.013643,0.1903,0.082273,0.0452,1.113999,0.910961,0.715686,0.496924,,
    ,,35千伏,0.695686,0.384470,0.013643,0.1703,0.082273,0.0452,1.093999,0.890961,0.695686,0.476924,—,—
    ,两部制,1-10千伏,0.651886,0.384470,0.013643,0.1263,0.082273,0.0452,1.049999,0.848961,0.651886,0.432924,42,26.3
    ,,35千伏,0.632086,0.384470,0.013643,0.1065,0.082273,0.0452,1.030199,0.827161,0.632086,0.413124,42,26.3
    ,,110千伏,0.613986,0.384470,0.013643,0.0884,0.082273,0.0452,1.012099,0.809061,0.613986,0.395024,39,24.4
    ,,220千伏,0.594986,0.384470,0.013643,0.0694,0.082273,0.0452,0.993099,0.790061,0.594986,0.376024,39,24.4
    "注：1.上表所列价格由代理购电价格、上网环节线损费用等构成。2.不满1千伏、110千伏……"
    """

  static func subject(_ area: String = "cn-hubei") throws -> PageSubject {
    var subject = PageSubject(area: area, month: try #require(Month(iso: "2026-01")))
    subject.source = [
      "url": "https://example.org/?a=1&b=2", "transcribed-by": "A", "checked-by": "B",
    ]
    return subject
  }

  static func convert(
    _ text: String, area: String = "cn-hubei", name: String = "table.csv"
  ) throws -> PageConversion.Page {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = try scratch.write(text, to: name)
    return try PageConversion(library: try TariffLibrary(folders: [TestPlaces.tariffs]))
      .page(from: path, try subject(area))
  }

  /// The codes of what keeps a table from being read.
  static func refused(_ text: String, area: String = "cn-hubei") throws -> [Diagnostic] {
    do {
      _ = try convert(text, area: area)
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics
    }
  }

  @Test("Hubei's table is the shipped page, figure by figure, and its odd cells are told of")
  func hubeiPage() throws {
    let page = try Self.convert(Self.hubei)
    let scratch = try Scratch()
    defer { scratch.remove() }
    let document = try TariffDocument(try scratch.write(page.text, to: "p.xml"), as: "p.xml")
    let made = try #require(PricePageReader(findings: document.findings).read(document.root)).page
    let library = try TariffLibrary(folders: [TestPlaces.tariffs])
    let book = try library.load(ids: ["cn-hubei-two-part"])
    let shipped = try #require(book.pages["cn-hubei"]?.first)
    #expect(made.inForce == shipped.inForce)
    #expect(made.rows.count == 7)
    for row in made.rows {
      let twin = try #require(
        shipped.rows.first { $0.tariff == row.tariff && $0.voltages == row.voltages })
      #expect(row.prices.filter { $0.key != "total" } == twin.prices)
    }
    // Four cells of periods, and the total beside each flat price that is among them.
    let single = ["price-total", "period-price"]
    #expect(page.findings.map(\.code) == ["period-price"] + single + single + single)
    #expect(page.findings.allSatisfy { $0.severity == .error })
    #expect(page.text.contains("url=\"https://example.org/?a=1&amp;b=2\""))
  }

  @Test("A workbook is read as the table of comma-separated values is")
  func workbook() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.folder.appendingPathComponent("table.xlsx")
    try Data(TestWorkbook(csv: Self.hubei).file()).write(to: path)
    let library = try TariffLibrary(folders: [TestPlaces.tariffs])
    let page = try PageConversion(library: library).page(from: path.path, try Self.subject())
    let table = try Self.convert(Self.hubei)
    #expect(page.findings.map(\.code) == table.findings.map(\.code))
    #expect(try Self.prices(page) == Self.prices(table))
    #expect(try Self.prices(page).count == 7)
  }

  /// The prices of a page's rows.
  static func prices(_ page: PageConversion.Page) throws -> [[String: Price]] {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let document = try TariffDocument(try scratch.write(page.text, to: "p.xml"), as: "p.xml")
    let record = PricePageReader(findings: document.findings).read(document.root)
    return try #require(record).page.rows.map(\.prices)
  }

  @Test("A swapped digit is found by recomputing, at its place in the page")
  func swapped() throws {
    let page = try Self.convert(
      Self.hubei.replacingOccurrences(of: "1.012099,0.809061", with: "1.012099,0.809016"))
    let found = page.findings.filter { $0.message.contains("0.809016") }
    #expect(found.map(\.code) == ["period-price"])
    let line = try #require(found.first?.line)
    #expect(
      page.text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
        .contains("voltage=\"110kV\""))
  }

  @Test(
    "What cannot be read is said at its cell",
    arguments: [
      ("1-10千伏,0.651886", "1-1O千伏,0.651886", "published-voltage", 8),
      ("0.384470,0.013643,0.0884", "0.38447元,0.013643,0.0884", "number", 10),
      ("（元/千瓦时）,其中", "（分/千瓦时）,其中", "published-unit", 3),
      ("高峰时段,平时段", "高峰时段,高峰", "published-column", 0),
      ("单一制", "其他", "published-use", 5),
    ])
  func faults(_ was: String, _ now: String, _ code: String, _ line: Int) throws {
    let found = try Self.refused(Self.hubei.replacingOccurrences(of: was, with: now))
    #expect(found.contains { $0.code == code && ($0.line ?? 0) == line }, "\(found)")
  }

  /// The same table in fen: every figure of energy a hundred times as large, to the last digit.
  static let inFen: String = {
    let lines = hubei.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line -> String in
      guard line.contains("0.384470") else {
        return line.replacingOccurrences(of: "（元/千瓦时）", with: "（分/千瓦时）")
      }
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return cells.enumerated().map { index, cell -> String in
        guard (3...12).contains(index), let point = cell.firstIndex(of: ".") else {
          return String(cell)
        }
        let digits = cell[cell.index(after: point)...]
        // 0.735686 is 73.5686, and 1.133999 is 113.3999.
        let whole = (cell[..<point] == "0" ? "" : cell[..<point]) + digits.prefix(2)
        let rest = digits.dropFirst(2)
        let trimmed = whole.hasPrefix("0") ? String(whole.dropFirst()) : String(whole)
        return rest.isEmpty ? trimmed : "\(trimmed).\(rest)"
      }.joined(separator: ",")
    }.joined(separator: "\n")
  }()

  @Test("A table in fen is the page of the table in yuan, digit by digit, and says so")
  func fen() throws {
    #expect(Self.inFen.contains("73.5686,38.4470,1.3643,21.03,8.2273,4.52,113.3999"))
    let page = try Self.convert(Self.inFen)
    let yuan = try Self.convert(Self.hubei)
    #expect(page.text == yuan.text)
    #expect(page.findings.map(\.code) == ["published-unit"] + yuan.findings.map(\.code))
    #expect(page.findings.first?.severity == .warning)
  }

  @Test("Fen in yuan, and the unit of a heading")
  func units() {
    for (fen, yuan) in [
      ("38.4470", "0.384470"), ("113.3999", "1.133999"), ("5", "0.05"), ("0.5", "0.005"),
      ("-1.25", "-0.0125"), ("100", "1.00"), ("12345", "123.45"),
    ] {
      #expect(PublishedUnit.fen.yuan(fen) == yuan)
      #expect(PublishedUnit.yuan.yuan(fen) == fen)
    }
    let headings: [(String, PublishedUnit?)] = [
      ("单位：分/千瓦时", .fen), ("电价（元/千瓦·时）", .yuan), ("分 / kWh", .fen), ("元/度", .yuan),
      ("最大需量（元/千瓦·月）", nil), ("分时电度用电价格", nil),
    ]
    for (heading, unit) in headings { #expect(PublishedUnit(heading: heading) == unit) }
  }

  @Test("No table, and no tariff of the area")
  func nothing() throws {
    #expect(try Self.refused("a,b\n1,2\n").map(\.code) == ["published-table"])
    let found = try Self.refused(Self.hubei, area: "cn-hubai")
    #expect(found.map(\.code) == ["published-area"])
    #expect(found.first?.hint == "did you mean \"cn-hubei\"?")
  }

  @Test("A column no page has is left out with a word; merged voltages are several")
  func columns() throws {
    let text = Self.hubei
      .replacingOccurrences(of: "变压器容量（元/千伏安·月）", with: "变压器容量（元/千伏安·月）,备注")
      .replacingOccurrences(of: "220千伏,", with: "220千伏及以上,")
    let page = try Self.convert(text)
    #expect(page.findings.filter { $0.severity == .warning }.map(\.code) == ["published-column"])
    #expect(page.text.contains("<row voltage=\"220kV 330kV\">"))
  }

  @Test("Columns by the headings tables have for them, what stands lowest before what is above it")
  func headings() {
    let above = "分时电度用电价格（元/千瓦时）"
    let names: [([String], PublishedColumn?)] = [
      (["峰段", above], .price("peak")), (["高峰时段", above], .price("peak")),
      (["谷段", above], .price("valley")), (["低谷", above], .price("valley")),
      (["深谷时段", above], .price("deep")), (["尖峰时段", above], .price("sharp")),
      (["平段", above], .price("flat")), (["平时段", above], .price("flat")),
      (["代理购电价格", "其中"], .price("purchase")), (["上网环节线损费用"], .price("line-loss")),
      (["电度输配电价"], .price("transmission")), (["系统运行费用折价"], .price("system")),
      (["政府性基金及附加"], .price("funds")), (["需量电价（元/千瓦·月）"], .price("demand")),
      (["容量电价（元/千伏安·月）"], .price("capacity")), (["电度电价"], .price("total")),
      (["电压等级"], .voltage), (["用电类别"], .use), (["备注"], nil),
    ]
    for (cells, column) in names {
      #expect(PublishedColumn(headings: cells) == column, "\(cells)")
    }
  }

  @Test("Voltages by the names tables have for them")
  func voltages() {
    let names: [(String, [Voltage]?)] = [
      ("不满1千伏", [.below1kV]), ("1-10（20）千伏", [.from1To10kV, .kV20]),
      ("1～10千伏", [.from1To10kV]), ("35 千伏", [.kV35]), ("110（66）千伏", [.kV66, .kV110]),
      ("35-110kV", [.kV35, .kV66, .kV110]), ("220千伏及以上", [.kV220, .kV330]), ("高压", nil),
      ("35-110千伏以下", [.kV35, .kV66]), ("110-220千伏以下", [.kV110]), ("20千伏", [.kV20]),
      ("66千伏", [.kV66]), ("330千伏及以上", [.kV330]), ("1-20千伏", [.from1To10kV, .kV20]),
    ]
    for (name, expected) in names { #expect(PublishedVoltage.read(name) == expected, "\(name)") }
  }
}
