import Documents

/// Goes through the stamps of a file before its values are read.
///
/// Rows that will turn out to be at fault are passed over here; the scan tells of them.
struct StampWalk {
  let text: LoadText
  let layout: LoadLayout

  /// The column of dates or stamps.
  var stampColumn: Int {
    switch layout.shape {
    case .wide(let columns): return columns.dateColumn
    case .long(let columns): return columns.stampColumn
    }
  }

  private var timeColumn: Int? {
    if case .long(let columns) = layout.shape { columns.timeColumn } else { nil }
  }

  /// A row with a cell where the stamp should be.
  struct Row {
    let bytes: UnsafeBufferPointer<UInt8>
    let stamp: RowCell
    let time: RowCell?
    let account: RowCell?
    /// Where the stamp stands in the text.
    let range: Range<Int>
  }

  /// Visits rows until `visit` returns false.
  func forEach(_ visit: (Row) -> Bool) throws(DiagnosticsError) {
    var isDone = false
    let text = self.text
    let layout = self.layout
    let (stampColumn, timeColumn) = (self.stampColumn, self.timeColumn)
    try text.forEachPiece(from: layout.bodyOffset) { (bytes, base) throws(DiagnosticsError) in
      var splitter = RowSplitter(separator: layout.separator)
      var position = 0
      while !isDone, position < bytes.count {
        do throws(RowProblem) {
          position = try splitter.split(bytes, at: position)
        } catch {
          throw error.error(in: text, base: base)
        }
        let cells = splitter.cells
        guard !splitter.isBlank, stampColumn < cells.count else { continue }
        let stamp = cells[stampColumn]
        guard stamp.start < stamp.end else { continue }
        let row = Row(
          bytes: bytes, stamp: stamp,
          time: timeColumn.flatMap { $0 < cells.count ? cells[$0] : nil },
          account: layout.accountColumn.flatMap { $0 < cells.count ? cells[$0] : nil },
          range: (base + stamp.start)..<(base + stamp.end))
        if !visit(row) { isDone = true }
      }
    }
  }
}
