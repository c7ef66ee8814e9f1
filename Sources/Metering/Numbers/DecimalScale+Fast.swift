extension DecimalScale.Fast {
  /// Reads digits with at most one point among them; eight bytes can be loaded from `here`, and
  /// from behind seven digits and a point.
  ///
  /// - Returns: The energy [mJ] and the digits behind the point; nothing for anything else, with
  ///   `here` where it was.
  @inline(__always)
  func number(
    _ text: UnsafePointer<UInt8>, _ here: inout Int
  ) -> (energy: Int64, places: Int)? {
    if let short = DigitWord.short(DigitWord.load(text + here)) {
      let factor = factors[short.places]
      let (energy, isBeyond) = short.mantissa.multipliedReportingOverflow(by: factor)
      if energy < limit, !isBeyond, factor != 0 {
        here &+= short.length
        return (Int64(bitPattern: energy), short.places)
      }
    }
    return longNumber(text, &here)
  }

  /// Reads a number of up to seven digits before and behind its point.
  private func longNumber(
    _ text: UnsafePointer<UInt8>, _ here: inout Int
  ) -> (energy: Int64, places: Int)? {
    let word = DigitWord.load(text + here)
    let digits = DigitWord.digitCount(word)
    guard digits &- 1 < 7, digits > 0 else { return nil }
    let whole = DigitWord.number(word, digits: digits)
    guard whole < wholeLimit, factors[0] != 0 else { return nil }
    var energy = whole &* factors[0]
    guard text[here &+ digits] == Byte.point else {
      here &+= digits
      return (Int64(bitPattern: energy), 0)
    }
    let fraction = DigitWord.load(text + (here &+ digits &+ 1))
    let places = DigitWord.digitCount(fraction)
    guard places > 0, places < 8, factors[places] != 0 else { return nil }
    energy = energy &+ DigitWord.number(fraction, digits: places) &* factors[places]
    here = here &+ digits &+ places &+ 1
    return (Int64(bitPattern: energy), places)
  }
}
