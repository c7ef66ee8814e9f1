import Documents
import Quantities

extension RowsScanner {
  /// Reads a row of one day.
  mutating func readWide(
    _ columns: WideColumns, _ account: Int, _ end: Int
  ) throws(DiagnosticsError) {
    let cell = context.splitter.cells[columns.dateColumn]
    guard let day = day(cell, account: account, end: end),
      let (quantity, isDial, name) = try quantity(columns, account)
    else { return }
    let factor = isDial ? try multiplier() : nil
    let key = RowTrack.Key(account: account, channel: quantity.channel, isDial: isDial)
    let track = gathered.track(key, unit: quantity.unit, name: name)
    let length = 86_400 / columns.slotCount
    // A reading headed 0:15 was taken then; that of a start column at the beginning of its interval.
    let isAtEnd = isDial && (columns.marks == .ends || plan.base.options.stamps == .end)
    for slot in 0..<columns.slotCount {
      let column = columns.firstColumn + slot
      let cell = context.splitter.cells[column]
      guard let value = readNumber(of: cell, heading: column, account: account) else { continue }
      let seconds = (slot + (isAtEnd ? 1 : 0)) * length
      gathered.tracks[track].add(
        RowStamp(wall: Int64(day) * 86_400 + Int64(seconds), line: line, range: range(cell)),
        value, multiplier: factor)
    }
  }

  private mutating func day(_ cell: RowCell, account: Int, end: Int) -> Int? {
    do throws(StampProblem) {
      let written = try stampReader.read(context.bytes, from: cell.start, to: cell.end)
      let day = try plan.base.pattern.date(written, order: plan.base.order).dayNumber
      guard written.seconds == 0 else {
        context.record.add(
          .timeInDate(text: context.cellText(cell)), account: account, at: range(cell))
        return nil
      }
      return day
    } catch {
      if !takeFooter(cell, end: end) { context.add(error, cell, account: account) }
      return nil
    }
  }

  /// What a row measures; nothing where that is not known, which is told.
  private mutating func quantity(
    _ columns: WideColumns, _ account: Int
  ) throws(DiagnosticsError) -> (LoadQuantity, isDial: Bool, name: String)? {
    guard let column = columns.quantityColumn else {
      if columns.marks == .readings {
        let heading = plan.base.layout.headings[columns.firstColumn].text
        return (LoadQuantity(channel: .active, unit: .kilowattHour), true, heading)
      }
      try checkMultiplier()
      let unit = plan.base.options.unit ?? .kilowatt
      return (LoadQuantity(channel: .active, unit: unit), false, unit.rawValue)
    }
    let cell = context.splitter.cells[column]
    let name = context.cellText(cell)
    if let quantity = RegisterHeading.wideQuantity(of: name) { return (quantity, true, name) }
    let isReading = columns.marks == .readings
    // Code 1 of a curve of readings is the dial of the total active energy.
    if isReading, name == "1" {
      return (LoadQuantity(channel: .active, unit: .kilowattHour), true, name)
    }
    if !isReading, let quantity = HeadingWords.quantity(of: name) ?? DataTypeCode.quantity(of: name)
    {
      try checkMultiplier()
      return (quantity, false, name)
    }
    context.record.add(.unknownQuantity(text: name), account: account, at: range(cell))
    return nil
  }

  /// Values that are no dial readings may be multiplied already, whatever their column says.
  private func checkMultiplier() throws(DiagnosticsError) {
    guard let column = plan.base.layout.multiplierColumn else { return }
    try context.checkMultiplier(context.splitter.cells[column])
  }
}
