import Documents
import Quantities
import Tariffs

/// Recomputation of every printed figure.
extension PageChecker {

  /// A row whose figures do not all follow from its components.
  private struct Fault {
    let row: PageRecord.Row
    let checks: [RowArithmetic.Check]
    let repair: RowRepair?
  }

  func checkFigures(of group: PageRecord.Group, _ arithmetic: RowArithmetic?) {
    let marks = marksByRow(group)
    guard let arithmetic else { return }
    var faults: [Fault] = []
    var recomputed = 0
    for (index, row) in group.rows.enumerated()
    where row.isReadable && row.cells.count == names.count {
      let prices = row.cells.map(\.price)
      let marked = Set((marks[index] ?? []).compactMap { names.firstIndex(of: $0.column) })
      let checks = arithmetic.checks(prices, except: marked)
      if !checks.isEmpty { recomputed += 1 }
      let wrong = checks.filter { !$0.holds }
      if wrong.isEmpty {
        checkMarks(marks[index] ?? [], of: row, arithmetic)
      } else {
        faults.append(
          Fault(
            row: row, checks: wrong,
            repair: RowRepair.find(
              for: row.cells.map(\.text), prices, arithmetic, except: marked)))
      }
    }
    if faults.count == recomputed, recomputed > 1, let repair = faults.first?.repair,
      case .cellsSwapped(let left, let right) = repair,
      faults.allSatisfy({ $0.repair == repair })
    {
      reportHeadings(left, right, faults[0], group, arithmetic)
      return
    }
    for fault in faults { report(fault, arithmetic) }
  }

  /// Every row suffers from the same exchange: the heading is wrong, or two columns were pasted in
  /// the wrong order.
  private func reportHeadings(
    _ left: Int, _ right: Int, _ fault: Fault, _ group: PageRecord.Group,
    _ arithmetic: RowArithmetic
  ) {
    findings.report(
      code(fault.checks[0]), at: record.columns[left].place,
      "in every row of \(Printable.quote(group.tariff)) "
        + "\(sentence(fault.checks, fault.row, arithmetic))",
      hint: "the columns \(Printable.quote(names[left])) and \(Printable.quote(names[right])) may be "
        + "exchanged: the other way round every figure is right")
  }

  private func report(_ fault: Fault, _ arithmetic: RowArithmetic) {
    let text = sentence(fault.checks, fault.row, arithmetic)
    let first = fault.checks[0]
    switch fault.repair {
    case .digitsSwapped(let column, let value):
      findings.report(
        code(first), at: fault.row.cells[column].place, text,
        hint: "two digits of \(Printable.quote(names[column])) may be swapped: \(value) would make "
          + rightness(fault) + asPrinted(fault, column, value))
    case .digitMistyped(let column, let value):
      findings.report(
        code(first), at: fault.row.cells[column].place, text,
        hint: "a digit of \(Printable.quote(names[column])) may be mistyped: \(value) would make "
          + rightness(fault) + asPrinted(fault, column, value))
    case .cellsSwapped(let left, let right):
      findings.report(
        code(first), at: fault.row.cells[left].place, text,
        hint: "\(Printable.quote(names[left])) and \(Printable.quote(names[right])) may be "
          + "exchanged: the other way round every figure of the row is right")
    case nil:
      for check in fault.checks {
        findings.report(
          code(check), at: fault.row.cells[check.figure.column].place,
          sentence([check], fault.row, arithmetic),
          hint: mark(
            check.figure.column,
            check.expected.text(like: fault.row.cells[check.figure.column].text), fault.row))
      }
    }
  }

  private func code(_ check: RowArithmetic.Check) -> TariffFileCode {
    check.figure.formula == nil ? .priceTotal : .periodPrice
  }

  /// Both figures of the first check that fails, and how many others do.
  private func sentence(
    _ checks: [RowArithmetic.Check], _ row: PageRecord.Row, _ arithmetic: RowArithmetic
  ) -> String {
    let check = checks[0]
    let column = names[check.figure.column]
    let printed = row.cells[check.figure.column].text
    let expected = check.expected.text(like: printed)
    var text: String
    if check.figure.formula == nil {
      text =
        "the \(arithmetic.componentCount) components add up to \(expected), but the row says "
        + "\(column) \(printed)"
    } else {
      let working = arithmetic.working(of: check.figure, in: row.cells.map(\.text))
      text =
        "\(Printable.quote(column)) is \(printed), but its components give \(expected) = \(working)"
    }
    if checks.count > 1 {
      text += "; \(checks.count - 1) more figure\(checks.count > 2 ? "s" : "") of the row "
        + "\(checks.count > 2 ? "do" : "does") not recompute"
    }
    return text
  }

  private func rightness(_ fault: Fault) -> String {
    fault.checks.count == 1 && fault.checks[0].figure.formula == nil
      ? "the total right" : "every figure of the row right"
  }

  /// What to do where the page itself prints the figure.
  private func asPrinted(_ fault: Fault, _ column: Int, _ value: String) -> String {
    guard fault.checks.count == 1, fault.checks[0].figure.column == column else { return "" }
    return "; " + mark(column, value, fault.row)
  }

  private func mark(_ column: Int, _ value: String, _ row: PageRecord.Row) -> String {
    let voltage =
      row.voltages.map { " voltage=\"\($0.sorted().map(\.rawValue).joined(separator: " "))\"" }
    return "if the page does print \(row.cells[column].text), add <as-printed\(voltage ?? "") "
      + "column=\"\(names[column])\" recomputed=\"\(value)\">…</as-printed>"
  }

  /// The marks of each row by its position; marks of no row are reported.
  private func marksByRow(_ group: PageRecord.Group) -> [Int: [PageRecord.Mark]] {
    var marks: [Int: [PageRecord.Mark]] = [:]
    for mark in group.marks {
      let index = group.rows.firstIndex { row in
        guard let wanted = mark.voltages, let there = row.voltages else {
          return mark.voltages == nil && row.voltages == nil
        }
        return wanted.isSubset(of: there)
      }
      guard let index else {
        mark.element.report(
          .asPrintedCell, at: "voltage",
          "there is no row of \(Printable.quote(group.tariff)) as named here; "
            + "\(Printable.alternatives(group.rows.map(\.title))) is expected")
        continue
      }
      guard let column = names.firstIndex(of: mark.column) else {
        mark.element.report(
          .asPrintedCell, at: "column",
          "the page has no column \(Printable.quote(mark.column)); "
            + "\(Printable.alternatives(names)) is expected",
          hint: Suggestion.hint(for: mark.column, in: names))
        continue
      }
      if let first = marks[index]?.first(where: { $0.column == mark.column }) {
        mark.element.report(
          .asPrintedCell,
          "\(Printable.quote(names[column])) of \(group.rows[index].title) is marked a second time; "
            + "the first mark stands in line \(first.element.line)")
        continue
      }
      marks[index, default: []].append(mark)
    }
    return marks
  }

  /// A mark must excuse a figure that needs it, and say what it would be.
  private func checkMarks(
    _ marks: [PageRecord.Mark], of row: PageRecord.Row, _ arithmetic: RowArithmetic
  ) {
    let prices = row.cells.map(\.price)
    for mark in marks {
      guard let column = names.firstIndex(of: mark.column) else { continue }
      guard let figure = arithmetic.figures.first(where: { $0.column == column }),
        let expected = arithmetic.expected(figure, in: prices), let printed = prices[column]
      else {
        mark.element.report(
          .asPrintedCell, at: "column",
          "\(Printable.quote(mark.column)) of \(row.title) follows from no other figures; a total "
            + "or a period price is expected")
        continue
      }
      if printed == expected {
        mark.element.report(
          .asPrintedNeedless,
          "\(Printable.quote(mark.column)) of \(row.title) is \(row.cells[column].text), which its "
            + "components give too; a figure that does not recompute is expected",
          hint: "delete the mark")
      } else if mark.recomputed != expected {
        let like = expected.text(like: row.cells[column].text)
        mark.element.report(
          .asPrintedFigure, at: "recomputed",
          "the mark says that \(mark.recomputed) follows from the components, but "
            + "\(like) does = \(arithmetic.working(of: figure, in: row.cells.map(\.text)))",
          hint: "write recomputed=\"\(like)\"")
      }
    }
  }
}

extension Price {

  /// The price with as many digits as a printed one has, or with all it needs.
  fileprivate func text(like printed: String) -> String {
    let digits = printed.split(separator: ".").dropFirst().first?.count ?? 0
    return rounded(digits: digits) == self ? text(digits: digits) : description
  }
}
