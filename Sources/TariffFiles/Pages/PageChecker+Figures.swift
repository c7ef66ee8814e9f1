import Documents
import Quantities
import Tariffs

/// Recomputation of every printed figure.
extension PageChecker {

  /// A row whose figures do not all follow from its components.
  private struct Fault {
    let row: PageRecord.Row
    /// The figures that do not recompute.
    let checks: [RowArithmetic.Check]
    /// Whether no figure of the row recomputes.
    let isWhole: Bool
    let repairs: [RowRepair]
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
        continue
      }
      let repairs = RowRepair.find(
        for: row.cells.map(\.text), prices, arithmetic, except: marked,
        agreeing: columnsAgreeing(with: row))
      faults.append(
        Fault(
          row: row, checks: wrong, isWhole: wrong.count == checks.count, repairs: repairs))
    }
    if faults.count == recomputed, recomputed > 1, let repair = faults[0].repairs.first,
      case .cellsSwapped(let left, let right) = repair,
      faults.allSatisfy({ $0.repairs.contains(repair) })
    {
      reportHeadings(left, right, faults[0], group, arithmetic)
      return
    }
    for fault in faults { report(fault, arithmetic) }
  }

  /// The columns in which another row of the page has the same figure.
  private func columnsAgreeing(with row: PageRecord.Row) -> Set<Int> {
    let others = record.groups.flatMap(\.rows).filter {
      $0.element.place != row.element.place && $0.cells.count == row.cells.count
    }
    return Set(
      row.cells.indices.filter { index in
        others.contains { $0.cells[index].text == row.cells[index].text }
      })
  }

  /// Every row suffers from the same exchange: the heading is wrong, or two columns were pasted in
  /// the wrong order.
  private func reportHeadings(
    _ left: Int, _ right: Int, _ fault: Fault, _ group: PageRecord.Group,
    _ arithmetic: RowArithmetic
  ) {
    findings.report(
      code(fault.checks[0]), at: record.columns[left].place,
      """
      in every row of \(Printable.quote(group.tariff)) \
      \(sentence(fault.checks, fault.row, arithmetic))
      """,
      hint:
        """
        the columns \(Printable.quote(names[left])) and \(Printable.quote(names[right])) may be \
        exchanged: the other way round every figure is right
        """)
  }

  private func report(_ fault: Fault, _ arithmetic: RowArithmetic) {
    let first = fault.checks[0]
    if let repair = fault.repairs.first {
      findings.report(
        code(first), at: fault.row.cells[repair.column].place,
        sentence(fault.checks, fault.row, arithmetic), hint: hint(fault))
    } else if fault.checks.count > 1, fault.isWhole {
      findings.report(
        code(first), at: fault.row.cells[first.figure.column].place,
        sentence(fault.checks, fault.row, arithmetic),
        hint: "no figure of the row recomputes: compare its components with the page")
    } else {
      for check in fault.checks {
        let column = check.figure.column
        findings.report(
          code(check), at: fault.row.cells[column].place, sentence([check], fault.row, arithmetic),
          hint: mark(
            column, check.expected.text(like: fault.row.cells[column].text), fault.row))
      }
    }
  }

  /// The slips that would explain a fault, all of one kind.
  private func hint(_ fault: Fault) -> Message {
    let places = fault.repairs.map { Printable.quote(names[$0.column]) }
    switch fault.repairs[0] {
    case .digitsSwapped(let column, let value):
      return """
        two digits of \(Printable.alternatives(places, conjunction: "or of")) may be \
        swapped: \(values(fault)) would make \(rightness(fault))\(asPrinted(fault, column, value))
        """
    case .digitMistyped(let column, let value):
      return """
        a digit of \(Printable.alternatives(places, conjunction: "or of")) may be mistyped: \
        \(values(fault)) would make \(rightness(fault))\(asPrinted(fault, column, value))
        """
    case .cellsSwapped:
      let pairs = fault.repairs.compactMap { repair -> Message? in
        guard case .cellsSwapped(let left, let right) = repair else { return nil }
        return "\(Printable.quote(names[left])) and \(Printable.quote(names[right]))"
      }
      return
        """
        \(Message.alternatives(pairs)) may be exchanged: the other way round every figure of \
        the row is right
        """
    }
  }

  private func values(_ fault: Fault) -> Message {
    Printable.alternatives(
      fault.repairs.compactMap { repair in
        switch repair {
        case .digitsSwapped(_, let value), .digitMistyped(_, let value): value
        case .cellsSwapped: nil
        }
      })
  }

  private func code(_ check: RowArithmetic.Check) -> TariffFileCode {
    check.figure.formula == nil ? .priceTotal : .periodPrice
  }

  /// Both figures of the first check that fails, and how many others do.
  private func sentence(
    _ checks: [RowArithmetic.Check], _ row: PageRecord.Row, _ arithmetic: RowArithmetic
  ) -> Message {
    let check = checks[0]
    let column = names[check.figure.column]
    let printed = row.cells[check.figure.column].text
    let expected = check.expected.text(like: printed)
    let text: Message
    if check.figure.formula == nil {
      text =
        """
        the \(arithmetic.componentCount) components add up to \(expected), but the row says \
        \(column) \(printed)
        """
    } else {
      let working = arithmetic.working(of: check.figure, in: row.cells.map(\.text))
      text =
        "\(Printable.quote(column)) is \(printed), but its components give \(expected) = \(working)"
    }
    guard checks.count > 1 else { return text }
    return """
      \(text); \(checks.count - 1) more figure\(checks.count > 2 ? "s" : "") of the row \
      \(checks.count > 2 ? "do" : "does") not recompute
      """
  }

  private func rightness(_ fault: Fault) -> Message {
    fault.checks.count == 1 && fault.checks[0].figure.formula == nil
      ? "the total right" : "every figure of the row right"
  }

  /// What to do where the page itself prints the figure.
  private func asPrinted(_ fault: Fault, _ column: Int, _ value: String) -> Message {
    guard fault.repairs.count == 1, fault.checks.count == 1, fault.checks[0].figure.column == column
    else { return "" }
    return "; \(mark(column, value, fault.row))"
  }

  private func mark(_ column: Int, _ value: String, _ row: PageRecord.Row) -> Message {
    let voltage =
      row.voltages.map { " voltage=\"\($0.sorted().map(\.rawValue).joined(separator: " "))\"" }
    return """
      if the page does print \(row.cells[column].text), add <as-printed\(voltage ?? "") \
      column="\(names[column])" recomputed="\(value)">…</as-printed>
      """
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
          """
          there is no row of \(Printable.quote(group.tariff)) as named here; \
          \(Message.alternatives(group.rows.map(\.title))) is expected
          """)
        continue
      }
      guard let column = names.firstIndex(of: mark.column) else {
        mark.element.report(
          .asPrintedCell, at: "column",
          """
          the page has no column \(Printable.quote(mark.column)); \
          \(Printable.alternatives(names)) is expected
          """,
          hint: Suggestion.hint(for: mark.column, in: names))
        continue
      }
      if let first = marks[index]?.first(where: { $0.column == mark.column }) {
        mark.element.report(
          .asPrintedCell,
          """
          \(Printable.quote(names[column])) of \(group.rows[index].title) is marked a second time; \
          the first mark stands in line \(first.element.line)
          """)
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
          """
          \(Printable.quote(mark.column)) of \(row.title) follows from no other figures; a total \
          or a period price is expected
          """)
        continue
      }
      if printed == expected {
        mark.element.report(
          .asPrintedNeedless,
          """
          \(Printable.quote(mark.column)) of \(row.title) is \(row.cells[column].text), which its \
          components give too; a figure that does not recompute is expected
          """,
          hint: "delete the mark")
      } else if mark.recomputed != expected {
        let like = expected.text(like: row.cells[column].text)
        mark.element.report(
          .asPrintedFigure, at: "recomputed",
          """
          the mark says that \(mark.recomputed) follows from the components, but \
          \(like) does = \(arithmetic.working(of: figure, in: row.cells.map(\.text)))
          """,
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
