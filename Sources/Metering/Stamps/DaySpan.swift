import Documents

/// The days of a file's stamps, as printed.
enum DaySpan {
  /// The first and the last day; nothing where no stamp can be read.
  static func find(
    _ walk: StampWalk, _ pattern: StampPattern, _ order: DateOrder
  ) throws(DiagnosticsError) -> ClosedRange<Int>? {
    let reader = StampReader(pattern: pattern)
    var span: ClosedRange<Int>?
    try walk.forEach { row in
      do throws(StampProblem) {
        let written = try reader.read(row.bytes, from: row.stamp.start, to: row.stamp.end)
        let day = try pattern.date(written, order: order).dayNumber
        span = span.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
      } catch {
        // The scan tells of it.
      }
      return true
    }
    return span
  }
}
