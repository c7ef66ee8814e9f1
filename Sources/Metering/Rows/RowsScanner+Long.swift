import Documents
import Quantities

extension RowsScanner {
  /// Reads a row of one interval or of one moment.
  mutating func readLong(
    _ columns: LongColumns, _ account: Int, _ end: Int
  ) throws(DiagnosticsError) {
    let cell = context.splitter.cells[columns.stampColumn]
    guard let stamp = stamp(columns, cell, account: account, end: end) else { return }
    var read: [RowValue] = []
    let all = columns.values + columns.dials
    for value in all {
      guard
        let number = readNumber(
          of: context.splitter.cells[value.column], heading: value.column, account: account)
      else { continue }
      read.append(number)
    }
    guard read.count == all.count else { return }
    let factor = columns.dials.isEmpty ? nil : try multiplier()
    for (index, value) in all.enumerated() {
      let isDial = index >= columns.values.count
      // 24:00 ends a day; a dial may be read then all the same.
      guard isDial || isStartOfInterval(stamp, cell, account: account) else { return }
      let key = RowTrack.Key(account: account, channel: value.quantity.channel, isDial: isDial)
      let track = gathered.track(
        key, unit: value.quantity.unit, name: plan.base.layout.headings[value.column].text)
      gathered.tracks[track].add(stamp, read[index], multiplier: isDial ? factor : nil)
      if let units = read[index].units { gathered.totals[value.column, default: 0] += units }
    }
  }

  private mutating func isStartOfInterval(
    _ stamp: RowStamp, _ cell: RowCell, account: Int
  ) -> Bool {
    guard plan.base.side == .start, stamp.isEndOfDay else { return true }
    context.record.add(
      .endOfDayAsStart(text: context.cellText(cell)), account: account, at: range(cell))
    return false
  }

  /// The stamp of a row; nothing where it is none, which is told.
  private mutating func stamp(
    _ columns: LongColumns, _ cell: RowCell, account: Int, end: Int
  ) -> RowStamp? {
    do throws(StampProblem) {
      var written = try stampReader.read(context.bytes, from: cell.start, to: cell.end)
      if let column = columns.timeColumn {
        written.seconds = try LongScanner.time(context.bytes, context.splitter.cells[column])
      }
      let day = try plan.base.pattern.date(written, order: plan.base.order).dayNumber
      if plan.reasons.contains(.hours), let column = columns.hourColumn {
        return hourStamp(day, context.splitter.cells[column], cell, account: account)
      }
      var stamp = RowStamp(
        wall: Int64(day) * 86_400 + Int64(written.seconds + plan.endShift),
        offset: written.offset, line: line, range: range(cell))
      stamp.isEndOfDay = written.seconds == 86_400
      if plan.base.midnight == .sameDate, plan.base.side == .end, written.seconds == 0 {
        stamp.wall += 86_400
        context.record.sameDateMidnights[account, default: 0] += 1
      }
      if let column = columns.qualityColumn {
        stamp.quality = ReadingQuality(context.cellText(context.splitter.cells[column]))
      }
      if let column = columns.endColumn { stamp.end = try endOfInterval(column, columns, day) }
      return stamp
    } catch {
      if !takeFooter(cell, end: end) { context.add(error, cell, account: account) }
      return nil
    }
  }

  /// The end that stands beside the start; nothing where its cell is empty.
  private func endOfInterval(
    _ column: Int, _ columns: LongColumns, _ day: Int
  ) throws(StampProblem) -> Int64? {
    let cell = context.splitter.cells[column]
    guard cell.start < cell.end else { return nil }
    if columns.timeColumn != nil {
      return Int64(day) * 86_400 + Int64(try LongScanner.time(context.bytes, cell))
    }
    let written = try stampReader.read(context.bytes, from: cell.start, to: cell.end)
    let date = try plan.base.pattern.date(written, order: plan.base.order)
    return Int64(date.dayNumber) * 86_400 + Int64(written.seconds)
  }

  /// The stamp of a numbered hour, `1` to `24`, or `2*` for the second run of a repeated one.
  private mutating func hourStamp(
    _ day: Int, _ cell: RowCell, _ date: RowCell, account: Int
  ) -> RowStamp? {
    var end = cell.end
    let isSecondRun = end > cell.start && context.bytes[end - 1] == UInt8(ascii: "*")
    if isSecondRun { end -= 1 }
    let digits = context.bytes[cell.start..<end]
    guard (1...2).contains(digits.count), digits.allSatisfy(Byte.isDigit) else {
      return refuseHour(cell, account: account)
    }
    let hour = digits.reduce(0) { $0 * 10 + Int($1 - Byte.zero) }
    let isEnd = plan.base.side == .end
    guard isEnd ? (1...24).contains(hour) : (0...23).contains(hour) else {
      return refuseHour(cell, account: account)
    }
    // The start of the hour, so that its second run is told from the first by the clock.
    return RowStamp(
      wall: Int64(day) * 86_400 + Int64(isEnd ? hour - 1 : hour) * 3600, isSecondRun: isSecondRun,
      line: line, range: range(cell))
  }

  private mutating func refuseHour(_ cell: RowCell, account: Int) -> RowStamp? {
    let text = context.cellText(cell)
    if plan.base.side == .start, text == "24" {
      context.record.add(.endOfDayAsStart(text: text), account: account, at: range(cell))
    } else {
      context.record.add(
        .rows(.unreadableHour(text: text)), account: account, at: range(cell))
    }
    return nil
  }
}
