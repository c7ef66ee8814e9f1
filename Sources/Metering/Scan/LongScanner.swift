import Documents
import Quantities

/// Reads a long file, row by row, and hands over what follows in order of one account and day.
///
/// Rows like the one before, plainly written, take the fast way of ``LongScanner+Fast``; whatever
/// else a row holds, it is read here, where every fault is told.
struct LongScanner {
  /// One row: a slot of an account's day, and what was measured in it.
  struct Row {
    var account = 0
    var day = 0
    var slot = 0
    var active = SlotValue.unseen
    var forward = SlotValue.unseen
    var reverse = SlotValue.unseen
  }

  var context: RowContext
  let columns: LongColumns
  let reader: StampReader
  let scales: [DecimalScale]
  let interval: Int
  let slotCount: Int
  let grid: MinuteGrid
  let marksStarts: Bool
  /// What a fast row is made of, in order; nothing where rows are too unlike for it.
  let fastSteps: FastSteps?
  /// How the last numbers of the only column of values were written.
  var shapes = ShapeMemory()
  var position = 0
  /// Where the last row began whose account and date are those of `fastAccount` and `fastDay`.
  var prefixStart = 0
  /// How many bytes such rows share; 0 while there is none to compare with.
  var prefixLength = 0
  /// Where the stamp begins in them.
  var stampOffset = 0
  var fastAccount = 0
  var fastDay = 0

  private let buffers: DayBuffers
  private let active: UnsafeMutablePointer<Int64>
  private let forward: UnsafeMutablePointer<Int64>
  private let reverse: UnsafeMutablePointer<Int64>
  private let hasActive: Bool
  private let hasForward: Bool
  private let hasReverse: Bool
  private var isOpen = false
  private var openAccount = 0
  private var openDay = 0
  private var firstSlot = 0
  private var lastSlot = 0
  /// The row that did not belong to the fragment handed over last.
  private var carried: Row?

  init(context: RowContext, columns: LongColumns) {
    self.context = context
    self.columns = columns
    let plan = context.plan
    reader = StampReader(pattern: plan.pattern)
    scales = columns.values.map { plan.scale($0.quantity.unit) }
    interval = plan.intervalSeconds
    slotCount = plan.slotCount
    grid = MinuteGrid(intervalSeconds: interval)
    marksStarts = plan.side == .start
    fastSteps = FastSteps(plan: plan, columns: columns, scales: scales)
    buffers = DayBuffers(slotCount: slotCount)
    active = buffers.active
    forward = buffers.forward
    reverse = buffers.reverse
    let channels = Set(columns.values.map(\.quantity.channel))
    hasActive = channels.contains(.active)
    hasForward = channels.contains(.reactive) || channels.contains(.reactiveForward)
    hasReverse = channels.contains(.reactive) || channels.contains(.reactiveReverse)
  }

  /// The next rows that belong together; valid until the next call.
  mutating func next() throws(DiagnosticsError) -> DayFragment? {
    if let row = carried {
      carried = nil
      open(row)
    }
    var row = Row()
    while position < context.bytes.count {
      if !readFast(&row), !(rememberNewDay() && readFast(&row)) {
        guard try readSlowly(&row) else {
          if context.record.isHopeless { return nil }
          continue
        }
      }
      if isOpen, row.account == openAccount, row.day == openDay, row.slot > lastSlot {
        append(row)
      } else if isOpen {
        carried = row
        return close()
      } else {
        open(row)
      }
      if prefixLength > 0, fastAccount == openAccount, fastDay == openDay {
        lastSlot = readRun(from: lastSlot + 1, into: active) - 1
      }
    }
    return isOpen ? close() : nil
  }

  private mutating func open(_ row: Row) {
    isOpen = true
    openAccount = row.account
    openDay = row.day
    firstSlot = row.slot
    lastSlot = row.slot - 1
    append(row)
  }

  @inline(__always)
  private mutating func append(_ row: Row) {
    var gap = lastSlot + 1
    while gap < row.slot {
      active[gap] = SlotValue.unseen
      forward[gap] = SlotValue.unseen
      reverse[gap] = SlotValue.unseen
      gap += 1
    }
    active[row.slot] = row.active
    if hasForward { forward[row.slot] = row.forward }
    if hasReverse { reverse[row.slot] = row.reverse }
    lastSlot = row.slot
  }

  private mutating func close() -> DayFragment {
    isOpen = false
    return DayFragment(
      account: openAccount, day: openDay, firstSlot: firstSlot, lastSlot: lastSlot,
      active: hasActive ? UnsafePointer(active) : nil,
      forward: hasForward ? UnsafePointer(forward) : nil,
      reverse: hasReverse ? UnsafePointer(reverse) : nil, mayMiss: true)
  }

  /// Reads one row, whatever it holds.
  ///
  /// - Returns: Whether it is a reading.
  mutating func readSlowly(_ row: inout Row) throws(DiagnosticsError) -> Bool {
    let start = position
    prefixLength = 0
    guard let account = try context.readRow(&position) else { return false }
    let cell = context.splitter.cells[columns.stampColumn]
    guard let (day, seconds) = stamp(cell, account: account),
      place(day: day, seconds: seconds, cell, account: account, in: &row)
    else { return false }
    row.account = account
    guard readValues(of: account, into: &row) else { return false }
    rememberPrefix(start: start, cell: cell, account: account, day: day)
    return true
  }

  /// The written day and the seconds behind its midnight.
  private mutating func stamp(_ cell: RowCell, account: Int) -> (day: Int, seconds: Int)? {
    do throws(StampProblem) {
      var written = try reader.read(context.bytes, from: cell.start, to: cell.end)
      if let column = columns.timeColumn {
        let time = context.splitter.cells[column]
        written.seconds = try Self.time(context.bytes, time)
      }
      let date = try reader.pattern.date(written, order: context.plan.order)
      return (date.dayNumber, written.seconds)
    } catch {
      if context.isFooter() {
        context.record.rowCount -= 1
        context.record.footers.append(
          (context.base + cell.start)..<(context.base + max(cell.end, position - 1)))
      } else {
        context.add(error, cell, account: account)
      }
      return nil
    }
  }

  /// The time of day in a cell of its own, with or without seconds.
  static func time(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: RowCell
  ) throws(StampProblem) -> Int {
    let colons = bytes[cell.start..<cell.end].reduce(0) { $0 + ($1 == Byte.colon ? 1 : 0) }
    var position = cell.start
    let seconds = try StampReader.readTime(bytes, &position, cell.end, hasSeconds: colons == 2)
    guard position == cell.end else { throw .otherPattern }
    return seconds
  }

  /// Finds the interval a stamp marks.
  private mutating func place(
    day: Int, seconds: Int, _ cell: RowCell, account: Int, in row: inout Row
  ) -> Bool {
    let range = (context.base + cell.start)..<(context.base + cell.end)
    guard seconds % interval == 0 else {
      context.record.add(
        .offGrid(text: context.cellText(cell), intervalSeconds: interval), account: account,
        at: range)
      return false
    }
    if seconds == 86_400, context.plan.side == .start {
      context.record.add(
        .endOfDayAsStart(text: context.cellText(cell)), account: account, at: range)
      return false
    }
    place(day: day, count: seconds / interval, account: account, in: &row)
    return true
  }

  /// Finds the interval of a stamp that stands `count` intervals behind midnight.
  @inline(__always)
  mutating func place(day: Int, count: Int, account: Int, in row: inout Row) {
    row.day = day
    if marksStarts {
      row.slot = count
    } else if count > 0 {
      row.slot = count - 1
    } else {
      row.slot = slotCount - 1
      if context.plan.midnight == .nextDate {
        row.day = day - 1
      } else {
        context.record.sameDateMidnights[account, default: 0] += 1
      }
    }
  }

  private mutating func readValues(of account: Int, into row: inout Row) -> Bool {
    row.active = SlotValue.unseen
    row.forward = SlotValue.unseen
    row.reverse = SlotValue.unseen
    var isWhole = true
    for (index, value) in columns.values.enumerated() {
      let cell = context.splitter.cells[value.column]
      guard
        let energy = context.value(
          of: cell, scale: scales[index], channel: value.quantity.channel, heading: value.column,
          account: account)
      else {
        isWhole = false
        continue
      }
      store(energy, value.quantity.channel, in: &row)
    }
    return isWhole
  }

  @inline(__always)
  func store(_ energy: Int64, _ channel: LoadChannel, in row: inout Row) {
    switch channel {
    case .active: row.active = energy
    case .exported: break
    case .reactiveForward: row.forward = energy
    case .reactiveReverse: row.reverse = energy
    case .reactive:
      if SlotValue.isMissing(energy) {
        row.forward = energy
        row.reverse = energy
      } else {
        row.forward = max(energy, 0)
        row.reverse = max(-energy, 0)
      }
    }
  }
}
