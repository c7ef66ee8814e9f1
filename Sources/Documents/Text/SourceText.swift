/// The text of a file together with its name, so that any part of it can be pointed at.
package struct SourceText: Sendable {

  /// The file's path as the user gave it, for messages.
  package let file: String

  /// The text in valid UTF-8, without byte order mark.
  package let utf8: [UInt8]

  /// How the file was written before it became UTF-8.
  package let encoding: TextEncoding

  /// The sheet of a workbook that the text was made of, a line for each of its rows; nothing for
  /// other texts.
  package let sheet: SheetOrigin?

  /// Offsets at which lines begin; CR, LF and CRLF each end a line.
  let lineStarts: [Int]

  /// A text that is at hand as a string.
  package init(file: String, text: String) {
    self.init(file: file, validUTF8: Array(text.utf8), encoding: .utf8)
  }

  /// A text whose bytes were found to be valid UTF-8.
  package init(
    file: String, validUTF8 utf8: [UInt8], encoding: TextEncoding, sheet: SheetOrigin? = nil
  ) {
    self.file = file
    self.utf8 = utf8
    self.encoding = encoding
    self.sheet = sheet
    var starts = [0]
    utf8.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        if byte == ASCII.lineFeed {
          starts.append(offset)
        } else if byte == ASCII.carriageReturn {
          if offset < bytes.count, bytes[offset] == ASCII.lineFeed { offset += 1 }
          starts.append(offset)
        }
      }
    }
    lineStarts = starts
  }

  /// Reads and decodes a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - file: Its name in messages; the path if absent.
  ///   - encoding: The encoding to use, instead of the one its bytes suggest.
  /// - Returns: The text in UTF-8.
  /// - Throws: Why the file cannot be read or decoded.
  package static func read(
    _ path: String, as file: String? = nil, encoding: TextEncoding? = nil
  ) throws(DiagnosticsError) -> SourceText {
    let bytes = try FileSystem.readBytes(path, as: file)
    return try TextDecoding.decode(bytes, file: file ?? path, forced: encoding)
  }

  package var lineCount: Int { lineStarts.count }

  /// The whole text.
  package var wholeRange: SourceRange { SourceRange(0, utf8.count) }

  /// Line and column of the byte at `offset`; one past the last byte is allowed.
  ///
  /// In the text of a sheet these are the row and the column of the cell.
  package func location(ofByteOffset offset: Int) -> SourceLocation {
    guard sheet != nil else { return scalarLocation(ofByteOffset: offset) }
    let line = lineIndex(ofByteOffset: offset)
    let start = lineStarts[line]
    let before = utf8[start..<min(max(offset, start), utf8.count)]
    return SourceLocation(line: line + 1, column: SheetCells.count(in: before))
  }

  /// Line and column of the byte at `offset`, counted in characters even in the text of a sheet.
  func scalarLocation(ofByteOffset offset: Int) -> SourceLocation {
    let line = lineIndex(ofByteOffset: offset)
    let start = lineStarts[line]
    let end = min(max(offset, start), utf8.count)
    return SourceLocation(line: line + 1, column: scalarCount(start..<end) + 1)
  }

  /// The bytes of a line, counted from 1, without what ends it.
  package func range(ofLine line: Int) -> SourceRange {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : utf8.count
    if end > start, line < lineStarts.count {
      if utf8[end - 1] == ASCII.lineFeed { end -= 1 }
      if end > start, utf8[end - 1] == ASCII.carriageReturn { end -= 1 }
    }
    return SourceRange(start, end)
  }

  /// The text of a line, counted from 1, without what ends it.
  package func text(ofLine line: Int) -> String {
    text(in: range(ofLine: line))
  }

  /// The text of a stretch; characters cut in two at its ends are left out.
  package func text(in range: SourceRange) -> String {
    var start = range.lowerBound
    var end = min(range.upperBound, utf8.count)
    while start < end, isContinuation(start) { start += 1 }
    while end > start, end < utf8.count, isContinuation(end) { end -= 1 }
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  /// Whether an ASCII word stands somewhere in a stretch.
  func holds(_ word: StaticString, in range: SourceRange) -> Bool {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var rest = utf8[range.bytes]
    while rest.count >= letters.count {
      if rest.starts(with: letters) { return true }
      rest.removeFirst()
    }
    return false
  }

  /// Unicode characters in a stretch of bytes.
  func scalarCount(_ bytes: Range<Int>) -> Int {
    var count = 0
    for offset in bytes where !isContinuation(offset) { count += 1 }
    return count
  }

  private func isContinuation(_ offset: Int) -> Bool { utf8[offset] & 0xC0 == 0x80 }

  /// The index of the line that holds a byte, by bisection.
  private func lineIndex(ofByteOffset offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
