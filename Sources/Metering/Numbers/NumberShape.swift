/// How a number was written: its digits before and behind the point, and the byte that ended it.
///
/// A meter writes most numbers like the one before. Held against that shape, all bytes at once, a
/// number is read without looking for its end, and where the next begins is known before this one
/// has been read, so that a processor reads several at a time.
struct NumberShape {
  /// Bytes of the number, at most seven.
  let length: Int
  /// Zeros, point and ending, each at its place.
  private let template: UInt64
  /// Moves the ending on top, and what is behind it out. [bit]
  private let shift: UInt64
  /// What lifts a byte that is not as it must be above 127.
  private let lift: UInt64
  /// What pairs of digits count for; beside the point a pair is one digit and a zero.
  private let weights: DigitWord.Weights
  private let factor: UInt64

  /// The shape of a number; nothing for a longer one, and where not every number of the shape has an
  /// energy that is a whole number of millijoules and not too large.
  ///
  /// - Parameters:
  ///   - length: Its bytes, the point among them.
  ///   - places: Digits behind the point; 0 for a number without one.
  ///   - ending: The byte behind it, no digit.
  ///   - scale: The unit's factors.
  init?(length: Int, places: Int, ending: UInt8, scale: DecimalScale.Fast) {
    guard length > 0, length < 8, places >= 0, places < length, ending & 0x80 == 0 else {
      return nil
    }
    factor = scale.factors[places]
    guard factor != 0, factor <= scale.limit / 10_000_000 else { return nil }
    self.length = length
    let end = UInt64(8 * length)
    shift = 56 - end
    var template = DigitWord.zeros & ~(0xFF << end) | UInt64(ending) << end
    var lift: UInt64 = 0x7676_7676_7676_7676 | 0x7F << end
    if places > 0 {
      let point = end - 8 * UInt64(places) - 8
      template = template & ~(0xFF << point) | UInt64(Byte.point) << point
      lift |= 0x7F << point
    }
    self.template = template
    self.lift = lift << shift
    weights = DigitWord.Weights(places: places)
  }

  /// Reads the number a word begins with.
  ///
  /// - Returns: Its energy [mJ]; nothing for a number of another shape and for what is none.
  @inline(__always)
  func energy(_ word: UInt64) -> Int64? {
    let values = (word ^ template) &<< shift
    // No sum carries: what could is above 127 by itself, and then the number is declined.
    guard ((values &+ lift) | values) & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Point and ending are zero by now.
    return Int64(bitPattern: DigitWord.joined(values << 8, weights) &* factor)
  }
}
