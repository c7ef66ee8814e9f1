import Documents
import Quantities
import Tariffs

/// Reads a file of power-factor tables.
struct PowerFactorTablesReader {

  let findings: FileFindings

  /// The tables; nothing where something in the file is wrong, which was reported.
  func read(_ root: ElementReader) -> PowerFactorTables? {
    root.expect(attributes: ["id"], children: ["source", "table"])
    let id = root.required("id", .name)
    let sources = SourceList(in: root)
    var tables: [PowerFactorTable] = []
    var lines: [PowerFactorStandard: Int] = [:]
    for element in root.requiredChildren(named: "table") {
      let table = read(table: element, sources: sources)
      guard let table else { continue }
      if let line = lines[table.standard] {
        element.report(
          .duplicateName, at: "standard",
          "there is a second table for \(table.standard.rawValue); the first stands in line \(line)"
        )
        continue
      }
      lines[table.standard] = element.line
      tables.append(table)
    }
    guard let id, !findings.hasErrors else { return nil }
    return PowerFactorTables(id: id, tables: tables, file: findings.source.file)
  }

  private func read(table element: ElementReader, sources: SourceList) -> PowerFactorTable? {
    element.expect(attributes: ["standard", "source", "page"], children: ["step", "slope"])
    let standard = element.required("standard", .standard)
    let rule = sources.rule(for: element, isRequired: true)
    var rates = [Rate?](repeating: nil, count: 101)
    var owners = [ElementReader?](repeating: nil, count: 101)
    var isComplete = true
    for child in element.children {
      let entries: [(hundredths: Int, rate: Rate)]?
      switch child.element.name {
      case "step": entries = step(child)
      case "slope": entries = slope(child)
      default: entries = nil
      }
      guard let entries else {
        isComplete = false
        continue
      }
      var taken: [Int] = []
      var other: ElementReader?
      for (hundredths, rate) in entries {
        if let owner = owners[hundredths] {
          taken.append(hundredths)
          other = other ?? owner
          continue
        }
        owners[hundredths] = child
        rates[hundredths] = rate
      }
      if let other {
        child.report(
          .powerFactorOverlap,
          """
          \(Self.words(for: taken)) an adjustment here and in line \(other.line); one is \
          expected
          """)
      }
    }
    let missing = rates.indices.filter { rates[$0] == nil }
    // A step that could not be read would be reported a second time as a gap.
    if isComplete, !missing.isEmpty {
      element.report(
        .powerFactorGap,
        """
        \(Self.words(for: missing)) no adjustment; every hundredth from 0.00 to 1.00 is \
        expected to have one
        """)
    }
    let complete = rates.compactMap { $0 }
    guard let standard, complete.count == 101 else { return nil }
    return PowerFactorTable(standard: standard, rates: complete, rule: rule)
  }

  private func step(_ element: ElementReader) -> [(hundredths: Int, rate: Rate)]? {
    element.expect(attributes: ["at", "from", "to", "percent"])
    let percent = element.required("percent", .percent)
    let ends: (Int?, Int?)
    if element.has("at"), element.has("from") || element.has("to") {
      element.report(
        .conflictingAttributes, at: "at",
        "\(element.title) has \"at\" and a range, which exclude each other; one is expected")
      return nil
    } else if element.has("at") {
      let at = element.optional("at", .hundredths)
      ends = (at, at)
    } else {
      ends = (element.required("from", .hundredths), element.required("to", .hundredths))
    }
    guard let percent, let from = ends.0, let to = ends.1 else { return nil }
    return (min(from, to)...max(from, to)).map { ($0, percent) }
  }

  private func slope(_ element: ElementReader) -> [(hundredths: Int, rate: Rate)]? {
    element.expect(attributes: ["from", "to", "start", "percent-per-hundredth"])
    let from = element.required("from", .hundredths)
    let to = element.required("to", .hundredths)
    let start = element.required("start", .percent)
    let change = element.required("percent-per-hundredth", .percent)
    guard let from, let to, let start, let change else { return nil }
    return stride(from: from, through: to, by: from <= to ? 1 : -1).map { hundredths in
      let steps = Int128(abs(hundredths - from))
      return (hundredths, Rate(units: start.units + change.units * steps))
    }
  }

  /// `0.91 has`, `0.91 to 0.93 have`, or `0.91 and 4 more have`.
  private static func words(for hundredths: [Int]) -> String {
    guard let first = hundredths.min(), let last = hundredths.max() else { return "nothing has" }
    let text = { (value: Int) in PowerFactor(hundredths: value)?.description ?? "" }
    if first == last { return "\(text(first)) has" }
    return last - first + 1 == hundredths.count
      ? "\(text(first)) to \(text(last)) have"
      : "\(text(first)) and \(hundredths.count - 1) more have"
  }
}
