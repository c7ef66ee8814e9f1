import Documents

extension LoadPlanner {
  /// Bytes at the end of a file among which a row of sums would stand.
  private static let tail = 4096
  /// Rows of a wide file among which each quantity is expected once.
  private static let quantityRows = 400

  /// What speaks for reading row by row, as far as the layout and the form of stamps tell.
  func reasons(
    _ layout: LoadLayout, _ pattern: StampPattern, _ numbers: NumberStyle
  ) throws(DiagnosticsError) -> Set<RowsReason> {
    var reasons: Set<RowsReason> = []
    if repairs != LoadRepairs() { reasons.insert(.repairs) }
    if pattern.hasOffset { reasons.insert(.offsets) }
    if numbers != .point { reasons.insert(.numbers) }
    if endsWithSums(layout) { reasons.insert(.sums) }
    switch layout.shape {
    case .wide(let columns):
      if columns.marks == .readings { reasons.insert(.dials) }
      if let column = columns.quantityColumn {
        reasons.formUnion(try quantityReasons(layout, column))
      }
    case .long(let columns):
      if !columns.dials.isEmpty { reasons.insert(.dials) }
      if columns.endColumn != nil { reasons.insert(.ends) }
      if columns.qualityColumn != nil { reasons.insert(.qualities) }
      if columns.values.contains(where: { $0.quantity.channel == .exported }) {
        reasons.insert(.exports)
      }
      if pattern.clock == .none, columns.timeColumn == nil, columns.hourColumn != nil {
        reasons.insert(.hours)
      }
    }
    return reasons
  }

  /// How the file writes its numbers.
  func numberStyle(_ layout: LoadLayout) throws(DiagnosticsError) -> NumberStyle {
    if let numbers = options.numbers { return numbers }
    return try NumberSurvey(text: text, layout: layout).provesComma() ? .comma : .point
  }

  private func quantityReasons(
    _ layout: LoadLayout, _ column: Int
  ) throws(DiagnosticsError) -> Set<RowsReason> {
    var reasons: Set<RowsReason> = []
    var rows = 0
    let text = self.text
    try text.forEachPiece(from: layout.bodyOffset) { (bytes, base) throws(DiagnosticsError) in
      var splitter = RowSplitter(separator: layout.separator)
      var position = 0
      while rows < Self.quantityRows, position < bytes.count {
        do throws(RowProblem) {
          position = try splitter.split(bytes, at: position)
        } catch {
          throw error.error(in: text, base: base)
        }
        rows += 1
        guard column < splitter.cells.count else { continue }
        let words = RowSplitter.text(splitter.cells[column], in: bytes)
        if RegisterHeading.wideQuantity(of: words) != nil { reasons.insert(.dials) }
        if HeadingWords.quantity(of: words)?.channel == .exported { reasons.insert(.exports) }
      }
    }
    return reasons
  }

  private func endsWithSums(_ layout: LoadLayout) -> Bool {
    text.withBytes { bytes in
      let rows = bytes[max(layout.bodyOffset, bytes.count - Self.tail)...]
        .split(separator: Byte.lineFeed)
      return rows.contains { row in
        let cell = row.split(separator: layout.separator).first { cell in
          cell.contains { !Byte.isBlank($0) && $0 != Byte.quote }
        }
        guard let cell, cell.count < 40 else { return false }
        return FooterWord.isSum(
          String(decoding: cell.filter { $0 != Byte.quote }, as: UTF8.self))
      }
    }
  }

  /// Which hour a number means must be said by the heading or by the user.
  func hours(
    _ layout: LoadLayout, _ columns: LongColumns
  ) throws(DiagnosticsError) -> LongPlanner.Finding {
    let heading = layout.headings[columns.hourColumn ?? columns.stampColumn]
    let words = HeadingWords.words(of: heading.text).joined()
    let declared: StampSide? = ["he", "hourending"].contains(words) ? .end : nil
    guard let side = options.stamps ?? columns.side ?? declared else {
      throw fault.error(
        "load-stamps", at: heading.range,
        "nothing says whether hour 1 of column \"\(heading.text)\" ends at 01:00 or begins then",
        hint: "--stamps end or --stamps start, or the column stamps of load/files.csv, says which")
    }
    return LongPlanner.Finding(interval: 3600, side: side, midnight: .nextDate)
  }

  /// The first of 96 dial readings of a day may be of 0:00 or of 0:15.
  func checkMarks(
    _ columns: WideColumns, _ layout: LoadLayout, _ reasons: Set<RowsReason>
  ) throws(DiagnosticsError) {
    guard reasons.contains(.dials), options.stamps == nil,
      columns.marks == .readings || columns.marks == .numbers
    else { return }
    let heading = layout.headings[columns.firstColumn]
    throw fault.error(
      "load-stamps", at: heading.range,
      """
      nothing says whether the dial reading \(heading.text) was taken at 0:00 or at the end of the \
      day's first interval
      """,
      hint: "--stamps start or --stamps end, or the column stamps of load/files.csv, says which")
  }
}
