import Documents
import Foundation
import TestSupport
import Testing

@testable import TariffFiles

@Suite("Slips of a person who types a price page")
struct SlipTests {

  static func page() throws -> String {
    try String(contentsOfFile: TestPlaces.tariffs + "/cn/hubei/prices/2026-01.xml", encoding: .utf8)
  }

  /// The one thing wrong with the page of Hubei after a slip.
  private func slip(_ typed: String, as wrong: String) throws -> Diagnostic {
    let page = try Self.page()
    #expect(page.contains(typed))
    let found = try Scratch.check(page.replacingOccurrences(of: typed, with: wrong))
    #expect(found.count == 1, "\(DiagnosticText.render(found))")
    return try #require(found.first)
  }

  /// What the marks of a diagnostic stand under.
  private func marked(_ diagnostic: Diagnostic) -> String {
    guard let excerpt = diagnostic.excerpt else { return "" }
    let scalars = Array(excerpt.text.unicodeScalars)[excerpt.marked]
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  @Test("Two digits swapped: 0.0884 typed 0.0848")
  func swappedDigits() throws {
    let found = try slip("0.013643  0.0884", as: "0.013643  0.0848")
    #expect(found.code == "period-price")
    #expect(marked(found) == "0.0848")
    #expect(found.message.contains("4") && found.message.contains("1.012099"))
    #expect(
      found.hint == "two digits of \"transmission\" may be swapped: 0.0884 would make every figure "
        + "of the row right")
  }

  @Test("A cell left out: the peak price of 220 kV")
  func missingCell() throws {
    let found = try slip("0.993099 0.790061 0.594986", as: "0.993099 0.594986")
    #expect(found.code == "cell-count")
    #expect(
      found.message
        == "the row for 220kV has 10 figures, but the page has 11 columns; a figure or - is expected "
        + "for each")
    #expect(
      found.hint
        == "the figure of \"peak\" may be missing: 0.790061 would make every figure right")
  }

  @Test("A component left out: the system cost of 35 kV")
  func missingComponent() throws {
    let found = try slip(
      "0.1065       0.082273 0.0452", as: "0.1065       0.0452")
    #expect(found.code == "cell-count")
    #expect(found.hint?.contains("\"system\"") == true, "\(found.hint ?? "")")
  }

  @Test("Two columns swapped in one row: sharp and peak")
  func swappedCells() throws {
    let found = try slip("1.012099 0.809061", as: "0.809061 1.012099")
    #expect(found.code == "period-price")
    #expect(
      found.hint == "\"sharp\" and \"peak\" may be exchanged: the other way round every figure of "
        + "the row is right")
  }

  @Test("Two columns swapped in every row: purchase and transmission")
  func swappedColumns() throws {
    let page = try Self.page().replacingOccurrences(
      of: "purchase  line-loss transmission system", with: "transmission line-loss purchase system")
    let found = try Scratch.check(page)
    #expect(found.map(\.code) == ["period-price", "period-price"])
    for diagnostic in found {
      #expect(marked(diagnostic) == "transmission")
      #expect(diagnostic.hint?.contains("the columns \"transmission\" and \"purchase\"") == true)
    }
  }

  @Test("The end before the beginning")
  func backwards() throws {
    let found = try slip(
      "from=\"2026-01-01\" to=\"2026-01-31\"", as: "from=\"2026-01-31\" to=\"2026-01-01\"")
    #expect(found.code == "backwards")
    #expect(marked(found) == "2026-01-01")
    #expect(found.hint == "are \"from\" and \"to\" exchanged?")
  }

  @Test("A column misspelled")
  func misspelledColumn() throws {
    let found = try slip("line-loss transmission system", as: "line-los transmission system")
    #expect(found.code == "unknown-column")
    #expect(marked(found) == "line-los")
    #expect(found.hint == "did you mean \"line-loss\"?")
  }

  @Test("A comma for the point")
  func comma() throws {
    let found = try slip(
      "39     24.4 </row>\n    <row voltage=\"220kV\">",
      as: "39     24,4 </row>\n    <row voltage=\"220kV\">")
    #expect(found.code == "number")
    #expect(marked(found) == "24,4")
    #expect(found.hint?.contains("decimal point") == true)
  }

  @Test("A digit mistyped in a period price, and what to do where the page prints it so")
  func mistypedDigit() throws {
    let found = try slip("0.395024", as: "0.395924")
    #expect(found.code == "period-price")
    #expect(marked(found) == "0.395924")
    #expect(
      found.message
        == "\"valley\" is 0.395924, but its components give 0.395024 = (0.384470 + 0.013643) × 0.45 "
        + "+ 0.0884 + 0.082273 + 0.0452")
    #expect(
      found.hint
        == "a digit of \"valley\" may be mistyped: 0.395024 would make every figure of the "
        + "row right; if the page does print 0.395924, add <as-printed voltage=\"110kV\" "
        + "column=\"valley\" recomputed=\"0.395024\">…</as-printed>")
  }

  @Test("Printed prices of adders and of prices of their own are recomputed too")
  func addersAndPrices() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let tariff = try String(contentsOfFile: TestPlaces.base + "/two-part.xml", encoding: .utf8)
      .replacingOccurrences(
        of: "name=\"sharp\" times=\"1.92\"", with: "name=\"sharp\" plus=\"0.5\""
      )
      .replacingOccurrences(of: "name=\"peak\" times=\"1.60\"", with: "name=\"peak\" price=\"0.9\"")
    try scratch.write(tariff, to: "tariff.xml")
    let page = """
      <price-page xmlns="urn:tariffwise:1" area="cn-jiangnan" from="2026-03-01" to="2026-03-31">
        <source title="T" confidence="invented" transcribed-by="A" checked-by="B"/>
        <columns energy="CNY/kWh">purchase line-loss transmission system funds sharp peak flat
          valley demand capacity</columns>
        <rows tariff="cn-jiangnan-two-part">
          <row> 0.4 0.02 0.1 0.03 0.02 1.07 0.95 0.57 0.258 1 1 </row>
        </rows>
      </price-page>
      """
    let path = try scratch.write(page, to: "page.xml")
    let checker = TariffChecker(library: try BrokenFilesTests.library())
    let clean = checker.check([scratch.folder.path])
    #expect(clean.isEmpty, "\(DiagnosticText.render(clean))")
    for (typed, wrong, formula) in [
      ("1.07", "1.70", "0.4 + 0.02 + 0.1 + 0.03 + 0.02 + 0.5"),
      ("0.95", "0.59", "0.9 + 0.03 + 0.02"),
    ] {
      try scratch.write(page.replacingOccurrences(of: typed, with: wrong), to: "page.xml")
      let found = checker.check([scratch.folder.path])
      #expect(found.map(\.code) == ["period-price"])
      #expect(found.first?.file == path)
      #expect(found.first?.message.hasSuffix("= \(formula)") == true, "\(found)")
    }
  }

  @Test("Any two neighbouring digits swapped in any cell are found, or change no price")
  func everySwap() throws {
    let page = try Self.page()
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = try #require(
      lines.firstIndex { $0.contains("voltage=\"35kV\"") && $0.contains("26.3") })
    let library = try BrokenFilesTests.library()
    let scratch = try Scratch()
    defer { scratch.remove() }
    let characters = Array(lines[row])
    let start = try #require(characters.firstIndex(of: ">"))
    var silent: [String] = []
    for index in start..<(characters.count - 1)
    where characters[index].isNumber && characters[index + 1].isNumber
      && characters[index] != characters[index + 1]
    {
      var changed = characters
      changed.swapAt(index, index + 1)
      var copy = lines
      copy[row] = String(changed)
      let path = try scratch.write(copy.joined(separator: "\n"), to: "page.xml")
      let found = TariffChecker(library: library).check([path])
      if found.isEmpty { silent.append(String(changed)) }
      #expect(found.count <= 1, "\(DiagnosticText.render(found))")
    }
    // Nothing on the page follows from the demand and capacity prices: 42 and 26.3.
    #expect(silent.count == 2, "\(silent.joined(separator: "\n"))")
  }
}
