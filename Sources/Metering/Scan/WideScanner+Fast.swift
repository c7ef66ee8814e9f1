import Glibc

/// The fast way: a row without quotes, blanks or empty cells, of plain numbers.
///
/// It reads what the careful way would read, or declines: the careful way alone tells faults.
extension WideScanner {
  /// Bytes that must lie ahead, so that eight can be loaded at once anywhere in a number.
  private static let margin = 64

  /// Reads the row at `position`, if it is plainly written.
  ///
  /// - Returns: Whether it was; otherwise only the buffer of the row has changed.
  mutating func readFast(_ row: inout Row) -> Bool {
    let layout = fastLayout
    guard let text = context.bytes.baseAddress, layout.isPlain else { return false }
    let limit = context.readableCount - Self.margin
    let separator = layout.separator
    var here = position
    var last = lastRow
    var column = 0
    // The cells before the values.
    while column < columns.firstColumn {
      let start = here
      while text[here] != separator {
        let byte = text[here]
        guard byte > Byte.space, byte != Byte.quote else { return false }
        here += 1
      }
      guard start < here else { return false }
      if column == layout.accountColumn {
        guard readAccount(text, start, here, &last) else { return false }
      } else if column == columns.dateColumn {
        guard readDate(text, start, here, &last) else { return false }
      } else if column == columns.quantityColumn {
        guard readQuantity(text, start, here, &last) else { return false }
      }
      here += 1
      column += 1
    }
    if layout.accountColumn == nil { last.account = fixedAccount() }
    guard column > layout.lastNamed else { return false }

    var channel = LoadChannel.active
    if let scale = layout.scale {
      var shapes = self.shapes
      guard readValues(text, &here, limit, separator, scale, &shapes) else { return false }
      self.shapes = shapes
    } else {
      let quantity = quantities[last.quantity] ?? plainQuantity
      channel = quantity.channel
      // Shapes know their unit.
      var shapes = ShapeMemory()
      guard readValues(text, &here, limit, separator, quantity.scale.fast, &shapes) else {
        return false
      }
    }

    // Cells behind the values are not read, but must be as many as the heading has.
    column += slotCount
    while text[here] == separator {
      column += 1
      here += 1
      while text[here] != separator, text[here] != Byte.lineFeed {
        guard text[here] != Byte.quote,
          text[here] != Byte.carriageReturn || text[here + 1] == Byte.lineFeed
        else { return false }
        here += 1
      }
      if text[here] == Byte.lineFeed, text[here - 1] == Byte.carriageReturn { here -= 1 }
    }
    if text[here] == Byte.carriageReturn { here += 1 }
    guard text[here] == Byte.lineFeed, column == layout.cellCount else { return false }

    lastRow = last
    row.account = last.account
    row.day = last.day
    row.channel = channel
    row.mayMiss = false
    context.record.rowCount += 1
    position = here + 1
    return true
  }

  /// Reads a number for each interval, with separators between them.
  @inline(__always)
  private func readValues(
    _ text: UnsafePointer<UInt8>, _ start: inout Int, _ limit: Int, _ separator: UInt8,
    _ fast: DecimalScale.Fast, _ shapes: inout ShapeMemory
  ) -> Bool {
    var here = start
    let values = self.values
    let lastSlot = slotCount - 1
    var slot = 0
    while true {
      if let shape = shapes.last {
        // A run of numbers written alike, as many rows are from the first to the last.
        let step = shape.length &+ 1
        while slot < lastSlot, here <= limit,
          let energy = shape.energy(DigitWord.load(text + here))
        {
          values[slot] = energy
          here &+= step
          slot &+= 1
        }
      }
      guard here <= limit else { return false }
      // What ends the last number is not what ends the others, and so no shape of theirs.
      guard slot < lastSlot else {
        guard let number = fast.number(text, &here) else { return false }
        values[slot] = number.energy
        break
      }
      guard let energy = shapes.read(text, &here, fast), text[here] == separator else {
        return false
      }
      values[slot] = energy
      here &+= 1
      slot &+= 1
    }
    start = here
    return true
  }

  private mutating func readAccount(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ last: inout LastRow
  ) -> Bool {
    let length = end - start
    if length == last.accountLength, memcmp(text + start, text + last.accountStart, length) == 0 {
      return true
    }
    let known = context.record.accounts.count
    let (index, isNew) = context.record.accounts.index(of: context.bytes, from: start, to: end)
    if isNew {
      let cell = RowCell(start: start, end: end, isQuoted: false, hasDoubledQuotes: false)
      context.check(context.record.accounts.text(known), account: index, cell)
    }
    last.account = index
    last.accountStart = start
    last.accountLength = length
    return true
  }

  private mutating func readDate(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ last: inout LastRow
  ) -> Bool {
    let length = end - start
    if length == last.dateLength, memcmp(text + start, text + last.dateStart, length) == 0 {
      return true
    }
    if fastLayout.endsInDay, let day = Self.laterDay(text, start, length, last) {
      last.day = day
      last.dateStart = start
      return true
    }
    do throws(StampProblem) {
      let written = try reader.read(context.bytes, from: start, to: end)
      guard written.seconds == 0 else { return false }
      last.day = try reader.pattern.date(written, order: context.plan.order).dayNumber
    } catch {
      return false
    }
    last.dateStart = start
    last.dateLength = length
    return true
  }

  /// The day of a date that differs from the last in nothing but the day of the month, as most do.
  private static func laterDay(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ length: Int, _ last: LastRow
  ) -> Int? {
    guard length == last.dateLength, length > 2,
      memcmp(text + start, text + last.dateStart, length - 2) == 0,
      let day = dayOfMonth(text + (start + length - 2)),
      let lastDay = dayOfMonth(text + (last.dateStart + length - 2))
    else { return nil }
    return last.day + day - lastDay
  }

  /// Two digits, of a day that every month has.
  private static func dayOfMonth(_ text: UnsafePointer<UInt8>) -> Int? {
    let (tens, ones) = (text[0] &- Byte.zero, text[1] &- Byte.zero)
    guard tens < 3, ones < 10 else { return nil }
    let day = Int(tens) * 10 + Int(ones)
    return day > 0 && day < 29 ? day : nil
  }

  private mutating func readQuantity(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ last: inout LastRow
  ) -> Bool {
    let length = end - start
    if length != last.quantityLength
      || memcmp(text + start, text + last.quantityStart, length) != 0
    {
      last.quantity = quantityIndex(from: start, to: end)
      last.quantityStart = start
      last.quantityLength = length
    }
    return quantities[last.quantity] != nil
  }

  private mutating func fixedAccount() -> Int {
    context.record.account(named: context.plan.options.account ?? "")
  }
}
