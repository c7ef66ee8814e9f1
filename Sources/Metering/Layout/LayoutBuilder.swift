import Documents
import Quantities

/// Makes a layout of a heading row, or says what is wrong with it.
struct LayoutBuilder {
  let text: LoadText
  let options: LoadFileOptions
  let separator: UInt8
  let headings: [Heading]
  let headingRange: Range<Int>
  let headingRows: Int
  let bodyOffset: Int
  let preambleLines: Int

  private var fault: LoadFault { LoadFault(text: text) }

  func layout() throws(DiagnosticsError) -> LoadLayout {
    var faults = DiagnosticCollector()
    faults.add(doubledHeadings())
    let parts = columns { $0 == .part }
    if let part = parts.first {
      faults.add(
        fault.diagnostic(
          "load-columns", at: headings[part].range,
          """
          the column "\(headings[part].text)" says which supply line or metering point a row is \
          of, but rows of whole accounts are expected
          """,
          hint: """
            give each line or point a file and an account of its own; in the load.csv of a \
            dossier, a column line is added up by account
            """))
    }
    let accounts = columns { $0 == .account }
    let meters = columns { $0 == .meter }
    let accountColumn = accounts.first ?? (options.account == nil ? meters.first : nil)
    if accountColumn == nil, options.account == nil {
      faults.add(
        fault.diagnostic(
          "load-account", at: headingRange, "no column says which account the rows are of",
          hint: """
            add a column account, or name the account: --account, or the column account of \
            load/files.csv
            """))
    }
    let shape = faults.collect { () throws(DiagnosticsError) -> LoadShape in
      if columns({ if case .slot = $0 { true } else { false } }).count >= 24 {
        return .wide(try wide())
      }
      return .long(try long())
    }
    try faults.throwIfErrors()
    guard let shape else { throw fault.error("load-heading", at: headingRange, "not a heading") }
    return LoadLayout(
      separator: separator, headings: headings,
      requiredCells: (headings.lastIndex { !$0.text.isEmpty } ?? 0) + 1, headingRange: headingRange,
      headingRows: headingRows, bodyOffset: bodyOffset, preambleLines: preambleLines,
      accountColumn: accountColumn,
      meterColumn: meters.first { $0 != accountColumn },
      multiplierColumn: columns { $0 == .multiplier }.first, shape: shape)
  }

  private func columns(_ matches: (HeadingRole) -> Bool) -> [Int] {
    headings.indices.filter { matches(headings[$0].role) }
  }

  /// Two columns of one role leave open which is meant.
  private func doubledHeadings() -> [Diagnostic] {
    var seen: [HeadingRole: Int] = [:]
    var diagnostics = doubledValues()
    for (column, heading) in headings.enumerated() {
      switch heading.role {
      case .account, .quantity, .slot: break
      default: continue
      }
      guard let first = seen[heading.role] else {
        seen[heading.role] = column
        continue
      }
      diagnostics.append(
        fault.diagnostic(
          "load-columns", at: heading.range,
          """
          the columns \(first + 1) "\(headings[first].text)" and \(column + 1) \
          "\(heading.text)" say the same: which of them is meant?
          """,
          hint: "remove one of the columns"))
    }
    return diagnostics
  }

  /// Columns of values of one channel, of which only one can be meant, be their units the same or not.
  private func doubledValues() -> [Diagnostic] {
    let values = headings.filter { $0.measuredChannel != nil }
    let channels = Dictionary(grouping: values) { $0.measuredChannel }
    return channels.values.filter { $0.count > 1 }.map { columns in
      let names = columns.prefix(12).map { Message(verbatim: Printable.quote($0.text)) }
      let more: [Message] = columns.count > 12 ? ["\(columns.count - 12) more"] : []
      return fault.diagnostic(
        "load-columns", at: columns[1].range,
        """
        the columns \(Message.alternatives(names + more, conjunction: "and")) say the same: which \
        of them is meant?
        """,
        hint: "--column NAME, or the column named column of load/files.csv, says which")
    }
  }

  private func wide() throws(DiagnosticsError) -> WideColumns {
    let slots = columns { if case .slot = $0 { true } else { false } }
    let first = slots[0]
    let dates = columns { if case .stamp = $0 { true } else { false } }
    if dates.count > 1 { throw twoStampColumns(dates) }
    for (index, column) in slots.enumerated() where column != first + index {
      throw fault.error(
        "load-columns", at: headings[column].range,
        "the column \"\(headings[column - 1].text)\" stands between those of the intervals",
        hint: "put the intervals of the day side by side")
    }
    let count = slots.count
    try checkLabels(slots)
    guard [24, 48, 96, 288, 1440].contains(count) else {
      throw fault.error(
        "load-columns", at: headings[first].range,
        "there are \(count) columns of intervals; a day has 24, 48, 96, 288 or 1440",
        hint: nil)
    }
    let quantity = columns { $0 == .quantity }.first
    if let quantity, let unit = options.unit {
      throw fault.error(
        "load-unit", at: headings[quantity].range,
        """
        the column "\(headings[quantity].text)" names the unit of each row, and \(unit.rawValue) was \
        given for all
        """, hint: "leave --unit out, or correct the column")
    }
    return WideColumns(
      dateColumn: dates[0], quantityColumn: quantity, firstColumn: first, slotCount: count,
      marks: marks(first))
  }

  private func marks(_ first: Int) -> SlotMarks {
    guard case .slot(let label) = headings[first].role else { return .numbers }
    switch label {
    case .number: return .numbers
    case .reading: return .readings
    case .clock(let seconds): return seconds == 0 ? .starts : .ends
    }
  }

  /// The labels must run from the first interval of the day to the last.
  private func checkLabels(_ slots: [Int]) throws(DiagnosticsError) {
    let labels = slots.compactMap { column -> SlotLabel? in
      if case .slot(let label) = headings[column].role { label } else { nil }
    }
    let count = labels.count
    if count % 24 == 1, case .clock(0) = labels[0], case .clock(86_400) = labels[count - 1] {
      throw fault.error(
        "load-columns", at: headings[slots[0]].range,
        """
        the \(count) columns from \(headings[slots[0]].text) to \(headings[slots[count - 1]].text) \
        are samples at the ends of \(count - 1) intervals, not means over them
        """,
        hint: "export mean power or energy by interval, 0:00 to 23:45 or 0:15 to 24:00")
    }
    let step = 86_400 / count
    for (index, label) in labels.enumerated() {
      let isInOrder: Bool
      switch (labels[0], label) {
      case (.number(let first), .number(let number)),
        (.reading(let first), .reading(let number)):
        isInOrder = first <= 1 && number == first + index
      case (.clock(let first), .clock(let seconds)):
        // Ends may print the last one as 24:00 or as 0:00.
        isInOrder =
          (first == 0 || first == step)
          && (seconds == first + index * step
            || first == step && index == count - 1 && seconds == 0)
      default:
        isInOrder = false
      }
      guard isInOrder else {
        let column = slots[index]
        throw fault.error(
          "load-columns", at: headings[column].range,
          """
          "\(headings[column].text)" is column \(index + 1) of \(count) intervals of the day and \
          does not fit there
          """,
          hint: "expected p1 to p\(count), or clock times from 00:00 on, without gaps")
      }
    }
  }

  private func twoStampColumns(_ columns: [Int]) -> DiagnosticsError {
    let names = Message.list(columns.map { "\"\(headings[$0].text)\"" }, separator: " and ")
    return fault.error(
      "load-columns", at: headings[columns[1]].range,
      "the columns \(names) both look like stamps: which of them is meant?",
      hint: "remove one of the columns")
  }

  private func long() throws(DiagnosticsError) -> LongColumns {
    let stamps = try stampColumns()
    var values: [LongColumns.Value] = []
    for (column, heading) in headings.enumerated() {
      switch heading.role {
      case .value(var quantity):
        if quantity.channel == .active, let unit = options.unit { quantity.unit = unit }
        values.append(LongColumns.Value(column: column, quantity: quantity))
      case .unitless(let channel):
        guard let unit = options.unit else { throw missingUnit(column) }
        values.append(
          LongColumns.Value(column: column, quantity: LoadQuantity(channel: channel, unit: unit)))
      default: continue
      }
    }
    let dials = dialColumns(&values)
    if values.isEmpty, dials.isEmpty, headings.count == 2, let unit = options.unit {
      values.append(
        LongColumns.Value(
          column: stamps.stamp == 0 ? 1 : 0,
          quantity: LoadQuantity(channel: .active, unit: unit)))
    }
    let hour = columns { $0 == .hour }.first
    try checkChannels(
      values + dials,
      beside: [stamps.stamp] + [stamps.time, stamps.end, hour].compactMap { $0 })
    return LongColumns(
      stampColumn: stamps.stamp, timeColumn: stamps.time, endColumn: stamps.end,
      hourColumn: hour, qualityColumn: columns({ $0 == .quality }).first, side: stamps.side,
      values: values, dials: dials)
  }

  /// The columns of dial readings that are read.
  ///
  /// Energy by interval says more than a dial. A dial says more than power, which the collection
  /// system samples once in an interval.
  private func dialColumns(_ values: inout [LongColumns.Value]) -> [LongColumns.Value] {
    var dials: [LongColumns.Value] = []
    for (column, heading) in headings.enumerated() where heading.role == .register {
      let quantity = RegisterHeading.quantity(of: heading.text)
      let channel = quantity.channel
      let isKnown =
        dials.contains { $0.quantity.channel == channel }
        || values.contains { $0.quantity.channel == channel && !$0.quantity.unit.isPower }
      if !isKnown { dials.append(LongColumns.Value(column: column, quantity: quantity)) }
    }
    values.removeAll { value in
      value.quantity.unit.isPower
        && dials.contains {
          $0.quantity.channel == value.quantity.channel
            || value.quantity.channel == .reactive && $0.quantity.channel == .reactiveForward
        }
    }
    return dials
  }

  private func checkChannels(
    _ values: [LongColumns.Value], beside stamps: [Int]
  ) throws(DiagnosticsError) {
    if values.isEmpty {
      let rest = headings.indices.first {
        headings[$0].role == .unknown && !stamps.contains($0)
      }
      if headings.count == 2, let rest { throw missingUnit(rest) }
      throw fault.error(
        "load-columns", at: headingRange,
        "no column holds power or energy; expected one headed kW or kWh, such as \"kw\"",
        hint: nil)
    }
    let channels = values.map(\.quantity.channel)
    if channels.contains(.reactive),
      channels.contains(.reactiveForward) || channels.contains(.reactiveReverse)
    {
      let names = values.map { "\"\(headings[$0.column].text)\"" }.joined(separator: ", ")
      throw fault.error(
        "load-columns", at: headings[values[values.count - 1].column].range,
        "the columns \(names) overlap: which of them are meant?", hint: "remove those that are not")
    }
  }

  private func missingUnit(_ column: Int) -> DiagnosticsError {
    fault.error(
      "load-unit", at: headings[column].range,
      """
      the heading "\(headings[column].text)" names no unit; mean power and energy of a 15-minute \
      interval differ by a factor of 4
      """,
      hint: "--unit kW or --unit kWh, or the column unit of load/files.csv, says which it is")
  }

  /// Where the stamps of a long file stand.
  private struct StampColumns {
    var stamp: Int
    var time: Int?
    var end: Int?
    var side: StampSide?
  }

  /// One column of stamps; or a date and a time of day; or start and end, of which the start is read.
  private func stampColumns() throws(DiagnosticsError) -> StampColumns {
    let all = headings.indices.compactMap { column -> (Int, StampSide?)? in
      if case .stamp(let side) = headings[column].role { (column, side) } else { nil }
    }
    let (firstColumn, firstSide) = all[0]
    guard all.count > 1 else { return StampColumns(stamp: firstColumn, side: firstSide) }
    let others = all.dropFirst()
    if firstSide == nil, !cell(firstColumn, holds: Byte.colon) {
      // A date, then its time of day: the start where both ends are given.
      if let start = others.first(where: { $0.1 == .start }) {
        let end = others.count == 2 ? others.first { $0.1 == .end } : nil
        return StampColumns(stamp: firstColumn, time: start.0, end: end?.0, side: .start)
      }
      if others.count == 1, let time = others.first {
        return StampColumns(stamp: firstColumn, time: time.0, side: time.1)
      }
    }
    if all.count == 2, let start = all.first(where: { $0.1 == .start }),
      let end = all.first(where: { $0.1 == .end })
    {
      return StampColumns(stamp: start.0, end: end.0, side: .start)
    }
    throw twoStampColumns(all.map(\.0))
  }

  /// Whether the cell of the first row below the heading holds a byte.
  private func cell(_ column: Int, holds byte: UInt8) -> Bool {
    text.withBytes { bytes in
      guard bodyOffset < bytes.count else { return false }
      var splitter = RowSplitter(separator: separator)
      do throws(RowProblem) {
        _ = try splitter.split(bytes, at: bodyOffset)
      } catch {
        return false
      }
      guard column < splitter.cells.count else { return false }
      let cell = splitter.cells[column]
      return bytes[cell.start..<cell.end].contains(byte)
    }
  }
}
