import Documents
import Quantities
import Tariffs

/// Writes a price page as a person would type it, a line for each row of the table.
struct PageWriter {

  let subject: PageSubject
  let table: PublishedTable

  /// The ids of the tariffs that have the rows of a class.
  let tariffs: [PublishedTable.Use: [String]]

  /// The order of attributes of `source`.
  private static let sourceOrder = [
    "published", "number", "page", "url", "transcribed-by", "checked-by",
  ]

  var text: String {
    let month = subject.month
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      """
      <price-page xmlns="urn:tariffwise:1" area="\(MarkupEscape.text(subject.area))" \
      from="\(month.firstDay)" to="\(month.lastDay)">
      """,
      "  <source title=\"\(MarkupEscape.text(subject.title ?? defaultTitle))\"",
    ]
    for name in Self.sourceOrder {
      if let value = subject.source[name] {
        lines.append("          \(name)=\"\(MarkupEscape.text(value))\"")
      }
    }
    lines.append("          confidence=\"\(subject.confidence.rawValue)\"/>")
    lines.append("")
    lines.append(
      "  <columns energy=\"CNY/kWh\" demand=\"CNY/kW/month\" capacity=\"CNY/kVA/month\">")
    lines.append("    " + padded("", table.columns))
    lines.append("  </columns>")
    for use in PublishedTable.Use.allCases {
      let rows = table.rows.filter { $0.use == use }
      guard !rows.isEmpty, let ids = tariffs[use] else { continue }
      lines += ["", "  <rows tariff=\"\(ids.joined(separator: " "))\">"]
      lines += rows.map { "    " + padded(Self.start(of: $0), $0.figures) + " </row>" }
      lines.append("  </rows>")
    }
    lines.append("</price-page>")
    return lines.map { $0 + "\n" }.joined()
  }

  private var defaultTitle: String {
    "\(subject.month.year)年\(subject.month.number)月代理购电工商业用户电价表"
  }

  private static func start(of row: PublishedTable.Row) -> String {
    "<row voltage=\"\(row.voltages.map(\.rawValue).joined(separator: " "))\">"
  }

  /// Cells below each other, behind the start of the row.
  private func padded(_ start: String, _ cells: [String]) -> String {
    let lead = table.rows.map { Self.start(of: $0).count }.max() ?? 0
    let widths = table.columns.indices.map { column in
      max(
        table.columns[column].count, table.rows.map { $0.figures[column].count }.max() ?? 0)
    }
    let padding = String(repeating: " ", count: lead - start.count)
    let text = zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: width - cell.count)
    }.joined(separator: " ")
    return start + padding + " " + (start.isEmpty ? Self.trimmed(text) : text)
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
