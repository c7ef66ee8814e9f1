import Documents
import Quantities

/// Finds the pattern of a file's dates, and whether the day or the month comes first.
///
/// Day and month are told apart only where some row proves it and none contradicts.
struct DateSurvey {
  let walk: StampWalk
  let options: LoadFileOptions

  private var fault: LoadFault { LoadFault(text: walk.text) }

  /// The pattern that the first readable stamp is written in.
  func pattern() throws(DiagnosticsError) -> StampPattern {
    var pattern: StampPattern?
    var first: (range: Range<Int>, text: String)?
    var rows = 0
    try walk.forEach { row in
      pattern = StampPattern(of: row.bytes, from: row.stamp.start, to: row.stamp.end)
      if pattern == nil, first == nil {
        first = (row.range, RowSplitter.text(row.stamp, in: row.bytes))
      }
      rows += 1
      return pattern == nil && rows < 100
    }
    if let pattern { return pattern }
    guard let first else {
      throw fault.error(
        "load-empty", at: walk.layout.headingRange,
        "there is a heading but no rows: the file holds no intervals", hint: nil)
    }
    throw fault.error(
      "load-stamps", at: first.range,
      """
      \(LoadEvidence.quoted(first.text)) is not a date that is read; expected, for example, \
      2026-01-31 00:15, 2026/1/31 0:15, 31/01/2026 00:15 or 31/01/26 0:15
      """,
      hint: Self.hint(first.text))
  }

  private static func hint(_ text: String) -> Message? {
    if !text.isEmpty, text.utf8.allSatisfy({ Byte.isDigit($0) || $0 == Byte.point }) {
      return "this looks like a spreadsheet's day number: format the column as a date"
    }
    return nil
  }

  /// The order of day, month and year, and a note on how it was found.
  func order(
    of pattern: StampPattern
  ) throws(DiagnosticsError) -> (order: DateOrder, note: LoadNote?) {
    if pattern.hasLeadingYear { return (.yearFirst, nil) }
    if let order = options.dateOrder { return (order, nil) }
    var evidence = DateEvidence(pattern: pattern)
    try walk.forEach { row in
      evidence.add(row)
      return true
    }
    switch (evidence.dayFirst, evidence.monthFirst) {
    case (let proof?, nil):
      try checkShortYears(evidence, proof)
      return (.dayFirst, .dateOrder(.dayFirst, because: "\"\(proof.text)\" proves it"))
    case (nil, let proof?):
      return (.monthFirst, .dateOrder(.monthFirst, because: "\"\(proof.text)\" proves it"))
    case (let day?, let month?):
      throw fault.error(
        "load-dates", at: month.range,
        """
        the dates contradict each other: "\(day.text)" can only be day-first, \
        "\(month.text)" only month-first
        """,
        hint: "write all dates of the file in one way, best as YYYY-MM-DD")
    case (nil, nil):
      throw fault.error(
        "load-dates", at: evidence.first,
        "no date of the file proves whether the day or the month comes first",
        hint: "--date-order dmy or mdy, or the column date_order of load/files.csv, says which")
    }
  }

  /// `18/01/02` is the 18th of January 2002 or the 2nd of January 2018: where the days then follow
  /// each other only with the year in front, nothing is proven.
  private func checkShortYears(
    _ evidence: DateEvidence, _ proof: DateEvidence.Proof
  ) throws(DiagnosticsError) {
    guard evidence.yearFirstDistance < evidence.dayFirstDistance else { return }
    throw fault.error(
      "load-dates", at: proof.range,
      """
      "\(proof.text)" may begin with the day or with a two-digit year: read with the year first, \
      the days of the file follow each other more closely
      """,
      hint: "--date-order ymd or dmy, or the column date_order of load/files.csv, says which")
  }
}
