import Glibc

/// The fast way: a row that begins as the last one did, up to and including the date, and goes on
/// with a time of day and plain numbers.
///
/// It reads what the careful way would read, or declines: the careful way alone tells faults.
extension LongScanner {
  /// Bytes that must lie ahead, so that eight can be loaded at once anywhere in a row's numbers.
  static let margin = 64

  /// Remembers the account and date that a row began with.
  mutating func rememberPrefix(start: Int, cell: RowCell, account: Int, day: Int) {
    guard fastSteps != nil,
      !context.splitter.cells[...columns.stampColumn].contains(where: \.isQuoted)
    else { return }
    var end = cell.start
    let joint = reader.pattern.clock == .blank ? Byte.space : Byte.letterT
    while end < cell.end, context.bytes[end] != joint { end += 1 }
    guard end < cell.end else { return }
    prefixStart = start
    prefixLength = end + 1 - start
    stampOffset = cell.start - start
    fastAccount = account
    fastDay = day
  }

  /// Takes the date of a row that begins as the last one did up to its stamp.
  ///
  /// - Returns: Whether it does; its stamp is a plain one.
  mutating func rememberNewDay() -> Bool {
    let start = position
    guard prefixLength > 0, let fastSteps, let text = context.bytes.baseAddress,
      start + prefixLength + Self.margin <= context.bytes.count,
      Self.isSame(text + start, text + prefixStart, stampOffset)
    else { return false }
    let stamp = start + stampOffset
    let joint = start + prefixLength - 1
    // A date as long as the last, then a time of day.
    guard text[joint] == text[prefixStart + prefixLength - 1] else { return false }
    var end = joint
    while end < joint + Self.margin / 2, text[end] != fastSteps.separator { end += 1 }
    guard text[end] == fastSteps.separator,
      let written = try? reader.read(context.bytes, from: stamp, to: end),
      let date = try? reader.pattern.date(written, order: context.plan.order)
    else { return false }
    prefixStart = start
    fastDay = date.dayNumber
    return true
  }

  /// Reads the row at `position`, if it is plainly written.
  ///
  /// - Returns: Whether it was; otherwise nothing has changed.
  mutating func readFast(_ row: inout Row) -> Bool {
    let start = position
    guard prefixLength > 0, let fastSteps, let text = context.bytes.baseAddress,
      start + prefixLength + Self.margin <= context.bytes.count,
      Self.isSame(text + start, text + prefixStart, prefixLength)
    else { return false }
    var here = start + prefixLength

    // hh:mm or h:mm, then :ss where the pattern has it.
    var hour = text[here] &- Byte.zero
    guard hour < 10 else { return false }
    here += 1
    let second = text[here] &- Byte.zero
    if second < 10 {
      hour = hour &* 10 &+ second
      here += 1
    }
    let tens = text[here + 1] &- Byte.zero
    let ones = text[here + 2] &- Byte.zero
    guard text[here] == Byte.colon, tens < 6, ones < 10, hour < 24 else { return false }
    let minutes = Int(hour) * 60 + Int(tens) * 10 + Int(ones)
    here += 3
    if fastSteps.hasSeconds {
      guard text[here] == Byte.colon, text[here + 1] == Byte.zero, text[here + 2] == Byte.zero
      else { return false }
      here += 3
    }
    guard let count = grid.intervals(inMinutes: minutes) else { return false }

    let last = fastSteps.steps.count - 1
    let limit = context.bytes.count - Self.margin
    var index = 0
    // Most tables have one value, at the end of the row.
    if let value = fastSteps.onlyValue {
      guard text[here] == fastSteps.separator, here < limit else { return false }
      here += 1
      guard let energy = shapes.read(text, &here, value.scale) else { return false }
      store(energy, value.channel, in: &row)
      index = 1
    }
    while index <= last {
      guard text[here] == fastSteps.separator else { return false }
      here += 1
      switch fastSteps.steps[index] {
      case .skip:
        var byte = text[here]
        while byte != fastSteps.separator, byte != Byte.lineFeed {
          guard byte != Byte.quote, byte != Byte.carriageReturn || text[here + 1] == Byte.lineFeed
          else { return false }
          here += 1
          byte = text[here]
        }
        // The line end belongs to the row, and may be two bytes.
        if byte == Byte.lineFeed, text[here - 1] == Byte.carriageReturn { here -= 1 }
      case .value(let channel, let scale):
        guard here <= limit, let number = scale.number(text, &here) else { return false }
        store(number.energy, channel, in: &row)
      }
      index += 1
    }
    if text[here] == Byte.carriageReturn { here += 1 }
    guard text[here] == Byte.lineFeed else { return false }

    row.account = fastAccount
    place(day: fastDay, count: count, account: fastAccount, in: &row)
    context.record.rowCount += 1
    position = here + 1
    return true
  }

  /// Whether bytes are the same as others; behind both there is margin.
  ///
  /// A call of `memcmp` takes longer than all of this for the twenty bytes of a row's beginning.
  @inline(__always)
  static func isSame(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    guard count >= 8 else {
      // The bytes behind the last are shifted out; of none, all.
      return (DigitWord.load(left) ^ DigitWord.load(right)) << UInt64(64 &- 8 &* count) == 0
    }
    var offset = 0
    while offset < count &- 8 {
      guard DigitWord.load(left + offset) == DigitWord.load(right + offset) else { return false }
      offset &+= 8
    }
    return DigitWord.load(left + (count &- 8)) == DigitWord.load(right + (count &- 8))
  }
}
