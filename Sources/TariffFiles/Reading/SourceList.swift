import Documents
import Quantities
import Tariffs

/// The documents a file lists, to which its rules refer by id.
struct SourceList {

  private var sources: [String: Source] = [:]

  /// The documents of files whose rules are taken, by the findings of the file.
  private var borrowed: [ObjectIdentifier: [String: Source]] = [:]

  /// Reads the sources of a file.
  init(in root: ElementReader) {
    var lines: [String: Int] = [:]
    for element in root.requiredChildren(named: "source") {
      element.expect(
        attributes: ["id", "number", "date", "page", "title", "url", "confidence"])
      let id = element.required("id", .name)
      let number = element.optional("number", .text)
      let date = element.optional("date", .date)
      let page = element.optional("page", .text)
      let title = element.required("title", .text)
      let url = element.optional("url", .text)
      let confidence = element.required("confidence", ValueForm<Source.Confidence>.word)
      if let id, let line = lines[id] {
        element.report(
          .duplicateName, at: "id",
          "there is a second source \(Printable.quote(id)); the first stands in line \(line)")
        continue
      }
      guard let id else { continue }
      lines[id] = element.line
      // What could not be read was reported; the id stays known, so that rules may refer to it.
      let source = Source(
        id: id, number: number, date: date, page: page, title: title ?? "", url: url,
        confidence: confidence ?? .invented)
      sources[id] = source
      element.warnIfUntraceable(source)
    }
  }

  /// Adds the documents to which the rules of another file refer.
  mutating func borrow(_ rules: SharedRules) {
    borrowed[ObjectIdentifier(rules.findings)] = rules.sources.sources
  }

  /// Where a rule stands and what it rests on.
  ///
  /// - Parameters:
  ///   - element: The rule; its `source` and `page` are read.
  ///   - isRequired: Whether the rule must name its source itself.
  ///   - enclosing: The source of what the rule is part of, which it shares unless it names one.
  /// - Returns: The reference, without a source where none is known.
  func rule(
    for element: ElementReader, isRequired: Bool = false, within enclosing: Source? = nil
  ) -> RuleReference {
    let page = element.optional("page", .text)
    let sources = borrowed[ObjectIdentifier(element.findings)] ?? sources
    let ids = sources.keys.sorted()
    let known = Printable.alternatives(ids.map { Printable.quote($0) })
    var source = enclosing
    if element.has("source") {
      if let id = element.optional("source", .name) {
        source = sources[id]
        if source == nil {
          element.report(
            .unknownSource, at: "source",
            "\(Printable.quote(id)) is none of the file's sources; \(known) is expected",
            hint: Suggestion.hint(for: id, in: ids))
        }
      }
    } else if isRequired {
      element.report(
        .missingSource,
        "\(element.title) does not name its source; a document listed as <source> is expected",
        hint: ids.isEmpty ? nil : "write source=\"…\" with \(known)")
    }
    return RuleReference(
      source: source.map { page.map($0.onPage) ?? $0 }, file: element.findings.source.file,
      line: element.line)
  }
}

extension ElementReader {

  /// A document that was read can be found again by its number or its address; without either
  /// nobody else can look the figure up.
  func warnIfUntraceable(_ source: Source) {
    guard source.confidence == .seen, source.number == nil, source.url == nil else { return }
    findings.report(
      .untraceableSource, at: place,
      "the source is said to be seen, but has neither a number nor an address",
      hint: "add number=\"…\" or url=\"…\", so that others can find it", severity: .warning)
  }
}

extension Source {

  /// The same document, open at another page.
  func onPage(_ page: String) -> Source {
    Source(
      id: id, number: number, date: date, page: page, title: title, url: url,
      confidence: confidence)
  }
}
