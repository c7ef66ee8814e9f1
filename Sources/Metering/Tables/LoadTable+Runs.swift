extension LoadTable {
  /// How the runs of a table are found.
  package enum Search: Sendable {
    /// By leaps, as if all rows of an account stood together; whoever reads them sees where not.
    case leaping
    /// By a look at the beginning of every row.
    case everyRow
  }

  /// The rows of each account in the order of the file, with the account's name.
  ///
  /// An account whose rows do not stand together has several runs.
  package func runs(_ search: Search) -> [(account: String, rows: Range<Int>)] {
    let body = plan.layout.bodyOffset
    return text.withBytes { bytes in
      guard body < bytes.count else { return [] }
      guard let column = plan.layout.accountColumn else {
        return [(plan.options.account ?? "", body..<bytes.count)]
      }
      var row = AccountRow(bytes, separator: plan.layout.separator, column: column)
      var runs: [(account: String, rows: Range<Int>)] = []
      var length = 0
      var position = body
      while position < bytes.count {
        let (name, end) = row.account(at: position)
        var stop = end
        if let prefix = row.prefix(at: position) {
          stop =
            search == .leaping
            ? Self.leap(row, from: position, over: length, prefix)
            : row.end(from: end, like: prefix)
          length = stop - position
        }
        // A row that names nobody belongs to the rows it stands among.
        if let last = runs.last, name == nil || last.account == name {
          runs[runs.count - 1].rows = last.rows.lowerBound..<stop
        } else {
          runs.append((name ?? "", position..<stop))
        }
        position = stop
      }
      return runs
    }
  }

  /// The end of the rows that begin like the one at `start`, if they stand together; `length`, that
  /// of the rows of the account before, is where it is looked for first.
  private static func leap(
    _ row: AccountRow, from start: Int, over length: Int, _ prefix: Range<Int>
  ) -> Int {
    let count = row.bytes.count
    // A row known to be the account's, and one known to be not, or the end.
    var same = start
    var other = row.next(behind: min(count, start + max(length, 256) - 1))
    var step = 256
    while other < count, row.begins(other, like: prefix) {
      same = other
      other = row.next(behind: min(count, other + step))
      step *= 2
    }
    // Looked for backwards as well: a guess that is a little too far must not cost pages in the
    // midst of the account's rows.
    while step < other - same {
      let before = row.next(behind: other - step)
      if before < other {
        guard !row.begins(before, like: prefix) else {
          same = before
          break
        }
        other = before
      }
      step *= 2
    }
    while true {
      let middle = row.next(behind: same + (other - same) / 2)
      if middle < other {
        if row.begins(middle, like: prefix) { same = middle } else { other = middle }
        continue
      }
      // The upper half is the end of one row: what is left begins in the lower half.
      let next = row.next(behind: same)
      guard next < other else { return other }
      if row.begins(next, like: prefix) { same = next } else { other = next }
    }
  }
}
