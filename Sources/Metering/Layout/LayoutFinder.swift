import Documents

/// Finds the heading row of a file and says what its columns hold.
struct LayoutFinder {
  private static let separators = [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar]

  let text: LoadText
  let options: LoadFileOptions

  /// Whether there is a heading at all.
  var hasHeading: Bool {
    do throws(RowProblem) {
      return try candidate(Byte.comma) != nil
    } catch {
      return false
    }
  }

  /// The layout of the file.
  func layout() throws(DiagnosticsError) -> LoadLayout {
    var best: HeadingSearch.Candidate?
    var problem: (problem: RowProblem, base: Int)?
    for separator in text.sheet == nil ? Self.separators : [Byte.comma] {
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
    let headings =
      try options.column.map { name throws(DiagnosticsError) in
        try ColumnChoice(text: text, name: name).apply(to: best.headings)
      } ?? best.headings
    return try LayoutBuilder(
      text: text, options: options, separator: best.separator, headings: headings,
      headingRange: best.range, headingRows: best.rowCount, bodyOffset: best.bodyOffset,
      preambleLines: best.preambleLines
    ).layout()
  }

  /// The heading that is found with this separator.
  private func candidate(_ separator: UInt8) throws(RowProblem) -> HeadingSearch.Candidate? {
    var found: HeadingSearch.Candidate?
    var problem: RowProblem?
    text.withBytes { bytes in
      do throws(RowProblem) {
        found = try HeadingSearch(separator, in: bytes).candidate()
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return found
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
    let isNEM13 = text.withBytes { $0[first].starts(with: "100,NEM13".utf8) }
    if isNEM13 {
      return fault.error(
        "load-heading", at: first, "the file says that it is NEM13, but interval data is expected",
        hint: "NEM13 holds dial readings by the quarter; ask for NEM12")
    }
    let looksRecoded = text.withBytes { bytes in
      // GBK read as Latin-1 and saved as UTF-8 leaves two-byte characters from U+00A1 to U+00FF.
      bytes[first].filter { $0 == 0xC2 || $0 == 0xC3 }.count >= 4
    }
    return fault.error(
      "load-heading", at: first,
      """
      no heading with a column of dates or stamps was found; expected, for example, \
      "account,date,p1,p2,…,p96" or "account,timestamp,kw"
      """,
      hint: looksRecoded
        ? """
        the characters look like Chinese that was read in the wrong encoding and saved again: \
        export the file anew
        """ : "the first row must name the columns")
  }
}
