import Documents

/// Rules of one file that versions of several tariffs take as if they stood in them.
///
/// A version that says `<basic-charge shared="cn-national"/>` has the `basic-charge` of the file
/// with that id, its sources and its lines included: a national rule is changed in one place.
struct SharedRules {

  let id: String
  let elements: [ElementReader]
  let sources: SourceList
  let findings: FileFindings

  /// What a version may take from such a file.
  static let kinds =
    ["calendar", "rounding", "demand-interval", "changes", "losses"] + VersionReader.charges

  /// Reads a file.
  ///
  /// - Returns: Nothing where it has no id, which was reported.
  init?(_ root: ElementReader) {
    findings = root.findings
    root.expect(attributes: ["id"], children: ["source"] + Self.kinds)
    sources = SourceList(in: root)
    elements = root.children.filter { Self.kinds.contains($0.element.name) }
    if elements.isEmpty {
      root.report(
        .missingElement, "<shared-rules> has no rule; one or more are expected in it")
    }
    for (index, element) in elements.enumerated() {
      if let first = elements[..<index].first(where: { $0.key == element.key }) {
        element.report(
          .repeatedElement,
          """
          <shared-rules> has a second \(element.title) of that name; the first stands in line \
          \(first.line), and one is expected
          """)
      }
    }
    guard let id = root.required("id", .name) else { return nil }
    self.id = id
  }

  /// The rule that stands for one of a version.
  func rule(for element: ElementReader) -> ElementReader? {
    elements.first { $0.key == element.key }
  }

  /// The ids of files whose rules the versions of a tariff take.
  static func ids(namedIn root: ElementReader) -> [String] {
    var ids: [String] = []
    for element in root.children(named: "version").flatMap(\.children) {
      guard let id = element.element.attribute(named: "shared")?.value, !ids.contains(id) else {
        continue
      }
      ids.append(id)
    }
    return ids
  }
}

extension ElementReader {

  /// What tells a rule from others of a version: its kind, and its name where it has one.
  fileprivate var key: [String] {
    [element.name, element.attribute(named: "name")?.value ?? ""]
  }

  /// The version with the rules it takes from other files in their places.
  func takingShared(_ rules: [String: SharedRules]) -> ElementReader {
    replacingChildren { child in
      guard child.has("shared") else { return child }
      child.expect(attributes: ["shared", "name"])
      guard let id = child.optional("shared", .name) else { return nil }
      guard let shared = rules[id] else {
        let known = rules.keys.sorted()
        child.report(
          .unknownRules, at: "shared",
          known.isEmpty
            ? "there are no shared rules \(Printable.quote(id)); no file of them was found"
            : """
            there are no shared rules \(Printable.quote(id)); \
            \(Printable.alternatives(known.map { Printable.quote($0) })) is expected
            """,
          hint: Suggestion.hint(for: id, in: known))
        return nil
      }
      guard let rule = shared.rule(for: child) else {
        let there = shared.elements.map(\.title)
        child.report(
          .unknownRules, at: "shared",
          """
          the shared rules \(Printable.quote(id)) have no \(child.title); \
          \(Printable.alternatives(there)) \(there.count == 1 ? "is" : "are") there
          """)
        return nil
      }
      return rule
    }
  }
}
