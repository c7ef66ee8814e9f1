/// The cells of a delimited text, row by row, as RFC 4180 divides them.
struct TableRecords: Sendable {

  /// The most bytes of a value: 64 KiB.
  static let fieldLimit = 65536

  static let columnLimit = 4096

  /// The cells of all rows in a row.
  private(set) var spans: [TableSpan] = []

  /// The index in `spans` of each row's first cell, and one more for the end.
  private var firstSpans: [Int] = [0]

  /// The bytes of each row, without what ends it.
  private(set) var ranges: [SourceRange] = []

  /// What is wrong; after a fault that leaves open where values end, reading stops.
  private(set) var faults: [TableFault] = []

  var count: Int { ranges.count }

  func fieldCount(ofRecord record: Int) -> Int { firstSpans[record + 1] - firstSpans[record] }

  func spans(ofRecord record: Int) -> ArraySlice<TableSpan> {
    spans[firstSpans[record]..<firstSpans[record + 1]]
  }

  /// Divides a text of less than 4 GiB into at most `limit` rows.
  init(_ source: SourceText, separator: TableSeparator, limit: Int = .max) {
    source.utf8.withUnsafeBufferPointer { bytes in
      var cursor = Cursor(bytes: bytes, separator: separator.byte)
      while count < limit, cursor.at < bytes.count {
        guard readRecord(&cursor) else { break }
      }
    }
  }

  /// The place in the text while it is divided.
  private struct Cursor {

    let bytes: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    var at = 0

    var isAtEnd: Bool { at >= bytes.count }

    func isLineEnd(_ offset: Int) -> Bool {
      bytes[offset] == ASCII.lineFeed || bytes[offset] == ASCII.carriageReturn
    }

    var isAtFieldEnd: Bool {
      at >= bytes.count || bytes[at] == separator || isLineEnd(at)
    }

    /// Bytes of the blank at an offset: one, three for the full-width blank, none.
    func blankLength(at offset: Int) -> Int {
      let byte = bytes[offset]
      if byte == ASCII.space || byte == ASCII.tab { return byte == separator ? 0 : 1 }
      let isFullWidth =
        byte == 0xE3 && offset + 2 < bytes.count && bytes[offset + 1] == 0x80
        && bytes[offset + 2] == 0x80
      return isFullWidth ? 3 : 0
    }

    mutating func skipBlanks() {
      while at < bytes.count {
        let length = blankLength(at: at)
        if length == 0 { return }
        at += length
      }
    }

    /// `start..<end` without the blanks at both ends; line ends count as blanks in quoted values.
    func trimmed(_ start: Int, _ end: Int) -> (start: Int, end: Int) {
      var (start, end) = (start, end)
      while start < end {
        let length = isLineEnd(start) ? 1 : blankLength(at: start)
        if length == 0 { break }
        start += length
      }
      while start < end {
        if isLineEnd(end - 1) || blankLength(at: end - 1) == 1 {
          end -= 1
        } else if end - 3 >= start, blankLength(at: end - 3) == 3 {
          end -= 3
        } else {
          break
        }
      }
      return (start, end)
    }
  }

  /// Reads one row with the line end behind it; an empty line is passed over.
  ///
  /// - Returns: Whether reading can go on.
  private mutating func readRecord(_ cursor: inout Cursor) -> Bool {
    let start = cursor.at
    cursor.skipBlanks()
    let isBlankLine = cursor.isAtEnd || cursor.isLineEnd(cursor.at)
    if !isBlankLine {
      cursor.at = start
      while true {
        guard spans.count - (firstSpans.last ?? 0) < Self.columnLimit else {
          faults.append(.tooManyColumns(at: cursor.at))
          return false
        }
        guard readField(&cursor) else { return false }
        if cursor.isAtEnd || cursor.bytes[cursor.at] != cursor.separator { break }
        cursor.at += 1
      }
      ranges.append(SourceRange(start, cursor.at))
      firstSpans.append(spans.count)
    }
    if !cursor.isAtEnd {
      let isCarriageReturn = cursor.bytes[cursor.at] == ASCII.carriageReturn
      cursor.at += 1
      if isCarriageReturn, !cursor.isAtEnd, cursor.bytes[cursor.at] == ASCII.lineFeed {
        cursor.at += 1
      }
    }
    return true
  }

  /// Reads one value up to the separator or line end behind it.
  private mutating func readField(_ cursor: inout Cursor) -> Bool {
    cursor.skipBlanks()
    let start = cursor.at
    if !cursor.isAtEnd, cursor.bytes[start] == ASCII.quote { return readQuotedField(&cursor) }
    while !cursor.isAtFieldEnd {
      if cursor.at - start >= Self.fieldLimit {
        faults.append(.fieldTooLong(at: start))
        return false
      }
      cursor.at += 1
    }
    append(cursor.trimmed(start, cursor.at), hasDoubledQuotes: false)
    return true
  }

  private mutating func readQuotedField(_ cursor: inout Cursor) -> Bool {
    let opening = cursor.at
    var hasDoubledQuotes = false
    cursor.at += 1
    while true {
      guard !cursor.isAtEnd, cursor.at - opening <= Self.fieldLimit else {
        faults.append(.unclosedQuote(at: opening))
        return false
      }
      if cursor.bytes[cursor.at] == ASCII.quote {
        let next = cursor.at + 1
        guard next < cursor.bytes.count, cursor.bytes[next] == ASCII.quote else { break }
        hasDoubledQuotes = true
        cursor.at += 1
      }
      cursor.at += 1
    }
    append(cursor.trimmed(opening + 1, cursor.at), hasDoubledQuotes: hasDoubledQuotes)
    cursor.at += 1
    cursor.skipBlanks()
    let rest = cursor.at
    while !cursor.isAtFieldEnd { cursor.at += 1 }
    if cursor.at > rest { faults.append(.textAfterQuote(SourceRange(rest, cursor.at))) }
    return true
  }

  private mutating func append(_ place: (start: Int, end: Int), hasDoubledQuotes: Bool) {
    spans.append(
      TableSpan(
        start: UInt32(place.start), end: UInt32(place.end), hasDoubledQuotes: hasDoubledQuotes))
  }
}
