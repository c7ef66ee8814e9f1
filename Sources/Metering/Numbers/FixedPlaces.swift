/// Numbers with one count of digits behind the point, as a meter writes all of its own.
///
/// Knowing where the point must be, it takes half the steps of ``DigitWord/short(_:)``: the word is
/// moved so that the last digit comes on top, then point and digits lie at places of their own.
struct FixedPlaces {
  /// The digits behind the point.
  private let behind: UInt64
  /// The byte of the point.
  private let pointMask: UInt64
  /// A point where it must be, as ``DigitWord`` writes it.
  private let point: UInt64
  /// The mark of a byte that is no digit where the point must be.
  private let mark: UInt64
  /// Bits of the least number: a digit, the point and those behind it.
  private let least: Int
  /// Bits that the longest number, of seven bytes, has above the least.
  private let room: UInt
  private let factor: UInt64
  /// The least digits that are too large, the point left out.
  private let limit: UInt64

  /// Numbers like the one at a place, of which eight bytes can be loaded.
  ///
  /// - Returns: Nothing for a number without a point, and where a scale has no factor for it.
  init?(like text: UnsafePointer<UInt8>, scale: DecimalScale.Fast) {
    guard let places = DigitWord.short(DigitWord.load(text))?.places, places > 0 else {
      return nil
    }
    factor = scale.factors[places]
    guard factor != 0 else { return nil }
    limit = (scale.limit &- 1) / factor &+ 1
    let bits = UInt64(8 * (7 - places))
    behind = ~0 << (bits + 8)
    pointMask = 0xFF << bits
    point = DigitWord.point << bits
    mark = 0x80 << bits
    least = 8 * (places + 2)
    room = UInt(56 - least)
  }

  /// Reads the number a word begins with.
  ///
  /// - Returns: Its energy [mJ] and how many bytes it takes, at most seven; nothing for a number
  ///   written otherwise and for what is none.
  @inline(__always)
  func number(_ word: UInt64) -> (energy: Int64, length: Int)? {
    let values = word ^ DigitWord.zeros
    // As in `DigitWord.short`; a carry beyond the point would need another byte than a point there,
    // which is declined.
    let others = DigitWord.others(values)
    let end = (others & (others &- 1)).trailingZeroBitCount & 0x78
    guard UInt(bitPattern: end &- least) <= room else { return nil }
    let shift = UInt64(truncatingIfNeeded: 64 &- end)
    let moved = values &<< shift
    guard others &<< shift == mark, moved & pointMask == point else { return nil }
    let digits = (moved & behind) | ((moved & ~(behind | pointMask)) &<< 8)
    let mantissa = DigitWord.joined(digits)
    guard mantissa < limit else { return nil }
    return (Int64(bitPattern: mantissa &* factor), end &>> 3)
  }
}
