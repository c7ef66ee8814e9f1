/// The fastest way: rows of one account and day, one interval after the other, that differ in
/// nothing but clock and number.
///
/// Of such a row all is known before it is read, and only held against what stands there.
extension LongScanner {
  /// Reads the rows that go on with the open day, as far as they are as foreseen; the next of
  /// another kind is for ``readFast(_:)``.
  ///
  /// - Parameters:
  ///   - start: The first slot not read yet.
  ///   - values: The slots of the day. [mJ]
  /// - Returns: The first slot not read now.
  mutating func readRun(from start: Int, into values: UnsafeMutablePointer<Int64>) -> Int {
    guard let fastSteps, let scale = fastSteps.onlyActive, let text = context.bytes.baseAddress
    else { return start }
    let clock = fastSteps.clock
    let prefix = text + prefixStart
    let length = prefixLength
    let separator = fastSteps.separator
    let limit = context.bytes.count - Self.margin - length
    // A stamp of the interval's end tells the next slot; midnight is left to the others.
    let shift = marksStarts ? 0 : 1
    let end = slotCount - shift
    var shapes = self.shapes
    var here = position
    var slot = start
    while slot < end, here <= limit, Self.isSame(text + here, prefix, length) {
      var number = here &+ length
      guard clock.isNext(DigitWord.load(text + number), count: slot &+ shift),
        text[number &+ clock.length] == separator
      else { break }
      number &+= clock.length &+ 1
      if let shape = shapes.last, let energy = shape.energy(DigitWord.load(text + number)) {
        values[slot] = energy
        number &+= shape.length
      } else {
        guard let energy = shapes.read(text, &number, scale) else { break }
        values[slot] = energy
      }
      if text[number] == Byte.carriageReturn { number &+= 1 }
      guard text[number] == Byte.lineFeed else { break }
      here = number &+ 1
      slot &+= 1
    }
    self.shapes = shapes
    context.record.rowCount += slot - start
    position = here
    return slot
  }
}
