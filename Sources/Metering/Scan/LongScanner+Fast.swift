import Glibc

/// The fast way: a row that begins as the last one did, up to and including the date, and goes on
/// with a time of day and plain numbers.
///
/// It reads what the careful way would read, or declines: the careful way alone tells faults.
extension LongScanner {
  /// Bytes that must lie ahead, so that eight can be loaded at once anywhere in a row's numbers.
  private static let margin = 64

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
    fastAccount = account
    fastDay = day
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
      if let number = places?.number(DigitWord.load(text + here)) {
        here += number.length
        store(number.energy, value.channel, in: &row)
      } else {
        let begin = here
        guard let energy = Self.number(text, &here, value.scale) else { return false }
        places = FixedPlaces(like: text + begin, scale: value.scale)
        store(energy, value.channel, in: &row)
      }
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
        guard here <= limit, let energy = Self.number(text, &here, scale) else { return false }
        store(energy, channel, in: &row)
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
  private static func isSame(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var offset = 0
    while offset &+ 8 <= count {
      guard DigitWord.load(left + offset) == DigitWord.load(right + offset) else { return false }
      offset &+= 8
    }
    // The bytes behind the last are shifted out.
    let rest = UInt64(64 &- 8 &* (count &- offset))
    return rest == 64
      || (DigitWord.load(left + offset) ^ DigitWord.load(right + offset)) << rest == 0
  }

  /// Reads digits with at most one point among them; eight bytes can be loaded from `here`, and
  /// from behind seven digits and a point.
  ///
  /// - Returns: The energy; nothing for anything else, with `here` where it was.
  @inline(__always)
  static func number(
    _ text: UnsafePointer<UInt8>, _ here: inout Int, _ scale: DecimalScale.Fast
  ) -> Int64? {
    if let short = DigitWord.short(DigitWord.load(text + here)) {
      let factor = scale.factors[short.places]
      let (energy, isBeyond) = short.mantissa.multipliedReportingOverflow(by: factor)
      if energy < scale.limit, !isBeyond, factor != 0 {
        here &+= short.length
        return Int64(bitPattern: energy)
      }
    }
    return longNumber(text, &here, scale)
  }

  /// Reads a number of up to seven digits before and behind its point.
  private static func longNumber(
    _ text: UnsafePointer<UInt8>, _ here: inout Int, _ scale: DecimalScale.Fast
  ) -> Int64? {
    let word = DigitWord.load(text + here)
    let digits = DigitWord.digitCount(word)
    guard digits &- 1 < 7, digits > 0 else { return nil }
    let whole = DigitWord.number(word, digits: digits)
    guard whole < scale.wholeLimit, scale.factors[0] != 0 else { return nil }
    var energy = whole &* scale.factors[0]
    guard text[here &+ digits] == Byte.point else {
      here &+= digits
      return Int64(bitPattern: energy)
    }
    let fraction = DigitWord.load(text + (here &+ digits &+ 1))
    let places = DigitWord.digitCount(fraction)
    guard places > 0, places < 8, scale.factors[places] != 0 else { return nil }
    energy = energy &+ DigitWord.number(fraction, digits: places) &* scale.factors[places]
    here = here &+ digits &+ places &+ 1
    return Int64(bitPattern: energy)
  }
}
