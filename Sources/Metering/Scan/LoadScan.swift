import Documents

/// One pass over the rows of a file.
enum LoadScan {
  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - plan: How to read it.
  ///   - rows: Which rows; nothing for all.
  ///   - record: Where accounts and faults are noted.
  ///   - take: Gets what was read, fragment by fragment, in the order of the file.
  /// - Throws: A fault of the file itself, such as a quote that is never closed.
  static func run(
    _ text: LoadText, _ plan: LoadPlan, rows: [Range<Int>]? = nil, record: inout ScanRecord,
    _ take: (DayFragment) throws(DiagnosticsError) -> Void
  ) throws(DiagnosticsError) {
    var passed = record
    try text.forEachPiece(of: rows, behind: plan.layout) {
      (bytes, base) throws(DiagnosticsError) in
      let context = RowContext(text: text, plan: plan, bytes: bytes, base: base, record: passed)
      switch plan.layout.shape {
      case .wide(let columns):
        var scanner = WideScanner(context: context, columns: columns)
        while let fragment = try scanner.next() { try take(fragment) }
        passed = scanner.context.record
      case .long(let columns):
        var scanner = LongScanner(context: context, columns: columns)
        while let fragment = try scanner.next() { try take(fragment) }
        passed = scanner.context.record
      }
    }
    record = passed
  }
}
