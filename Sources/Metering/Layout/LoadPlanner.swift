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

  private var fault: LoadFault { LoadFault(text: text) }

  func plan() throws(DiagnosticsError) -> LoadPlan {
    try checkOptions()
    let layout = try LayoutFinder(text: text, options: options).layout()
    let walk = StampWalk(text: text, layout: layout)
    let dates = DateSurvey(walk: walk, options: options)
    let pattern = try dates.pattern()
    let (order, dateNote) = try dates.order(of: pattern)
    var notes = layoutNotes(layout)
    if let dateNote { notes.append(dateNote) }
    switch layout.shape {
    case .wide(let columns):
      return LoadPlan(
        layout: layout, options: options, pattern: pattern, order: order,
        intervalSeconds: 86_400 / columns.slotCount, side: .start, midnight: .nextDate,
        notes: notes, doubt: nil)
    case .long(let columns):
      try checkClock(pattern, columns, walk)
      let long = LongPlanner(
        text: text, options: options, walk: walk, pattern: pattern, order: order, columns: columns)
      let found = try long.find(sampleRows: Self.sampleRows)
      if let note = found.note { notes.append(note) }
      return LoadPlan(
        layout: layout, options: options, pattern: pattern, order: order,
        intervalSeconds: found.interval, side: found.side, midnight: found.midnight, notes: notes,
        doubt: found.doubt)
    }
  }

  private func checkOptions() throws(DiagnosticsError) {
    if let asked = options.zone, asked != zone {
      throw fault.error(
        "load-zone", at: nil,
        "the stamps are declared to be in the zone \(asked), and load files are read only in the "
          + "tariff's own zone yet",
        hint: "write the stamps in the tariff's local time and leave the zone out")
    }
    if let multiplier = options.multiplier, multiplier.units <= 0 {
      throw fault.error(
        "load-multiplier", at: nil, "the multiplier \(multiplier) is not above zero", hint: nil)
    }
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
    let hour = walk.layout.headings.first { $0.role == .hour }
    throw fault.error(
      "load-stamps", at: first?.range,
      "\"\(first?.text ?? "")\" has no time of day, and a row of this file holds one value",
      hint: hour.map {
        "a column of hours (\"\($0.text)\") is not read: write date and time in one column"
      } ?? "daily values are not interval data")
  }

  private func layoutNotes(_ layout: LoadLayout) -> [LoadNote] {
    var notes: [LoadNote] = []
    if text.encoding != .utf8 { notes.append(.encoding(text.encoding.rawValue)) }
    switch layout.separator {
    case Byte.semicolon: notes.append(.separator("semicolons"))
    case Byte.tab: notes.append(.separator("tabs"))
    case Byte.bar: notes.append(.separator("vertical bars"))
    default: break
    }
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
      if let column = columns.timeColumn { read.insert(column) }
      read.formUnion(columns.values.map(\.column))
    }
    return layout.headings.indices.filter { !read.contains($0) }.map { layout.headings[$0].text }
      .filter { !$0.isEmpty }
  }
}
