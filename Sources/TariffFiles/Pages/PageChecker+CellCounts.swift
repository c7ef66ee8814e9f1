import Documents
import Quantities
import Tariffs

/// Rows with a figure too few or too many.
extension PageChecker {

  func checkCellCounts(_ group: PageRecord.Group, _ arithmetic: RowArithmetic?) {
    for row in group.rows where row.cells.count != names.count {
      let count = row.cells.count
      row.element.report(
        .cellCount,
        """
        \(row.title) has \(count) figure\(count == 1 ? "" : "s"), but the page has \
        \(names.count) columns; a figure or - is expected for each
        """,
        hint: row.isReadable ? hint(for: row, arithmetic) : nil)
    }
  }

  private func hint(for row: PageRecord.Row, _ arithmetic: RowArithmetic?) -> Message? {
    switch row.cells.count - names.count {
    case -1: return missing(in: row, arithmetic) ?? "write - for a blank cell"
    case 1: return surplus(in: row, arithmetic)
    default: return row.cells.count < names.count ? "write - for a blank cell" : nil
    }
  }

  /// The columns whose figure may be the missing one: with it in its place, the others recompute.
  private func missing(in row: PageRecord.Row, _ arithmetic: RowArithmetic?) -> Message? {
    guard let arithmetic else { return nil }
    var found: [(name: String, value: Price?)] = []
    for column in names.indices {
      var trial = row.cells.map(\.price)
      trial.insert(nil, at: column)
      let isDerived =
        arithmetic.componentColumns.contains(column)
        || arithmetic.figures.contains { $0.column == column }
      if isDerived {
        if let value = arithmetic.solution(for: column, in: trial, except: []) {
          found.append((names[column], value))
        }
      } else {
        let checks = arithmetic.checks(trial)
        if !checks.isEmpty, checks.allSatisfy(\.holds) { found.append((names[column], nil)) }
      }
    }
    guard let first = found.first else { return nil }
    let columns = Printable.alternatives(found.map { Printable.quote($0.name) })
    guard found.count == 1, let value = first.value else {
      return "the figure of \(columns) may be missing; write - for a blank cell"
    }
    return """
      the figure of \(columns) may be missing: \
      \(arithmetic.text(value)) would make every figure right
      """
  }

  /// The figures without which the others recompute.
  private func surplus(in row: PageRecord.Row, _ arithmetic: RowArithmetic?) -> Message? {
    guard let arithmetic else { return nil }
    let found = row.cells.indices.filter { index in
      var trial = row.cells.map(\.price)
      trial.remove(at: index)
      let checks = arithmetic.checks(trial)
      return !checks.isEmpty && checks.allSatisfy(\.holds)
    }
    guard !found.isEmpty, found.count <= 4 else { return nil }
    return
      """
      \(Printable.alternatives(found.map { row.cells[$0].text })) may be one too many: without \
      it every figure is right
      """
  }
}
