/// What the dates of a file tell about the order of their parts.
struct DateEvidence {
  struct Proof {
    let range: Range<Int>
    let text: String
  }

  let pattern: StampPattern
  private let reader: StampReader
  /// The first date at all.
  private(set) var first: Range<Int>?
  /// The first date whose first part is no month.
  private(set) var dayFirst: Proof?
  /// The first date whose second part is no month.
  private(set) var monthFirst: Proof?
  /// How far the days of neighbouring rows lie apart, added up, under two readings of a two-digit
  /// year.
  private(set) var dayFirstDistance = 0
  private(set) var yearFirstDistance = 0
  private var lastDayFirst: Int?
  private var lastYearFirst: Int?

  init(pattern: StampPattern) {
    self.pattern = pattern
    reader = StampReader(pattern: pattern)
  }

  mutating func add(_ row: StampWalk.Row) {
    let written: WrittenStamp
    do throws(StampProblem) {
      written = try reader.read(row.bytes, from: row.stamp.start, to: row.stamp.end)
    } catch {
      return
    }
    if first == nil { first = row.range }
    if dayFirst == nil, (13...31).contains(written.first) {
      dayFirst = Proof(range: row.range, text: RowSplitter.text(row.stamp, in: row.bytes))
    }
    if monthFirst == nil, (13...31).contains(written.second) {
      monthFirst = Proof(range: row.range, text: RowSplitter.text(row.stamp, in: row.bytes))
    }
    guard !pattern.hasLongYear else { return }
    dayFirstDistance += Self.distance(day(written, .dayFirst), &lastDayFirst)
    yearFirstDistance += Self.distance(day(written, .yearFirst), &lastYearFirst)
  }

  private func day(_ written: WrittenStamp, _ order: DateOrder) -> Int? {
    do throws(StampProblem) {
      return try pattern.date(written, order: order).dayNumber
    } catch {
      return nil
    }
  }

  /// A date that does not exist counts as a century.
  private static func distance(_ day: Int?, _ last: inout Int?) -> Int {
    guard let day else { return 36_525 }
    defer { last = day }
    return last.map { abs(day - $0) } ?? 0
  }
}
