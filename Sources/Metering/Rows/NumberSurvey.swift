import Documents

/// Finds out whether a file writes its numbers with a decimal comma.
///
/// That is so only where every value has a comma and no point, and some value proves that the comma
/// does not stand between thousands.
struct NumberSurvey {
  /// Rows looked at before all are.
  private static let sampleRows = 20

  let text: LoadText
  let layout: LoadLayout

  private struct Evidence {
    var rows = 0
    var commas = 0
    var others = 0
    /// Numbers with other than three digits behind the comma, or with a leading zero.
    var proofs = 0
  }

  private var columns: [Int] {
    switch layout.shape {
    case .wide(let columns):
      return Array(columns.firstColumn..<(columns.firstColumn + columns.slotCount))
    case .long(let columns): return (columns.values + columns.dials).map(\.column)
    }
  }

  /// Whether the whole file proves a decimal comma.
  func provesComma() throws(DiagnosticsError) -> Bool {
    guard layout.separator != Byte.comma else { return false }
    let sample = try evidence(limit: Self.sampleRows)
    guard sample.commas > 0, sample.others == 0 else { return false }
    let all = try evidence(limit: .max)
    return all.others == 0 && all.proofs > 0
  }

  private func evidence(limit: Int) throws(DiagnosticsError) -> Evidence {
    var found = Evidence()
    let (text, layout, columns) = (self.text, self.layout, self.columns)
    try text.forEachPiece(from: layout.bodyOffset) { (bytes, base) throws(DiagnosticsError) in
      var splitter = RowSplitter(separator: layout.separator)
      var position = 0
      while found.rows < limit, position < bytes.count {
        do throws(RowProblem) {
          position = try splitter.split(bytes, at: position)
        } catch {
          throw error.error(in: text, base: base)
        }
        found.rows += 1
        for column in columns where column < splitter.cells.count {
          Self.look(at: splitter.cells[column], in: bytes, &found)
        }
      }
    }
    return found
  }

  private static func look(
    at cell: RowCell, in bytes: UnsafeBufferPointer<UInt8>, _ found: inout Evidence
  ) {
    let content = bytes[cell.start..<cell.end]
    guard let comma = content.lastIndex(of: Byte.comma) else {
      if content.contains(where: Byte.isDigit) { found.others += 1 }
      return
    }
    let isPlain =
      !content.contains(Byte.point)
      && content.firstIndex(of: Byte.comma) == comma
    guard isPlain else {
      found.others += 1
      return
    }
    found.commas += 1
    let digits = cell.end - comma - 1
    let leadsWithZero = content.first == Byte.zero && comma == cell.start + 1
    if digits != 3 || leadsWithZero { found.proofs += 1 }
  }
}
