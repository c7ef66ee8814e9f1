import Documents

extension LoadText {
  /// Opens a load file, wherever its text is.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isLarge: Whether the text of a mapped file is checked later, by whoever reads its rows.
  /// - Returns: The text.
  /// - Throws: Why there is none.
  static func open(
    _ file: LoadFile, checkedLater isLarge: Bool = false
  ) throws(DiagnosticsError) -> LoadText {
    switch file.content {
    case .path(let path):
      return try open(
        path, name: file.name, encoding: file.options.encoding, sheet: file.options.sheet,
        checkedLater: isLarge)
    case .bytes(let bytes):
      if let sheet = file.sheet {
        return LoadText(
          SourceText(file: file.name, validUTF8: bytes, encoding: .utf8, sheet: sheet))
      }
      return try LoadText(
        name: file.name, bytes: bytes, encoding: file.options.encoding, sheet: file.options.sheet)
    }
  }

  /// Lends rows in pieces that each end with a line feed: some stretches of them, or all behind the
  /// heading.
  func forEachPiece(
    of rows: [Range<Int>]?, behind layout: LoadLayout,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(DiagnosticsError) -> Void
  ) throws(DiagnosticsError) {
    guard let rows else { return try forEachPiece(from: layout.bodyOffset, body) }
    for stretch in rows { try forEachPiece(of: stretch, body) }
  }
}
