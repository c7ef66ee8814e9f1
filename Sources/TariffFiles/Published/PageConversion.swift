import Documents
import Quantities
import Tariffs

/// Turns a published price table into a price page, and checks it against its tariffs.
package struct PageConversion {

  private let library: TariffLibrary

  package init(library: TariffLibrary) { self.library = library }

  /// A page that was made.
  package struct Page: Sendable {
    /// The file's text.
    package let text: String
    /// What is wrong with it or in doubt, at its places in the text.
    package let findings: [Diagnostic]
  }

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - path: The table, as CSV or XLSX.
  ///   - sheet: The sheet of a workbook, where several could be meant.
  ///   - subject: What the page is about.
  /// - Returns: The page, every figure as printed; what does not recompute is among the findings.
  /// - Throws: All that keeps the table from being read.
  package func page(
    from path: String, sheet: String? = nil, _ subject: PageSubject
  ) throws(DiagnosticsError) -> Page {
    let choice = SheetChoice(named: sheet, hint: "choose with --sheet") { head in
      var reader = try? PublishedTableReader(head)
      return (try? reader?.read()) != nil
    }
    let source = try SourceText.readTable(path, choice: choice)
    var reader = try PublishedTableReader(source)
    let table = try reader.read()
    let tariffs = try self.tariffs(subject, in: source.file)
    let writer = PageWriter(
      subject: subject, table: table, tariffs: tariffs.mapValues { $0.map(\.id) })
    let text = writer.text
    let name = "\(subject.month).xml"
    let document = try MarkupDocument.parse(SourceText(file: name, text: text))
    let findings = FileFindings(document.source)
    let record = PricePageReader(findings: findings).read(ElementReader(document.root, findings))
    if let record {
      let known = tariffs.values.joined().map { ($0.id, $0) }
      PageChecker(
        record: record, tariffs: Dictionary(known, uniquingKeysWith: { first, _ in first })
      ).check()
    }
    return Page(
      text: text,
      findings: (reader.findings.diagnostics + findings.collector.diagnostics).sorted())
  }

  /// The tariffs of the area in force in the month, by whether they have a basic charge.
  private func tariffs(
    _ subject: PageSubject, in file: String
  ) throws(DiagnosticsError) -> [PublishedTable.Use: [Tariff]] {
    // Of folders with the same id the first has it.
    let ids = Set(
      library.entries.filter { $0.kind == .tariff && $0.area == subject.area }.compactMap(\.id))
    guard !ids.isEmpty else {
      throw DiagnosticsError(
        Diagnostic(
          file: file, code: "published-area",
          message:
            """
            there is no tariff of \(Printable.quote(subject.area)), for which the page would \
            be
            """,
          hint: Suggestion.hint(for: subject.area, in: library.areas)))
    }
    let book = try library.load(ids: ids)
    var found: [PublishedTable.Use: [Tariff]] = [:]
    for id in ids.sorted() {
      guard let tariff = book.tariffs[id],
        let version = tariff.version(on: subject.month.firstDay)
      else { continue }
      found[version.basicCharge == nil ? .singlePart : .twoPart, default: []].append(tariff)
    }
    return found
  }
}
