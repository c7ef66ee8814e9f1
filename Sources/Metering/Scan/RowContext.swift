import Documents
import Quantities

/// What both kinds of scanner need to know of a row before they look at its values.
struct RowContext {
  let text: LoadText
  let plan: LoadPlan
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes can be loaded from the first of them on; those behind the last are other rows'.
  let readableCount: Int
  /// Where `bytes` stands in the text.
  let base: Int
  var splitter: RowSplitter
  var record: ScanRecord
  /// Whether a multiplier in the file must be confirmed by the user.
  var checksMultiplier = true

  init(
    text: LoadText, plan: LoadPlan, bytes: UnsafeBufferPointer<UInt8>, base: Int,
    record: ScanRecord
  ) {
    self.text = text
    self.plan = plan
    self.bytes = bytes
    self.base = base
    readableCount = text.readableCount(bytes, at: base)
    self.record = record
    splitter = RowSplitter(separator: plan.layout.separator)
  }

  /// Splits a row the careful way.
  ///
  /// - Parameter position: Where it begins; behind it, afterwards.
  /// - Returns: The account of a row that holds data and has the right number of cells.
  /// - Throws: What keeps cells from being told apart.
  mutating func readRow(_ position: inout Int) throws(DiagnosticsError) -> Int? {
    let start = position
    do throws(RowProblem) {
      position = try splitter.split(bytes, at: start)
    } catch {
      throw error.error(in: text, base: base)
    }
    guard !splitter.isBlank else { return nil }
    if repeatsHeading(start) {
      record.repeatedHeadings += 1
      return nil
    }
    let row = (base + start)..<(base + position)
    let expected = plan.layout.headings.count
    let required = plan.layout.requiredCells
    let cells = splitter.cells
    let isFull = (required...expected).contains(cells.count)
    // Empty cells at the end of a row are how spreadsheets square a table off.
    let isPadded = cells.count > expected && cells[expected...].allSatisfy { $0.start == $0.end }
    if !isFull && !isPadded {
      if isFooter() {
        record.footers.append(row)
        return nil
      }
      let account = account() ?? record.account(named: plan.options.account ?? "")
      record.rowCount += 1
      record.add(
        .cellCount(found: cells.count, expected: expected), account: account,
        at: row.lowerBound..<(base + contentEnd(cells)))
      return nil
    }
    if checksMultiplier, let column = plan.layout.multiplierColumn {
      try checkMultiplier(cells[column])
    }
    return account(orFault: row)
  }

  private func contentEnd(_ cells: [RowCell]) -> Int { cells.last?.end ?? 0 }

  private mutating func account(orFault row: Range<Int>) -> Int? {
    record.rowCount += 1
    if let account = account() { return account }
    if isFooter() {
      record.rowCount -= 1
      record.footers.append(row)
      return nil
    }
    record.add(
      .accountMissing, account: record.account(named: ""), at: row.lowerBound..<row.lowerBound)
    return nil
  }

  /// The account of the row split last; nothing where its cell is empty.
  private mutating func account() -> Int? {
    guard let column = plan.layout.accountColumn else {
      return record.account(named: plan.options.account ?? "")
    }
    guard column < splitter.cells.count else { return nil }
    let cell = splitter.cells[column]
    guard cell.start < cell.end else { return nil }
    if cell.hasDoubledQuotes {
      let before = record.accounts.count
      let name = RowSplitter.text(cell, in: bytes)
      let account = record.account(named: name)
      if account == before { check(name, account: account, cell) }
      return account
    }
    let (account, isNew) = record.accounts.index(of: bytes, from: cell.start, to: cell.end)
    if isNew { check(record.accounts.text(account), account: account, cell) }
    return account
  }

  /// Looks at an account's name when it is first read.
  mutating func check(_ name: String, account: Int, _ cell: RowCell) {
    let range = (base + cell.start)..<(base + cell.end)
    if Self.isShortened(name) {
      record.add(.accountShortened(text: name), account: account, at: range)
    }
    if let expected = plan.options.account, expected != name {
      record.add(.otherAccount(text: name), account: account, at: range)
    }
  }

  /// Whether a spreadsheet wrote an account number as `3.30001E+12`.
  private static func isShortened(_ name: String) -> Bool {
    let parts = name.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == "+", parts[1].count > 1,
      parts[1].dropFirst().utf8.allSatisfy(Byte.isDigit), parts[0].contains(".")
    else { return false }
    return parts[0].utf8.allSatisfy { Byte.isDigit($0) || $0 == Byte.point }
  }

  /// Whether the row repeats the heading byte by byte.
  private func repeatsHeading(_ start: Int) -> Bool {
    text.withBytes { whole in
      let heading = whole[plan.layout.headingRange]
      guard start + heading.count < bytes.count else { return false }
      let next = bytes[start + heading.count]
      guard next == Byte.lineFeed || next == Byte.carriageReturn else { return false }
      return heading.elementsEqual(bytes[start..<(start + heading.count)])
    }
  }

  /// Whether the first cell that is not empty begins a row of sums.
  func isFooter() -> Bool {
    guard let cell = splitter.cells.first(where: { $0.start < $0.end }), cell.end - cell.start < 40
    else { return false }
    return FooterWord.matches(RowSplitter.text(cell, in: bytes))
  }

  /// A multiplier printed in the file is never applied by itself, nor left out in silence.
  func checkMultiplier(_ cell: RowCell) throws(DiagnosticsError) {
    let printed = RowSplitter.text(cell, in: bytes)
    let value = try? Rate(printed)
    guard value != .one, !printed.isEmpty else { return }
    if let given = plan.options.multiplier, given == .one || given == value { return }
    let given: Message = plan.options.multiplier.map { ", but \($0) was given" } ?? ""
    throw LoadFault(text: text).error(
      "load-multiplier", at: (base + cell.start)..<(base + cell.end),
      """
      the column "\(plan.layout.headings[plan.layout.multiplierColumn ?? 0].text)" says \
      \(printed)\(given); whether the values are already multiplied is not said
      """,
      hint: """
        multiplier 1 if they are primary-side values, \(printed) if they are secondary-side: \
        --multiplier, or the column multiplier of load/files.csv
        """)
  }

  /// Reads the number of a cell, and notes what is wrong with it.
  ///
  /// - Returns: Energy, `SlotValue.empty`, or nothing for a fault.
  mutating func value(
    of cell: RowCell, scale: DecimalScale, channel: LoadChannel, heading: Int, account: Int
  ) -> Int64? {
    let evidence: LoadEvidence
    let name = plan.layout.headings[heading].text
    switch scale.value(bytes, cell) {
    case .missing: return SlotValue.empty
    case .energy(let energy):
      if energy >= 0 || channel == .reactive || channel == .exported { return energy }
      evidence = .negative(text: cellText(cell), heading: name)
    case .rounded(let energy):
      if energy >= 0 || channel == .reactive || channel == .exported {
        record.rounded[account, default: 0] += 1
        return energy
      }
      evidence = .negative(text: cellText(cell), heading: name)
    case .tooFine: evidence = .tooFine(text: cellText(cell), heading: name)
    case .tooLarge: evidence = .tooLarge(text: cellText(cell), heading: name)
    case .unreadable:
      let text = cellText(cell)
      evidence = .unreadableNumber(text: text, heading: name, why: Self.reason(text))
    }
    record.add(evidence, account: account, at: (base + cell.start)..<(base + cell.end))
    return nil
  }

  static func reason(_ text: String) -> NumberError {
    do throws(NumberError) {
      _ = try Quantity(text)
      return .outOfRange(text: text)
    } catch {
      return error
    }
  }

  /// A cell's text for a message.
  func cellText(_ cell: RowCell) -> String { RowSplitter.text(cell, in: bytes) }

  /// Notes a stamp that cannot be read.
  mutating func add(_ problem: StampProblem, _ cell: RowCell, account: Int) {
    let text = cellText(cell)
    let evidence: LoadEvidence
    switch problem {
    case .otherPattern:
      evidence = .unreadableStamp(text: text, pattern: plan.pattern.words(order: plan.order))
    case .impossible: evidence = .impossibleStamp(text: text)
    case .strangeYear: evidence = .strangeYear(text: text)
    }
    record.add(evidence, account: account, at: (base + cell.start)..<(base + cell.end))
  }
}
