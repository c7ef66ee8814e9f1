import Testing

@testable import Documents

@Suite("Headings of tables")
struct HeadingTests {

  private static let vocabulary = HeadingVocabulary([
    HeadingEntry("account", ["户号", "用户编号"]),
    HeadingEntry("voltage", ["电压等级"]),
    HeadingEntry("transformers", ["运行容量"], units: ["kVA", "千伏安"]),
    HeadingEntry("max_demand_kw", ["最大需量"], units: ["kW", "千瓦"]),
  ])

  private func table(_ headings: String, required: [String] = []) throws(DiagnosticsError) -> Table
  {
    let source = SourceText(file: "t.csv", text: headings + "\n")
    return try Table.read(source, vocabulary: Self.vocabulary, required: required)
  }

  @Test(
    "A column is found by any of its names, however they are typed",
    arguments: [
      ("account", "account"), (" Account ", "account"), ("ＡＣＣＯＵＮＴ", "account"),
      ("户号", "account"), ("　户号　", "account"), ("户号（必填）", "account"), ("户号(必填)", "account"),
      ("用户编号【10位】", "account"), ("运行容量（kVA）", "transformers"),
      ("运行容量(KVA)", "transformers"), ("运行容量/kVA", "transformers"),
      ("运行容量 [千伏安]", "transformers"), ("Max Demand kW", "max_demand_kw"),
      ("max-demand_kw", "max_demand_kw"), ("\"最大需量\n\"", "max_demand_kw"),
    ])
  func found(heading: String, name: String) throws {
    let table = try table("x,\(heading)")
    #expect(table.columnIndex(of: name) == 1)
    #expect(table.columns[1].isKnown)
    #expect(!table.columns[0].isKnown)
  }

  @Test("The unit in a heading must be the expected one", arguments: ["最大需量(W)", "最大需量/MW"])
  func wrongUnit(heading: String) throws {
    let error = #expect(throws: DiagnosticsError.self) { try table("x,\(heading)") }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code == "heading-unit")
    #expect(diagnostic.column == 3)
    #expect(diagnostic.message.hasSuffix("kW or 千瓦 is expected"))
  }

  @Test("Unknown columns are kept under their own heading, units told apart")
  func unknown() throws {
    let table = try table("account,Load Type,备注（元）")
    #expect(table.columns.map(\.heading) == ["account", "Load Type", "备注（元）"])
    #expect(table.columns.map(\.name) == ["account", "load type", "备注(元)"])
    #expect(table.columns.map(\.unit) == [nil, nil, "元"])
    #expect(table.columnIndex(of: "load type") == 1)
    #expect(table.columnIndex(of: "nothing") == nil)
  }

  @Test("Two headings that mean the same column are refused")
  func sameMeaning() throws {
    let error = #expect(throws: DiagnosticsError.self) { try table("户号,x,account") }
    #expect(error?.diagnostics.map(\.code) == ["duplicate-heading"])
    #expect(error?.diagnostics.first?.message.contains("\"户号\" of line 1, column 1") == true)
  }

  @Test("A missing column is named, and a misspelt heading pointed at")
  func missing() throws {
    let error = #expect(throws: DiagnosticsError.self) {
      try table("acount,x", required: ["account", "voltage"])
    }
    let diagnostics = try #require(error?.diagnostics)
    #expect(diagnostics.map(\.code) == ["missing-column", "missing-column"])
    let slip = try #require(diagnostics.first { $0.message.contains("acount") })
    #expect(slip.column == 1)
    #expect(slip.excerpt?.marked == 0..<6)
    #expect(slip.hint == "did you mean \"account\"?")
  }

  @Test("Headings between full-width commas are recognised as such")
  func fullWidthCommas() {
    let error = #expect(throws: DiagnosticsError.self) {
      try table("户号，电压等级", required: ["account"])
    }
    #expect(error?.diagnostics.first?.hint?.contains("full-width commas") == true)
  }

  @Test("A dictionary is a vocabulary too")
  func literal() throws {
    let vocabulary: HeadingVocabulary = ["month": ["月份"], "from": []]
    let table = try Table.read(
      SourceText(file: "t", text: "月份,from\n"), vocabulary: vocabulary)
    #expect(table.columns.map(\.name) == ["month", "from"])
  }
}
