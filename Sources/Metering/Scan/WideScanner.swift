import Documents
import Quantities

/// Reads a wide file, a day per row, and hands over the rows of one account and day together.
///
/// Plainly written rows take the fast way of ``WideScanner+Fast``; whatever else a row holds, it is
/// read here, where every fault is told.
struct WideScanner {
  /// Whose row was read, and what it measures; its values are in the row buffer.
  struct Row {
    var account = 0
    var day = 0
    var channel = LoadChannel.active
    /// Whether a value may be missing or below zero.
    var mayMiss = true
  }

  /// A quantity that was named in a row before.
  struct KnownQuantity {
    let channel: LoadChannel
    let scale: DecimalScale
  }

  var context: RowContext
  let columns: WideColumns
  let reader: StampReader
  let slotCount: Int
  var position = 0
  /// The quantities of the file by the number of their text.
  var quantityTexts = ByteTable()
  var quantities: [KnownQuantity?] = []
  let plainQuantity: KnownQuantity
  /// What the fast way needs to know of the layout and of every row.
  let fastLayout: FastLayout
  var lastRow = LastRow()
  /// How the last numbers were written, where all rows are of one unit.
  var shapes = ShapeMemory()

  private let buffers: DayBuffers
  private var active: UnsafeMutablePointer<Int64>
  private var forward: UnsafeMutablePointer<Int64>
  private var reverse: UnsafeMutablePointer<Int64>
  /// Where the row at hand is read into.
  var values: UnsafeMutablePointer<Int64>
  private var hasActive = false
  private var hasForward = false
  private var hasReverse = false
  private var isOpen = false
  private var openAccount = 0
  private var openDay = 0
  private var mayMiss = false
  /// The row that did not belong to the fragment handed over last; its values are in `values`.
  private var carried: Row?

  /// The layout as the fast way looks at it: a row must not count references.
  struct FastLayout {
    let separator: UInt8
    let accountColumn: Int?
    /// Behind which column the values may begin.
    let lastNamed: Int
    let cellCount: Int
    /// The scale of every row, where rows do not name what they measure.
    let scale: DecimalScale.Fast?
    /// Whether the last part of a date is its day.
    let endsInDay: Bool
    /// Whether no column has to be checked row by row.
    let isPlain: Bool
  }

  /// The cells before the values of the last row, to be compared with the next.
  struct LastRow {
    var accountStart = 0
    var accountLength = -1
    var account = 0
    var dateStart = 0
    var dateLength = -1
    var day = 0
    var quantityStart = 0
    var quantityLength = -1
    var quantity = 0
  }

  init(context: RowContext, columns: WideColumns) {
    self.context = context
    self.columns = columns
    let plan = context.plan
    reader = StampReader(pattern: plan.pattern)
    slotCount = columns.slotCount
    plainQuantity = KnownQuantity(
      channel: .active, scale: plan.scale(plan.options.unit ?? .kilowatt))
    let pattern = plan.pattern
    fastLayout = FastLayout(
      separator: plan.layout.separator, accountColumn: plan.layout.accountColumn,
      lastNamed: max(
        columns.dateColumn, columns.quantityColumn ?? -1, plan.layout.accountColumn ?? -1),
      cellCount: plan.layout.headings.count,
      scale: columns.quantityColumn == nil ? plainQuantity.scale.fast : nil,
      endsInDay: pattern.hasLeadingYear && pattern.clock == .none,
      isPlain: plan.layout.multiplierColumn == nil)
    buffers = DayBuffers(slotCount: slotCount)
    active = buffers.active
    forward = buffers.forward
    reverse = buffers.reverse
    values = buffers.row
  }

  /// The next rows that belong together; valid until the next call.
  mutating func next() throws(DiagnosticsError) -> DayFragment? {
    if let row = carried {
      carried = nil
      open(row)
    }
    var row = Row()
    while position < context.bytes.count {
      if !readFast(&row) {
        row.mayMiss = true
        guard try readSlowly(&row) else {
          if context.record.isHopeless { return nil }
          continue
        }
      }
      if isOpen, row.account != openAccount || row.day != openDay || holds(row.channel) {
        carried = row
        return close()
      }
      if isOpen { keep(row) } else { open(row) }
    }
    return isOpen ? close() : nil
  }

  private func holds(_ channel: LoadChannel) -> Bool {
    switch channel {
    case .active: return hasActive
    case .exported: return false
    case .reactiveForward: return hasForward
    case .reactiveReverse: return hasReverse
    case .reactive: return hasForward || hasReverse
    }
  }

  private mutating func open(_ row: Row) {
    isOpen = true
    openAccount = row.account
    openDay = row.day
    hasActive = false
    hasForward = false
    hasReverse = false
    mayMiss = false
    keep(row)
  }

  /// Makes the row's values those of a channel; the row gets the channel's memory instead.
  private mutating func keep(_ row: Row) {
    mayMiss = mayMiss || row.mayMiss
    switch row.channel {
    case .active:
      swap(&values, &active)
      hasActive = true
    case .exported: break
    case .reactiveForward:
      swap(&values, &forward)
      hasForward = true
    case .reactiveReverse:
      swap(&values, &reverse)
      hasReverse = true
    case .reactive:
      swap(&values, &forward)
      for slot in 0..<slotCount {
        let energy = forward[slot]
        guard !SlotValue.isMissing(energy) else {
          reverse[slot] = energy
          continue
        }
        forward[slot] = max(energy, 0)
        reverse[slot] = max(-energy, 0)
      }
      hasForward = true
      hasReverse = true
    }
  }

  private mutating func close() -> DayFragment {
    isOpen = false
    return DayFragment(
      account: openAccount, day: openDay, firstSlot: 0, lastSlot: slotCount - 1,
      active: hasActive ? UnsafePointer(active) : nil,
      forward: hasForward ? UnsafePointer(forward) : nil,
      reverse: hasReverse ? UnsafePointer(reverse) : nil, mayMiss: mayMiss)
  }

  /// Reads one row, whatever it holds.
  ///
  /// - Returns: Whether it is a day of readings.
  mutating func readSlowly(_ row: inout Row) throws(DiagnosticsError) -> Bool {
    guard let account = try context.readRow(&position) else { return false }
    row.account = account
    guard readDate(of: account, into: &row), let quantity = readQuantity(of: account) else {
      return false
    }
    row.channel = quantity.channel
    var isWhole = true
    for slot in 0..<slotCount {
      let column = columns.firstColumn + slot
      let cell = context.splitter.cells[column]
      guard
        let energy = context.value(
          of: cell, scale: quantity.scale, channel: quantity.channel, heading: column,
          account: account)
      else {
        isWhole = false
        continue
      }
      values[slot] = energy
    }
    return isWhole
  }

  private mutating func readDate(of account: Int, into row: inout Row) -> Bool {
    let cell = context.splitter.cells[columns.dateColumn]
    do throws(StampProblem) {
      let written = try reader.read(context.bytes, from: cell.start, to: cell.end)
      row.day = try reader.pattern.date(written, order: context.plan.order).dayNumber
      guard written.seconds == 0 else {
        context.record.add(
          .timeInDate(text: context.cellText(cell)), account: account,
          at: (context.base + cell.start)..<(context.base + cell.end))
        return false
      }
      return true
    } catch {
      if context.isFooter() {
        context.record.rowCount -= 1
        context.record.footers.append(
          (context.base + cell.start)..<(context.base + max(cell.end, position - 1)))
      } else {
        context.add(error, cell, account: account)
      }
      return false
    }
  }

  private mutating func readQuantity(of account: Int) -> KnownQuantity? {
    guard let column = columns.quantityColumn else { return plainQuantity }
    let cell = context.splitter.cells[column]
    let index = quantityIndex(from: cell.start, to: cell.end)
    if let quantity = quantities[index] { return quantity }
    context.record.add(
      .unknownQuantity(text: context.cellText(cell)), account: account,
      at: (context.base + cell.start)..<(context.base + cell.end))
    return nil
  }

  /// The number of a quantity's text, which is looked up in words only once.
  mutating func quantityIndex(from start: Int, to end: Int) -> Int {
    let (index, isNew) = quantityTexts.index(of: context.bytes, from: start, to: end)
    if isNew {
      let text = quantityTexts.text(index)
      let quantity = HeadingWords.quantity(of: text) ?? DataTypeCode.quantity(of: text)
      // Energy fed back takes the general path, row by row.
      let isRead = quantity.map { $0.channel != .exported } ?? false
      if isRead, let quantity { context.record.units[quantity.channel] = quantity.unit }
      quantities.append(
        isRead
          ? quantity.map { KnownQuantity(channel: $0.channel, scale: context.plan.scale($0.unit)) }
          : nil)
    }
    return index
  }
}
