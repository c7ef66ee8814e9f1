import Documents

/// Lines and columns of bytes of a text, found by counting line ends from the last place asked for.
struct PlaceFinder {
  private let text: LoadText
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: LoadText) { self.text = text }

  /// Line and column of a byte, both from 1; columns are Unicode characters, or cells of a sheet.
  mutating func location(of target: Int) -> SourceLocation {
    if target < offset { self = PlaceFinder(text) }
    return text.withBytes { bytes in
      let end = min(target, bytes.count)
      while offset < end {
        let byte = bytes[offset]
        offset += 1
        let endsLine =
          byte == Byte.lineFeed
          || byte == Byte.carriageReturn && offset < bytes.count && bytes[offset] != Byte.lineFeed
        if endsLine {
          line += 1
          lineStart = offset
        }
      }
      let before = bytes[lineStart..<max(lineStart, end)]
      if text.sheet != nil {
        return SourceLocation(line: line, column: SheetCells.count(in: before))
      }
      let characters = before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      return SourceLocation(line: line, column: characters + 1)
    }
  }

  /// The place of a stretch of the text.
  mutating func place(_ range: Range<Int>) -> LoadPlace {
    let location = location(of: range.lowerBound)
    return LoadPlace(
      file: text.name, sheet: text.sheet?.name, line: location.line, column: location.column,
      bytes: range)
  }
}
