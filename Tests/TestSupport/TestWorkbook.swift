/// A workbook put together for a test.
public struct TestWorkbook: Sendable {
  /// A cell of a sheet.
  public enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
  {
    case none
    case text(String)
    case number(String)
    /// A number under a format: 1 is `yyyy-mm-dd hh:mm`, 2 `yyyy-mm-dd`, 3 `hh:mm`.
    case styled(Int, String)
    case shared(Int)
    /// Markup, with `@` where the place of the cell stands.
    case markup(String)

    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number("\(value)") }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number("\(value)") }
  }

  /// A sheet by its name.
  public struct Sheet: Sendable {
    /// The name on its tab.
    public var name: String
    /// Whether its tab is hidden.
    public var isHidden = false
    /// All that stands between the tags of `sheetData`.
    public var data: String

    /// A sheet of rows.
    public init(_ name: String, _ rows: [[Cell]], isHidden: Bool = false) {
      self.init(name, data: TestWorkbook.data(rows), isHidden: isHidden)
    }

    /// A sheet of markup.
    public init(_ name: String, data: String, isHidden: Bool = false) {
      self.name = name
      self.data = data
      self.isHidden = isHidden
    }
  }

  /// The namespace of workbooks as programs write them.
  public static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// In the order of their tabs.
  public var sheets: [Sheet]
  /// What stands in each `si`.
  public var shared: [String]?
  /// Whether days are counted from 1904.
  public var is1904 = false
  /// The namespace of its parts.
  public var namespace = TestWorkbook.transitional
  /// Entries beside those of the workbook.
  public var extra: [(name: String, text: String)] = []

  /// A workbook of some sheets.
  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// A workbook of one sheet with the values of a text without doubled quotation marks, numbers as
  /// numbers.
  public init(csv: String) {
    let rows = csv.split(whereSeparator: \.isNewline).map { line in
      Self.values(of: line).map { value -> Cell in
        let isNumber = Double(value) != nil && value.utf8.allSatisfy { (45...57).contains($0) }
        return value.isEmpty ? .none : isNumber ? .number(String(value)) : .text(String(value))
      }
    }
    self.init([Sheet("Sheet1", rows)])
  }

  private static func values(of line: Substring) -> [Substring] {
    // Every second stretch between quotation marks is quoted, and its commas separate nothing.
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    let marked = parts.enumerated().map { index, part in
      index % 2 == 1 ? String(part) : String(part).replacing(",", with: "\u{1}")
    }
    return Substring(marked.joined())
      .split(separator: "\u{1}", omittingEmptySubsequences: false)
  }

  /// The workbook as a file.
  public func file() -> [UInt8] {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let listed = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\""
        + "\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"rId\(index + 1)\"/>"
    }
    var targets = sheets.indices.map {
      ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    targets.append(("rId90", "styles", "/xl/styles.xml"))
    if shared != nil { targets.append(("rId91", "sharedStrings", "sharedStrings.xml")) }
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" "
        + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relations)\"><workbookPr"
        + "\(is1904 ? " date1904=\"1\"" : "")/><sheets>\(listed.joined())</sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)\">"
        + targets.map {
          "<Relationship Id=\"\($0.0)\" Type=\"\(relations)/\($0.1)\" Target=\"\($0.2)\"/>"
        }.joined() + "</Relationships>")
    zip.add(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(namespace)\"><numFmts><numFmt numFmtId=\"164\" "
        + "formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + "<xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>")
    if let shared {
      let items = shared.map { "<si>\($0)</si>" }.joined()
      zip.add("xl/sharedStrings.xml", "<sst xmlns=\"\(namespace)\">\(items)</sst>")
    }
    for (index, sheet) in sheets.enumerated() {
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml",
        "<worksheet xmlns=\"\(namespace)\"><dimension ref=\"A1:XFD1048576\"/><sheetData>"
          + "\(sheet.data)</sheetData></worksheet>")
    }
    for part in extra { zip.add(part.name, part.text) }
    return zip.archive()
  }

  /// The markup of rows.
  public static func data(_ rows: [[Cell]]) -> String {
    var data = ""
    for (number, row) in rows.enumerated() {
      data += "<row r=\"\(number + 1)\">"
      for (column, cell) in row.enumerated() {
        data += markup(cell, "r=\"\(letters(column))\(number + 1)\"")
      }
      data += "</row>"
    }
    return data
  }

  private static func markup(_ cell: Cell, _ place: String) -> String {
    switch cell {
    case .none: ""
    case .text(let text):
      "<c \(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    case .number(let text): "<c \(place)><v>\(text)</v></c>"
    case .styled(let style, let text): "<c \(place) s=\"\(style)\"><v>\(text)</v></c>"
    case .shared(let index): "<c \(place) t=\"s\"><v>\(index)</v></c>"
    case .markup(let markup): markup.replacing("@", with: place)
    }
  }

  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
