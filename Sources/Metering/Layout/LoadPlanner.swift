import Documents

/// Settles how the rows of a file are to be read: its layout, its dates, its interval, and which
/// end of it a stamp marks.
struct LoadPlanner {
  /// Rows that tell the interval where nothing else is in doubt: a month of quarter hours.
  private static let sampleRows = 3000

  let text: LoadText
  let options: LoadFileOptions
  /// The zone the readings are billed in, if known.
  let zone: String?
  var repairs = LoadRepairs()

  var fault: LoadFault { LoadFault(text: text) }

  /// Settles the way of a table that is read for a file.
  static func route(
    _ text: LoadText, _ file: LoadFile, because reason: RowsReason? = nil
  ) throws(DiagnosticsError) -> LoadRoute {
    try LoadPlanner(
      text: text, options: file.options, zone: file.zone, repairs: file.repairs
    ).route(because: reason)
  }

  /// Settles the way of the table; `reason` is one to read it row by row that only its values show.
  func route(because reason: RowsReason? = nil) throws(DiagnosticsError) -> LoadRoute {
    if let multiplier = options.multiplier, multiplier.units <= 0 {
      throw fault.error(
        "load-multiplier", at: nil, "the multiplier \(multiplier) is not above zero", hint: nil)
    }
    let zones = try LoadZones(declared: options.zone, billed: zone, fault: fault)
    let layout = try LayoutFinder(text: text, options: options).layout()
    let walk = StampWalk(text: text, layout: layout)
    let dates = DateSurvey(walk: walk, options: options)
    let pattern = try dates.pattern()
    let (order, dateNote) = try dates.order(of: pattern)
    let numbers = try numberStyle(layout)
    var reasons = try reasons(layout, pattern, numbers)
    if let reason { reasons.insert(reason) }
    if !pattern.hasOffset,
      try zones.needRows(within: { () throws(DiagnosticsError) in
        try DaySpan.find(walk, pattern, order)
      })
    {
      reasons.insert(.zone)
    }
    var notes = layoutNotes(layout)
    if let dateNote { notes.append(dateNote) }
    if numbers != .point { notes.append(.rows(.numbers(numbers))) }
    let found: LongPlanner.Finding
    switch layout.shape {
    case .wide(let columns):
      try checkMarks(columns, layout, reasons)
      found = LongPlanner.Finding(
        interval: 86_400 / columns.slotCount, side: options.stamps ?? .start, midnight: .nextDate)
    case .long(let columns):
      found = try long(walk, pattern, order, columns, reasons)
    }
    reasons.formUnion(found.reasons)
    if let note = found.note { notes.append(note) }
    let plan = LoadPlan(
      layout: layout, options: options, pattern: pattern, order: order,
      intervalSeconds: found.interval, side: found.side, midnight: found.midnight, notes: notes,
      doubt: found.doubt)
    guard !reasons.isEmpty else { return .days(plan) }
    return .rows(
      RowsPlan(
        reasons: reasons, base: plan, zone: zones.effective, numbers: numbers,
        endShift: found.endShift))
  }

  private func long(
    _ walk: StampWalk, _ pattern: StampPattern, _ order: DateOrder, _ columns: LongColumns,
    _ reasons: Set<RowsReason>
  ) throws(DiagnosticsError) -> LongPlanner.Finding {
    if reasons.contains(.hours) { return try hours(walk.layout, columns) }
    try checkClock(pattern, columns, walk)
    let long = LongPlanner(
      text: text, options: options, walk: walk, pattern: pattern, order: order, columns: columns)
    if columns.values.isEmpty { return try long.findForDials() }
    return try long.find(sampleRows: reasons.isEmpty ? Self.sampleRows : 0)
  }

  /// Stamps of a long file need a time of day.
  private func checkClock(
    _ pattern: StampPattern, _ columns: LongColumns, _ walk: StampWalk
  ) throws(DiagnosticsError) {
    guard pattern.clock == .none, columns.timeColumn == nil else { return }
    var first: (range: Range<Int>, text: String)?
    try walk.forEach { row in
      first = (row.range, RowSplitter.text(row.stamp, in: row.bytes))
      return false
    }
    throw fault.error(
      "load-stamps", at: first?.range,
      "\"\(first?.text ?? "")\" has no time of day, and a row of this file holds one value",
      hint: "daily values are not interval data")
  }

  private func layoutNotes(_ layout: LoadLayout) -> [LoadNote] {
    var notes: [LoadNote] = []
    if let sheet = text.sheet { notes.append(.sheet(sheet.name)) }
    if text.encoding != .utf8 { notes.append(.encoding(text.encoding.rawValue)) }
    switch layout.separator {
    case Byte.semicolon: notes.append(.separator("semicolons"))
    case Byte.tab: notes.append(.separator("tabs"))
    case Byte.bar: notes.append(.separator("vertical bars"))
    default: break
    }
    if layout.headingRows > 1 { notes.append(.headingRows(layout.headingRows)) }
    let textNumbers = valueColumns(layout).reduce(0) { $0 + (text.sheet?.textNumbers[$1] ?? 0) }
    if textNumbers > 0 { notes.append(.textNumbers(count: textNumbers)) }
    if let column = options.column { notes.append(.column(column)) }
    if layout.preambleLines > 0 { notes.append(.preamble(lines: layout.preambleLines)) }
    let ignored = ignoredColumns(layout)
    if !ignored.isEmpty { notes.append(.ignoredColumns(ignored)) }
    if let multiplier = options.multiplier { notes.append(.multiplier(multiplier.description)) }
    if let unit = options.unit { notes.append(unitNote(unit, layout)) }
    return notes
  }

  private func unitNote(_ unit: LoadUnit, _ layout: LoadLayout) -> LoadNote {
    var heading: String?
    if case .long(let columns) = layout.shape,
      let value = columns.values.first(where: { $0.quantity.channel == .active }),
      case .value(let quantity) = layout.headings[value.column].role, quantity.unit != unit
    {
      heading = layout.headings[value.column].text
    }
    return .unit(unit.rawValue, heading: heading)
  }

  private func valueColumns(_ layout: LoadLayout) -> [Int] {
    switch layout.shape {
    case .wide(let columns):
      return Array(columns.firstColumn..<(columns.firstColumn + columns.slotCount))
    case .long(let columns): return columns.values.map(\.column)
    }
  }

  private func ignoredColumns(_ layout: LoadLayout) -> [String] {
    var read: Set<Int> = []
    for column in [layout.accountColumn, layout.multiplierColumn] {
      if let column { read.insert(column) }
    }
    switch layout.shape {
    case .wide(let columns):
      read.insert(columns.dateColumn)
      if let column = columns.quantityColumn { read.insert(column) }
      read.formUnion(columns.firstColumn..<(columns.firstColumn + columns.slotCount))
    case .long(let columns):
      read.insert(columns.stampColumn)
      read.formUnion(
        [columns.timeColumn, columns.endColumn, columns.qualityColumn].compactMap { $0 })
      if columns.timeColumn == nil, let column = columns.hourColumn { read.insert(column) }
      read.formUnion((columns.values + columns.dials).map(\.column))
    }
    return layout.headings.indices.filter { !read.contains($0) }.map { layout.headings[$0].text }
      .filter { !$0.isEmpty }
  }
}
