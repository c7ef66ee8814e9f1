/// Reads stamps of one pattern from bytes.
struct StampReader: Sendable {
  let pattern: StampPattern

  /// The parts of a cell.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) throws(StampProblem) -> WrittenStamp {
    var stamp = WrittenStamp()
    var position = start
    try readDate(bytes, &position, end, into: &stamp)
    switch pattern.clock {
    case .none: break
    case .blank, .letter:
      let joint = pattern.clock == .blank ? Byte.space : Byte.letterT
      guard position < end, bytes[position] == joint else { throw .otherPattern }
      position += 1
      stamp.seconds = try Self.readTime(bytes, &position, end, hasSeconds: pattern.hasSeconds)
      if pattern.hasOffset { stamp.offset = try Self.readOffset(bytes, &position, end) }
    }
    guard position == end else { throw .otherPattern }
    return stamp
  }

  /// Reads the date only and leaves `position` behind it.
  func readDate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int,
    into stamp: inout WrittenStamp
  ) throws(StampProblem) {
    if pattern.separator == 0 {
      stamp.first = try Self.digits(bytes, &position, end, 4, 4)
      stamp.second = try Self.digits(bytes, &position, end, 2, 2)
      stamp.third = try Self.digits(bytes, &position, end, 2, 2)
      return
    }
    let yearDigits = pattern.hasLongYear ? 4 : 2
    let leading = pattern.hasLeadingYear
    stamp.first = try Self.digits(
      bytes, &position, end, leading ? yearDigits : 1, leading ? yearDigits : 2)
    try Self.mark(bytes, &position, end, pattern.separator)
    stamp.second = try Self.digits(bytes, &position, end, 1, 2)
    try Self.mark(bytes, &position, end, pattern.separator)
    stamp.third = try Self.digits(
      bytes, &position, end, leading || !pattern.hasLongYear ? 1 : yearDigits,
      leading ? 2 : yearDigits)
  }

  /// Reads `h:mm` or `h:mm:ss`, up to 24:00.
  ///
  /// - Returns: Seconds since midnight.
  static func readTime(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int, hasSeconds: Bool
  ) throws(StampProblem) -> Int {
    let hour = try digits(bytes, &position, end, 1, 2)
    try mark(bytes, &position, end, Byte.colon)
    let minute = try digits(bytes, &position, end, 2, 2)
    var second = 0
    if hasSeconds {
      try mark(bytes, &position, end, Byte.colon)
      second = try digits(bytes, &position, end, 2, 2)
    }
    let seconds = hour * 3600 + minute * 60 + second
    guard minute < 60, second < 60, seconds <= 86_400 else { throw .impossible }
    return seconds
  }

  /// Reads `Z`, `+08:00`, `+0800` or `+08`, behind at most one blank.
  private static func readOffset(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int
  ) throws(StampProblem) -> Int {
    if position < end, bytes[position] == Byte.space { position += 1 }
    guard position < end else { throw .otherPattern }
    let sign = bytes[position]
    position += 1
    if sign | 0x20 == UInt8(ascii: "z") { return 0 }
    guard sign == Byte.plus || sign == Byte.hyphen else { throw .otherPattern }
    let hours = try digits(bytes, &position, end, 2, 2)
    var minutes = 0
    if position < end {
      if bytes[position] == Byte.colon { position += 1 }
      minutes = try digits(bytes, &position, end, 2, 2)
    }
    guard hours <= 14, minutes < 60 else { throw .impossible }
    return (sign == Byte.hyphen ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int, _ mark: UInt8
  ) throws(StampProblem) {
    guard position < end, bytes[position] == mark else { throw .otherPattern }
    position += 1
  }

  private static func digits(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int, _ fewest: Int,
    _ most: Int
  ) throws(StampProblem) -> Int {
    var value = 0
    var count = 0
    while count < most, position < end, Byte.isDigit(bytes[position]) {
      value = value * 10 + Int(bytes[position] - Byte.zero)
      position += 1
      count += 1
    }
    guard count >= fewest else { throw .otherPattern }
    return value
  }
}
