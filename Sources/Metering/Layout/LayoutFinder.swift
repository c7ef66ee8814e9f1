import Documents

/// Finds the heading row of a file and says what its columns hold.
struct LayoutFinder {
  /// Rows looked at, of which all but the last may be a preamble.
  private static let mostRows = 50
  private static let separators = [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar]

  let text: LoadText
  let options: LoadFileOptions

  private struct Candidate {
    var separator: UInt8
    var headings: [Heading]
    var range: Range<Int>
    var bodyOffset: Int
    var preambleLines: Int
  }

  /// The layout of the file.
  func layout() throws(DiagnosticsError) -> LoadLayout {
    var best: Candidate?
    var problem: (problem: RowProblem, base: Int)?
    for separator in Self.separators {
      do throws(RowProblem) {
        guard let found = try candidate(separator) else { continue }
        if let best, best.headings.count >= found.headings.count { continue }
        best = found
      } catch {
        if problem == nil { problem = (error, 0) }
      }
    }
    guard let best else {
      if let problem { throw problem.problem.error(in: text, base: problem.base) }
      throw noHeading()
    }
    return try LayoutBuilder(
      text: text, options: options, separator: best.separator, headings: best.headings,
      headingRange: best.range, bodyOffset: best.bodyOffset, preambleLines: best.preambleLines
    ).layout()
  }

  /// The first row that reads as a heading with this separator.
  private func candidate(_ separator: UInt8) throws(RowProblem) -> Candidate? {
    var found: Candidate?
    var problem: RowProblem?
    text.withBytes { bytes in
      do throws(RowProblem) {
        found = try Self.candidate(separator, in: bytes)
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return found
  }

  private static func candidate(
    _ separator: UInt8, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(RowProblem) -> Candidate? {
    var splitter = RowSplitter(separator: separator)
    var position = 0
    var preamble = 0
    for _ in 0..<mostRows {
      guard position < bytes.count else { return nil }
      let next = try splitter.split(bytes, at: position)
      if !splitter.isBlank {
        let headings = splitter.cells.map { cell in
          Heading(text: RowSplitter.text(cell, in: bytes), range: cell.start..<cell.end)
        }
        if isHeading(headings) {
          var end = next
          while end > position,
            bytes[end - 1] == Byte.lineFeed || bytes[end - 1] == Byte.carriageReturn
          {
            end -= 1
          }
          return Candidate(
            separator: separator, headings: headings, range: position..<end, bodyOffset: next,
            preambleLines: preamble)
        }
        preamble += 1
      }
      position = next
    }
    return nil
  }

  /// A heading has a column of stamps and something beside it to read.
  private static func isHeading(_ headings: [Heading]) -> Bool {
    var hasStamp = false
    var isNamed = 0
    for heading in headings {
      switch heading.role {
      case .stamp: hasStamp = true
      case .unknown, .blank: continue
      case .account, .meter, .part, .hour, .quantity, .multiplier, .value, .unitless, .register,
        .slot:
        isNamed += 1
      }
    }
    // A pair such as "Date,2024-01-31" belongs to a preamble.
    let isBare =
      headings.count == 2 && !headings.contains { $0.text.utf8.contains(where: Byte.isDigit) }
    return hasStamp && (isNamed > 0 || isBare)
  }

  private func noHeading() -> DiagnosticsError {
    let fault = LoadFault(text: text)
    let first = text.withBytes { bytes -> Range<Int>? in
      guard
        let start = bytes.firstIndex(where: {
          !Byte.isBlank($0) && $0 != Byte.lineFeed && $0 != Byte.carriageReturn
        })
      else { return nil }
      let end = bytes[start...].firstIndex(of: Byte.lineFeed) ?? bytes.count
      return start..<end
    }
    guard let first else {
      return fault.error(
        "load-empty", at: nil, "the file is empty, but interval data is expected")
    }
    let looksRecoded = text.withBytes { bytes in
      // GBK read as Latin-1 and saved as UTF-8 leaves two-byte characters from U+00A1 to U+00FF.
      bytes[first].filter { $0 == 0xC2 || $0 == 0xC3 }.count >= 4
    }
    return fault.error(
      "load-heading", at: first,
      "no heading with a column of dates or stamps was found; expected, for example, "
        + "\"account,date,p1,p2,…,p96\" or \"account,timestamp,kw\"",
      hint: looksRecoded
        ? "the characters look like Chinese that was read in the wrong encoding and saved again: "
          + "export the file anew" : "the first row must name the columns")
  }
}
