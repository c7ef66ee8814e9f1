import Documents
import Quantities

/// Reads the rows of a table one by one; every fault is told.
struct RowsScanner {
  let plan: RowsPlan
  var context: RowContext
  var gathered: RowsGathered
  let stampReader: StampReader
  let number: StyledNumber
  /// The line of the row at hand.
  var line = 0
  /// The factors written in the column of multipliers.
  var factors: [String: Rate] = [:]

  private init(plan: RowsPlan, context: RowContext, gathered: RowsGathered) {
    self.plan = plan
    self.context = context
    self.gathered = gathered
    stampReader = StampReader(pattern: plan.base.pattern)
    number = StyledNumber(style: plan.numbers)
  }

  /// Reads all rows.
  ///
  /// - Throws: A fault of the file itself, such as a quote that is never closed.
  static func gather(_ text: LoadText, _ plan: RowsPlan) throws(DiagnosticsError) -> RowsGathered {
    var gathered = RowsGathered()
    let head = text.withBytes { bytes in
      bytes[..<plan.base.layout.bodyOffset].reduce(0) { $0 + ($1 == Byte.lineFeed ? 1 : 0) }
    }
    gathered.line += head
    try text.forEachPiece(from: plan.base.layout.bodyOffset) {
      (bytes, base) throws(DiagnosticsError) in
      var context = RowContext(
        text: text, plan: plan.base, bytes: bytes, base: base, record: gathered.record)
      context.checksMultiplier = plan.checksMultiplier
      var scanner = RowsScanner(plan: plan, context: context, gathered: gathered)
      try scanner.run()
      gathered = scanner.gathered
      gathered.record = scanner.context.record
    }
    return gathered
  }

  private mutating func run() throws(DiagnosticsError) {
    var position = 0
    while position < context.bytes.count, !context.record.isHopeless {
      let start = position
      line = gathered.line
      let footers = context.record.footers.count
      if let account = try context.readRow(&position) {
        try read(account, end: position)
      } else if context.record.footers.count > footers {
        noteSums()
      }
      for byte in context.bytes[start..<position] where byte == Byte.lineFeed {
        gathered.line += 1
      }
    }
  }

  private mutating func read(_ account: Int, end: Int) throws(DiagnosticsError) {
    switch plan.base.layout.shape {
    case .long(let columns): try readLong(columns, account, end)
    case .wide(let columns): try readWide(columns, account, end)
    }
  }

  /// Where a cell stands in the text.
  func range(_ cell: RowCell) -> Range<Int> {
    (context.base + cell.start)..<(context.base + cell.end)
  }

  /// Takes a row without a stamp for one of sums, where it begins with such a word.
  ///
  /// - Returns: Whether it is one.
  mutating func takeFooter(_ cell: RowCell, end: Int) -> Bool {
    guard context.isFooter() else { return false }
    context.record.rowCount -= 1
    context.record.footers.append(
      (context.base + cell.start)..<(context.base + max(cell.end, end - 1)))
    noteSums()
    return true
  }

  private mutating func noteSums() {
    let cells = context.splitter.cells
    guard case .long(let columns) = plan.base.layout.shape,
      let first = cells.first(where: { $0.start < $0.end }),
      FooterWord.isSum(context.cellText(first))
    else { return }
    for value in columns.values where value.column < cells.count {
      let cell = cells[value.column]
      if case .number(let mantissa, let digits) = number.read(context.bytes, cell) {
        gathered.sums.append(
          RowsGathered.Sum(
            column: value.column,
            value: RowValue(mantissa: mantissa, fractionDigits: digits, range: range(cell))))
      }
    }
  }

  /// Reads the number of a cell, and notes what is wrong with it.
  mutating func readNumber(of cell: RowCell, heading: Int, account: Int) -> RowValue? {
    let written = number.read(context.bytes, cell)
    switch written {
    case .missing: return RowValue(mantissa: nil, range: range(cell))
    case .number(let mantissa, let digits):
      let whole = context.bytes[cell.start..<cell.end]
        .prefix { $0 != plan.numbers.decimalMark }.count(where: Byte.isDigit)
      return RowValue(
        mantissa: mantissa, fractionDigits: digits, wholeDigits: whole, range: range(cell))
    case .tooFine, .tooLarge, .unreadable:
      let name = plan.base.layout.headings[heading].text
      context.record.add(
        evidence(written, context.cellText(cell), name), account: account, at: range(cell))
      return nil
    }
  }

  private func evidence(_ written: WrittenNumber, _ text: String, _ name: String) -> LoadEvidence {
    switch written {
    case .tooFine: return .tooFine(text: text, heading: name)
    case .tooLarge: return .tooLarge(text: text, heading: name)
    default:
      guard plan.numbers == .point else {
        return .rows(.otherNumberStyle(text: text, heading: name, style: plan.numbers))
      }
      return .unreadableNumber(text: text, heading: name, why: RowContext.reason(text))
    }
  }

  /// The factor of a dial's reading: the user's, or that of its row.
  mutating func multiplier() throws(DiagnosticsError) -> Rate {
    guard let column = plan.base.layout.multiplierColumn else {
      return plan.base.options.multiplier ?? .one
    }
    let cell = context.splitter.cells[column]
    let text = context.cellText(cell)
    if let known = factors[text] { return known }
    let given = plan.base.options.multiplier
    let printed = try? Rate(text)
    if let printed, printed.units > 0, given == nil || given == .one || given == printed {
      factors[text] = given ?? printed
      return given ?? printed
    }
    if text.isEmpty {
      factors[text] = given ?? .one
      return given ?? .one
    }
    let heading = plan.base.layout.headings[column].text
    throw LoadFault(text: context.text).error(
      "load-multiplier", at: range(cell),
      given == nil || printed == nil
        ? "\(LoadEvidence.quoted(text)) in column \"\(heading)\" is no factor above zero"
        : "the column \"\(heading)\" says \(text), but the multiplier \(given ?? .one) was given",
      hint: "leave --multiplier out, and the column counts")
  }
}
