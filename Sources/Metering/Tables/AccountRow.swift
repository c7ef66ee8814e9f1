import Glibc

/// Tells whose row begins at a place, without reading the rest of it.
struct AccountRow {
  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  let column: Int
  private var splitter: RowSplitter

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, column: Int) {
    self.bytes = bytes
    self.separator = separator
    self.column = column
    splitter = RowSplitter(separator: separator)
  }

  /// The beginning of the row behind the one at `position`; the end of the text after the last.
  func next(behind position: Int) -> Int {
    guard position < bytes.count, let start = bytes.baseAddress,
      let found = memchr(start + position, Int32(Byte.lineFeed), bytes.count - position)
    else { return bytes.count }
    return start.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
  }

  /// The bytes of a plainly written account at the beginning of a row, with the separator behind
  /// them: rows that begin with the same bytes are the same account's.
  func prefix(at position: Int) -> Range<Int>? {
    guard column == 0 else { return nil }
    var end = position
    while end < bytes.count, bytes[end] != separator {
      let byte = bytes[end]
      guard byte > Byte.space, byte != Byte.quote else { return nil }
      end += 1
    }
    guard end < bytes.count, end > position else { return nil }
    return position..<(end + 1)
  }

  /// Whether the row at a place begins with the same bytes as another.
  func begins(_ position: Int, like prefix: Range<Int>) -> Bool {
    guard position + prefix.count <= bytes.count, let start = bytes.baseAddress else {
      return false
    }
    return memcmp(start + position, start + prefix.lowerBound, prefix.count) == 0
  }

  /// The end of the rows from `start` on that begin like another, each of them looked at.
  func end(from start: Int, like prefix: Range<Int>) -> Int {
    var position = start
    while position < bytes.count, begins(position, like: prefix) {
      position = next(behind: position)
    }
    return position
  }

  /// Whether the row at a place names its account and nothing else.
  mutating func isBare(at position: Int) -> Bool {
    guard (try? splitter.split(bytes, at: position)) != nil else { return false }
    return splitter.cells.enumerated().allSatisfy { index, cell in
      (index == column) == (cell.start < cell.end)
    }
  }

  /// The account of the row at a place and where the row ends; no account for a blank row and one
  /// without that cell.
  mutating func account(at position: Int) -> (name: String?, end: Int) {
    if let prefix = prefix(at: position) {
      let cell = UnsafeBufferPointer(rebasing: bytes[prefix.dropLast()])
      return (String(decoding: cell, as: UTF8.self), next(behind: prefix.upperBound))
    }
    // What cannot be split is told by whoever reads the rows.
    guard let end = try? splitter.split(bytes, at: position) else {
      return (nil, next(behind: position))
    }
    guard !splitter.isBlank, column < splitter.cells.count else { return (nil, end) }
    let cell = splitter.cells[column]
    guard cell.start < cell.end else { return (nil, end) }
    return (RowSplitter.text(cell, in: bytes), end)
  }
}
