/// Finds the heading among the first rows of a text that are cut at one separator.
struct HeadingSearch {
  /// A row or several that read as a heading.
  struct Candidate {
    let separator: UInt8
    let headings: [Heading]
    /// From the first of its rows to the last, without the last line end.
    let range: Range<Int>
    let rowCount: Int
    let bodyOffset: Int
    /// Rows above it that are not blank.
    let preambleLines: Int
  }

  /// A row that is not blank.
  private struct Row {
    let cells: [Heading]
    let range: Range<Int>
    let next: Int
  }

  /// Rows looked at, of which all but the last may be a preamble.
  private static let mostRows = 50
  /// Rows a heading may be put together from.
  private static let mostParts = 3

  private let separator: UInt8
  private var rows: [Row] = []

  /// Cuts the first rows.
  ///
  /// Reading stops at the first row that reads as a heading with `mostParts` rows behind it, so that
  /// what is wrong further down is told by those who read on.
  init(_ separator: UInt8, in bytes: UnsafeBufferPointer<UInt8>) throws(RowProblem) {
    self.separator = separator
    var splitter = RowSplitter(separator: separator)
    var position = 0
    var heading: Int?
    for _ in 0..<Self.mostRows {
      if let heading, rows.count > heading + Self.mostParts { break }
      guard position < bytes.count else { break }
      let next: Int
      do throws(RowProblem) {
        next = try splitter.split(bytes, at: position)
      } catch {
        if heading != nil { break }
        throw error
      }
      if !splitter.isBlank {
        let isAlone = splitter.cells.count == 1
        let cells = splitter.cells.map { cell in
          let text = RowSplitter.text(cell, in: bytes)
          let range = cell.start..<cell.end
          return isAlone ? Heading(alone: text, range: range) : Heading(text: text, range: range)
        }
        var end = next
        while end > position,
          bytes[end - 1] == Byte.lineFeed || bytes[end - 1] == Byte.carriageReturn
        {
          end -= 1
        }
        if heading == nil, Self.isHeading(cells) { heading = rows.count }
        rows.append(Row(cells: cells, range: position..<end, next: next))
      }
      position = next
    }
  }

  /// The first row that reads as a heading, with the rows below that go on with it; else the rows
  /// above the first row of data, if they read as one together.
  func candidate() -> Candidate? {
    if let first = rows.firstIndex(where: { Self.isHeading($0.cells) }) {
      var last = first
      while last + 1 < rows.count, last - first + 1 < Self.mostParts,
        Self.goesOn(rows[last + 1].cells, below: rows[first].cells)
      {
        last += 1
      }
      var top = first
      // Units alone do not tell columns apart; their names may stand above.
      if Self.hasDoubles(rows[first].cells) { top = raised(first, above: last) }
      return candidate(top...last, orElse: first...first)
    }
    guard let data = rows.firstIndex(where: { Self.isData($0.cells) }) else { return nil }
    for count in 2...Self.mostParts where count <= data {
      let cells = joined((data - count)...(data - 1))
      guard Self.isHeading(cells), Self.hasStamp(rows[data].cells, under: cells) else { continue }
      return candidate(
        raised(data - count, above: data - 1)...(data - 1),
        orElse: (data - count)...(data - 1))
    }
    return nil
  }

  /// The uppermost row that belongs to a heading: rows directly above it with several words and no
  /// figures do.
  private func raised(_ row: Int, above last: Int) -> Int {
    var top = row
    while top > 0, last - top + 1 < Self.mostParts,
      rows[top - 1].next == rows[top].range.lowerBound
    {
      let words = rows[top - 1].cells.filter { !$0.text.isEmpty }
      let hasFigures = words.contains { $0.text.utf8.first.map(Byte.isDigit) == true }
      guard words.count > 1, !hasFigures else { break }
      top -= 1
    }
    return top
  }

  /// The rows of `wide` as a heading, or those of `narrow` where the words of the others hide its
  /// column of stamps.
  private func candidate(
    _ wide: ClosedRange<Int>, orElse narrow: ClosedRange<Int>
  ) -> Candidate {
    let span = Self.isHeading(joined(wide)) ? wide : narrow
    let last = rows[span.upperBound]
    return Candidate(
      separator: separator, headings: joined(span),
      range: rows[span.lowerBound].range.lowerBound..<last.range.upperBound,
      rowCount: span.count, bodyOffset: last.next, preambleLines: span.lowerBound)
  }

  /// Rows put together cell by cell.
  private func joined(_ span: ClosedRange<Int>) -> [Heading] {
    guard span.count > 1 else { return rows[span.lowerBound].cells }
    return (0..<(rows[span].map(\.cells.count).max() ?? 0)).map { column in
      Heading(joining: rows[span].compactMap { column < $0.cells.count ? $0.cells[column] : nil })
    }
  }

  /// Whether two columns of values have one name.
  private static func hasDoubles(_ headings: [Heading]) -> Bool {
    let names = headings.filter { $0.measuredChannel != nil }.map(\.text)
    return Set(names).count < names.count
  }

  /// A heading has a column of stamps and something beside it to read.
  private static func isHeading(_ headings: [Heading]) -> Bool {
    var hasStamp = false
    var isNamed = 0
    for heading in headings {
      switch heading.role {
      case .stamp: hasStamp = true
      case .unknown, .blank: continue
      case .account, .meter, .part, .hour, .quantity, .quality, .multiplier, .value, .unitless,
        .register,
        .slot:
        isNamed += 1
      }
    }
    // A pair such as "Date,2024-01-31" belongs to a preamble.
    let isBare =
      headings.count == 2
      && !headings.contains { $0.text.isEmpty || $0.text.utf8.contains(where: Byte.isDigit) }
    return hasStamp && (isNamed > 0 || isBare)
  }

  /// Whether a row below a heading belongs to it: nothing stands under its stamps, and no figures.
  ///
  /// One that names an account and nothing else is a row of data.
  private static func goesOn(_ cells: [Heading], below headings: [Heading]) -> Bool {
    var namesAccountOnly = true
    for (column, cell) in cells.enumerated() where !cell.text.isEmpty {
      if column < headings.count, case .account = headings[column].role {
      } else {
        namesAccountOnly = false
      }
      if case .slot = cell.role { continue }
      guard let first = cell.text.utf8.first, !Byte.isDigit(first), first != Byte.hyphen,
        first != Byte.plus, first != Byte.point
      else { return false }
      if column < headings.count, case .stamp = headings[column].role { return false }
    }
    return !namesAccountOnly
  }

  /// Whether a row holds a stamp and a figure.
  private static func isData(_ cells: [Heading]) -> Bool {
    guard cells.contains(where: { looksLikeStamp($0.text) }) else { return false }
    return cells.contains { cell in
      cell.text.utf8.first.map { Byte.isDigit($0) || $0 == Byte.hyphen } == true
        && !looksLikeStamp(cell.text)
    }
  }

  private static func hasStamp(_ cells: [Heading], under headings: [Heading]) -> Bool {
    zip(headings, cells).contains { heading, cell in
      if case .stamp = heading.role { looksLikeStamp(cell.text) } else { false }
    }
  }

  private static func looksLikeStamp(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, let first = bytes.first, Byte.isDigit(first) else { return false }
    let marks = bytes.filter {
      $0 == Byte.hyphen || $0 == Byte.slash || $0 == Byte.colon || $0 == Byte.point
    }
    return marks.count >= 2
  }
}
