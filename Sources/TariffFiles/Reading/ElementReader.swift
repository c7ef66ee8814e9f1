import Documents
import Quantities

/// One element of a tariff file as the readers see it: what is missing, unknown or wrong in it is
/// kept with its place, and reading goes on.
struct ElementReader {

  let element: MarkupElement
  let findings: FileFindings

  /// What stands for the children of the file; nothing where those do.
  private var others: [ElementReader]?

  init(_ element: MarkupElement, _ findings: FileFindings) {
    self.element = element
    self.findings = findings
  }

  /// The element with other children, each in the place of one of its own or left out.
  func replacingChildren(_ replace: (ElementReader) -> ElementReader?) -> ElementReader {
    var changed = self
    changed.others = children.compactMap(replace)
    return changed
  }

  /// The name in angle brackets, as messages write it.
  var title: String { "<\(element.name)>" }

  /// The line the element begins in.
  var line: Int { findings.line(of: element.startTag) }

  /// The name in the start tag, where faults of the whole element are shown.
  var place: SourceRange { element.nameRange }

  /// Keeps a fault of the whole element.
  func report(_ code: TariffFileCode, _ message: Message, hint: Message? = nil) {
    findings.report(code, at: place, message, hint: hint)
  }

  /// Keeps a fault of the value of an attribute, or of the element where there is no such attribute.
  func report(
    _ code: TariffFileCode, at attribute: String, _ message: Message, hint: Message? = nil,
    severity: DiagnosticSeverity = .error
  ) {
    findings.report(code, at: range(of: attribute), message, hint: hint, severity: severity)
  }

  /// Where the value of an attribute stands, or the element's name where it has none.
  func range(of attribute: String) -> SourceRange {
    guard let found = element.attribute(named: attribute) else { return place }
    return found.valueRange.isEmpty ? found.nameRange : found.valueRange
  }

  /// The element reader of each child, in the order of the file.
  var children: [ElementReader] {
    others ?? element.elements.map { ElementReader($0, findings) }
  }

  /// The children with a name.
  func children(named name: String) -> [ElementReader] {
    children.filter { $0.element.name == name }
  }

  /// The one child with a name, where there is one; further ones are faults.
  func child(named name: String) -> ElementReader? {
    let found = children(named: name)
    if let first = found.first {
      for extra in found.dropFirst() {
        extra.report(
          .repeatedElement,
          """
          \(title) has a second <\(name)>; the first stands in line \(first.line), and one is \
          expected
          """)
      }
    }
    return found.first
  }

  /// The one child with a name, which must be there.
  func requiredChild(named name: String) -> ElementReader? {
    let found = child(named: name)
    if found == nil {
      report(.missingElement, "\(title) has no <\(name)>, which is expected in it")
    }
    return found
  }

  /// The children with a name, of which there must be one at the least.
  func requiredChildren(named name: String) -> [ElementReader] {
    let found = children(named: name)
    if found.isEmpty {
      report(.missingElement, "\(title) has no <\(name)>; one or more are expected in it")
    }
    return found
  }

  /// The words of the element's text.
  var words: [MarkupWord] { element.words(in: findings.source) }

  /// The element's text, each line break with its indentation as one blank.
  var plainText: String {
    element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
