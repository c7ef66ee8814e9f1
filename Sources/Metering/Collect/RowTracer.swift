import Documents

/// Goes through a file the careful way and tells where each row of an account stands.
enum RowTracer {
  /// Where the value of a slot stands in the row at hand, and its text.
  typealias Cell = (Int) -> (range: Range<Int>?, text: String)

  /// Visits the rows of an account.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - plan: How to read it.
  ///   - rows: Which rows; nothing for all.
  ///   - record: Where accounts and faults are noted.
  ///   - account: The account.
  ///   - visit: Takes the row's place, its day, its slots and its cells.
  /// - Throws: A fault of the file itself.
  static func run(
    _ text: LoadText, _ plan: LoadPlan, rows: [Range<Int>]? = nil, record: inout ScanRecord,
    account: String,
    _ visit: (Range<Int>, Int, Range<Int>, Cell) -> Void
  ) throws(DiagnosticsError) {
    var passed = record
    try text.forEachPiece(of: rows, behind: plan.layout) {
      (bytes, base) throws(DiagnosticsError) in
      let context = RowContext(text: text, plan: plan, bytes: bytes, base: base, record: passed)
      switch plan.layout.shape {
      case .wide(let columns):
        var scanner = WideScanner(context: context, columns: columns)
        var row = WideScanner.Row()
        while scanner.position < bytes.count {
          let start = scanner.position
          guard try scanner.readSlowly(&row),
            scanner.context.record.accounts.text(row.account) == account
          else { continue }
          let cells = scanner.context.splitter.cells
          visit(
            (base + start)..<(base + scanner.position), row.day, 0..<columns.slotCount,
            { slot in
              let cell = cells[columns.firstColumn + slot]
              return (
                (base + cell.start)..<(base + cell.end), RowSplitter.text(cell, in: bytes)
              )
            })
        }
        passed = scanner.context.record
      case .long(let columns):
        var scanner = LongScanner(context: context, columns: columns)
        var row = LongScanner.Row()
        while scanner.position < bytes.count {
          let start = scanner.position
          guard try scanner.readSlowly(&row),
            scanner.context.record.accounts.text(row.account) == account
          else { continue }
          let cells = scanner.context.splitter.cells
          visit(
            (base + start)..<(base + scanner.position), row.day, row.slot..<(row.slot + 1),
            { _ in
              let values = columns.values.map { RowSplitter.text(cells[$0.column], in: bytes) }
              return (nil, values.joined(separator: ", "))
            })
        }
        passed = scanner.context.record
      }
    }
    record = passed
  }
}
