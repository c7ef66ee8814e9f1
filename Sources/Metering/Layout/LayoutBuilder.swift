import Documents

/// Makes a layout of a heading row, or says what is wrong with it.
struct LayoutBuilder {
  let text: LoadText
  let options: LoadFileOptions
  let separator: UInt8
  let headings: [Heading]
  let headingRange: Range<Int>
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
          "load by supply line or metering point (column \"\(headings[part].text)\") is not read yet",
          hint: "give each line or point a file and an account of its own"))
    }
    let accounts = columns { $0 == .account }
    let meters = columns { $0 == .meter }
    let accountColumn = accounts.first ?? (options.account == nil ? meters.first : nil)
    if accountColumn == nil, options.account == nil {
      faults.add(
        fault.diagnostic(
          "load-account", at: headingRange, "no column says which account the rows are of",
          hint: "add a column account, or name the account: --account, or the column account of "
            + "load/files.csv"))
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
      bodyOffset: bodyOffset, preambleLines: preambleLines, accountColumn: accountColumn,
      meterColumn: meters.first { $0 != accountColumn },
      multiplierColumn: columns { $0 == .multiplier }.first, shape: shape)
  }

  private func columns(_ matches: (HeadingRole) -> Bool) -> [Int] {
    headings.indices.filter { matches(headings[$0].role) }
  }

  /// Two columns of one role leave open which is meant.
  private func doubledHeadings() -> [Diagnostic] {
    var seen: [HeadingRole: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for (column, heading) in headings.enumerated() {
      let key: HeadingRole
      switch heading.role {
      case .value(let quantity):
        // Two units of one channel are as ambiguous as one unit twice.
        key = .value(LoadQuantity(channel: quantity.channel, unit: .kilowatt))
      case .unitless(let channel):
        key = .value(LoadQuantity(channel: channel, unit: .kilowatt))
      case .account, .quantity, .slot: key = heading.role
      default: continue
      }
      guard let first = seen[key] else {
        seen[key] = column
        continue
      }
      diagnostics.append(
        fault.diagnostic(
          "load-columns", at: heading.range,
          "the columns \(first + 1) \"\(headings[first].text)\" and \(column + 1) "
            + "\"\(heading.text)\" say the same: which of them is meant?",
          hint: "remove one of the columns"))
    }
    return diagnostics
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
        "the column \"\(headings[quantity].text)\" names the unit of each row, and \(unit.rawValue) was "
          + "given for all", hint: "leave --unit out, or correct the column")
    }
    return WideColumns(
      dateColumn: dates[0], quantityColumn: quantity, firstColumn: first,
      slotCount: count)
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
        "the \(count) columns from \(headings[slots[0]].text) to \(headings[slots[count - 1]].text) "
          + "are samples at the ends of \(count - 1) intervals, not means over them",
        hint: "export mean power or energy by interval, 0:00 to 23:45 or 0:15 to 24:00")
    }
    let step = 86_400 / count
    for (index, label) in labels.enumerated() {
      let isInOrder: Bool
      switch (labels[0], label) {
      case (.number(let first), .number(let number)):
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
          "\"\(headings[column].text)\" is column \(index + 1) of \(count) intervals of the day and "
            + "does not fit there",
          hint: "expected p1 to p\(count), or clock times from 00:00 on, without gaps")
      }
    }
  }

  private func twoStampColumns(_ columns: [Int]) -> DiagnosticsError {
    let names = columns.map { "\"\(headings[$0].text)\"" }.joined(separator: " and ")
    return fault.error(
      "load-columns", at: headings[columns[1]].range,
      "the columns \(names) both look like stamps: which of them is meant?",
      hint: "remove one of the columns")
  }

  private func long() throws(DiagnosticsError) -> LongColumns {
    let (stamp, time, side) = try stampColumns()
    if let register = columns({ $0 == .register }).first {
      throw fault.error(
        "load-columns", at: headings[register].range,
        "the column \"\(headings[register].text)\" holds dial readings, which count on; the energy or "
          + "the mean power of each interval is expected",
        hint: nil)
    }
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
    if values.isEmpty, headings.count == 2, let unit = options.unit {
      values.append(
        LongColumns.Value(
          column: stamp == 0 ? 1 : 0, quantity: LoadQuantity(channel: .active, unit: unit)))
    }
    try checkChannels(values, beside: [stamp] + (time.map { [$0] } ?? []))
    return LongColumns(stampColumn: stamp, timeColumn: time, side: side, values: values)
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
      "the heading \"\(headings[column].text)\" names no unit; mean power and energy of a 15-minute "
        + "interval differ by a factor of 4",
      hint: "--unit kW or --unit kWh, or the column unit of load/files.csv, says which it is")
  }

  /// One column of stamps; or a date and a time of day; or start and end, of which the start is read.
  private func stampColumns() throws(DiagnosticsError) -> (Int, Int?, StampSide?) {
    let all = headings.indices.compactMap { column -> (Int, StampSide?)? in
      if case .stamp(let side) = headings[column].role { (column, side) } else { nil }
    }
    let (firstColumn, firstSide) = all[0]
    guard all.count > 1 else { return (firstColumn, nil, firstSide) }
    let others = all.dropFirst()
    if firstSide == nil, !cell(firstColumn, holds: Byte.colon) {
      // A date, then its time of day: the start where both ends are given.
      if let start = others.first(where: { $0.1 == .start }) {
        return (firstColumn, start.0, .start)
      }
      if others.count == 1, let time = others.first { return (firstColumn, time.0, time.1) }
    }
    if all.count == 2, let start = all.first(where: { $0.1 == .start }),
      all.contains(where: { $0.1 == .end })
    {
      return (start.0, nil, .start)
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
