import Documents
import Quantities
import Tariffs

/// Reads a tariff file.
///
/// Everything that can be seen from the file and what it refers to by id is checked while it is
/// read, so that a tariff that was read without errors can be billed with.
struct TariffReader {

  let findings: FileFindings

  /// What it may refer to by id.
  let shared: SharedFiles

  /// What was read; nothing where something in the file is wrong, which was reported.
  func read(_ root: ElementReader) -> TariffRecord? {
    root.expect(
      attributes: ["id", "area", "currency", "time-zone"],
      children: ["title", "source", "version"])
    root.expectOrder(["title", "source", "version"])
    let id = root.required("id", .name)
    let area = root.required("area", .name)
    let currency = root.required("currency", .currency)
    let timeZone = root.required("time-zone", .timeZone)
    let titles = readTitles(root)
    var sources = SourceList(in: root)
    let taken = SharedRules.ids(namedIn: root).compactMap { shared.rules[$0] }
    for rules in taken { sources.borrow(rules) }

    var references: [TariffRecord.Fallback] = []
    var versions: [(version: TariffVersion, element: ElementReader)] = []
    for element in root.requiredChildren(named: "version") {
      var reader = VersionReader(element: element, sources: sources, shared: shared)
      if let version = reader.read() { versions.append((version, element)) }
      references += reader.fallbacks
    }
    versions.sort { $0.version.inForce.from < $1.version.inForce.from }
    checkSequence(versions)

    guard let id, let area, let currency, let timeZone, !findings.hasErrors,
      !taken.contains(where: \.findings.hasErrors)
    else { return nil }
    let tariff = Tariff(
      id: id, area: area, currency: currency, timeZone: timeZone, titles: titles,
      versions: versions.map(\.version), file: findings.source.file)
    return TariffRecord(
      tariff: tariff, source: findings.source, idPlace: root.range(of: "id"),
      fallbacks: references)
  }

  private func readTitles(_ root: ElementReader) -> [String: String] {
    var titles: [String: String] = [:]
    for element in root.requiredChildren(named: "title") {
      element.expect(attributes: [], text: true)
      let attribute = element.element.attributes.first {
        $0.name == "lang" && !$0.namespace.isEmpty
      }
      guard let attribute else {
        element.report(
          .missingAttribute, "<title> has no \"xml:lang\"; a language such as en or zh is expected")
        continue
      }
      guard titles[attribute.value] == nil else {
        findings.report(
          .duplicateName, at: attribute.valueRange,
          """
          there is a second title in \(Printable.quote(attribute.value)); one for each language \
          is expected
          """)
        continue
      }
      titles[attribute.value] = element.plainText
    }
    return titles
  }

  /// Two versions on one day would make two bills; a gap makes none, which may be meant.
  private func checkSequence(_ versions: [(version: TariffVersion, element: ElementReader)]) {
    for (earlier, later) in zip(versions, versions.dropFirst()) {
      let before = earlier.version.inForce
      let after = later.version.inForce
      if before.overlaps(after) {
        later.element.report(
          .versionOverlap, at: "from",
          """
          the version \(after) overlaps the version \(before) of line \(earlier.element.line); \
          one version is expected for each day
          """,
          hint: before.to == nil
            ? """
            end the version of line \(earlier.element.line) with \
            to="\(after.from.adding(days: -1))"
            """ : nil)
      } else if let end = before.to, end.adding(days: 1) < after.from {
        later.element.report(
          .versionGap, at: "from",
          """
          no version is in force from \(end.adding(days: 1)) to \(after.from.adding(days: -1)), \
          between this one and that of line \(earlier.element.line)
          """,
          severity: .warning)
      }
    }
  }
}

extension ElementReader {

  /// Reports children that stand after one they belong before.
  func expectOrder(_ order: [String]) {
    var furthest = 0
    for child in children {
      guard let position = order.firstIndex(of: child.element.name) else { continue }
      if position < furthest {
        child.report(
          .elementOrder,
          "\(child.title) stands after <\(order[furthest])>; it is expected before it")
      }
      furthest = max(furthest, position)
    }
  }
}
