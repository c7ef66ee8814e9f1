import Documents
import Foundation
import Testing

/// A page the program wrote, read as its elements.
struct Page {
  let text: String
  let root: MarkupElement

  /// Reads a page, which must be well-formed but for its first line.
  init(_ text: String) throws {
    self.text = text
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    #expect(lines.first == "<!DOCTYPE html>")
    root = try MarkupDocument.parse(
      SourceText(file: "page.html", text: String(lines.last ?? ""))
    ).root
  }

  /// The page an audit gives.
  static func audit(_ arguments: [String], language: String = "en") throws -> Page {
    let result = try Program.run(
      ["audit"] + arguments + ["--format", "html", "--language", language])
    #expect(result.exit == 0, "\(arguments): \(result.errors)")
    return try Page(result.output)
  }

  /// All elements, in order.
  var elements: [MarkupElement] { Self.all(in: root) }

  static func all(in element: MarkupElement) -> [MarkupElement] {
    [element] + element.elements.flatMap(all)
  }

  /// The text of an element and of all in it.
  static func text(of element: MarkupElement) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): return text.text
      case .element(let element): return text(of: element)
      }
    }.joined()
  }

  /// The element with an id.
  func part(_ id: String) throws -> MarkupElement {
    try #require(
      elements.first { $0.attribute(named: "id")?.value == id }, "there is no part \(id)")
  }

  /// The pictures of a part.
  func pictures(_ id: String) throws -> [String] {
    try Self.all(in: part(id)).filter { $0.name == "svg" }.map { picture in
      Self.all(in: picture).map { element in
        element.name + element.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
          + element.text
      }.joined(separator: "\n")
    }
  }

  /// A cell: its words, and the figure it stands for.
  struct Cell {
    let text: String
    let figure: String?

    /// The figure without zeros at its end.
    var number: Decimal? { figure.flatMap { Decimal(string: $0) } }
  }

  /// The rows of the tables of a part, one list for each table; a folded table is one.
  func tables(_ id: String) throws -> [(rows: [[Cell]], totals: [Cell]?)] {
    let holders = Self.all(in: try part(id)).filter { element in
      ["whole", "folded"].contains(element.attribute(named: "class")?.value)
    }
    return holders.map { holder in
      let inside = Self.all(in: holder)
      let rows = inside.filter { $0.name == "tbody" }.flatMap { $0.elements(named: "tr") }
      let totals = inside.first { $0.name == "tfoot" }?.elements.first
      return (rows.map(Self.cells), totals.map(Self.cells))
    }
  }

  private static func cells(_ row: MarkupElement) -> [Cell] {
    row.elements.map { cell in
      Cell(
        text: text(of: cell),
        figure: cell.firstElement(named: "data")?.attribute(named: "value")?.value)
    }
  }
}
