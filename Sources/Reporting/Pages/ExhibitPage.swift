import Documents

/// An exhibit as the values of its template.
struct ExhibitPage {
  let exhibit: Exhibit

  /// What the template asks for.
  var values: [String: Any] {
    [
      "id": exhibit.id, "title": exhibit.title, "text": exhibit.text, "notes": exhibit.notes,
      "pictures": exhibit.pictures.map { picture -> [String: Any] in
        ["hasHeading": !picture.heading.isEmpty, "heading": picture.heading, "svg": picture.svg]
      },
      "hasSeveral": exhibit.pictures.count > 1,
      "tables": exhibit.tables.map { table -> [String: Any] in
        let parts = Self.parts(of: table)
        return ["isFolded": parts.count > 1, "parts": parts.map(Self.values)]
      },
    ]
  }

  /// A long table of few columns is folded into several beside each other.
  private static func parts(of table: ReportTable) -> [ReportTable] {
    guard table.columns.count <= 3, table.rows.count > 14, table.totals == nil else {
      return [table]
    }
    let length = (table.rows.count + 2) / 3
    return stride(from: 0, to: table.rows.count, by: length).map { start in
      ReportTable(
        caption: table.caption, columns: table.columns,
        rows: Array(table.rows[start..<min(start + length, table.rows.count)]))
    }
  }

  /// How many rows a table has at the most that stands on one page when it is printed.
  private static let mostOnOnePage = 16

  private static func values(_ table: ReportTable) -> [String: Any] {
    [
      "caption": table.caption, "isWide": table.columns.count > 9,
      "isShort": table.rows.count <= mostOnOnePage,
      "headings": table.columns.map { column -> [String: Any] in
        ["text": column.heading, "class": style(column.kind)]
      },
      "rows": table.rows.map { row in ["cells": cells(row, table)] },
      "hasTotals": table.totals != nil,
      "totals": table.totals.map { cells($0, table) } ?? [],
    ]
  }

  private static func cells(_ row: [ReportTable.Cell], _ table: ReportTable) -> [[String: Any]] {
    zip(row, table.columns).enumerated().map { index, cell in
      var values: [String: Any] = [
        "isHead": index == 0, "class": style(cell.1.kind), "text": table.text(cell.0, cell.1.kind),
        "isFigure": false,
      ]
      if case .figure(let figure, _) = cell.0 {
        values["isFigure"] = true
        values["figure"] = figure
      }
      return values
    }
  }

  /// Figures end alike, texts begin alike.
  private static func style(_ kind: ReportTable.Kind) -> String {
    switch kind {
    case .text, .month, .date: return "text"
    case .number, .money, .percent: return "figure"
    }
  }
}
