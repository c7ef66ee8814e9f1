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
  /// The bytes of number and ending.
  private let kept: UInt64
  /// What lifts a byte that is not as it must be above 127.
  private let lift: UInt64
  /// Moves the last digit on top. [bit]
  private let shift: UInt64
  /// The digits behind the point, when moved.
  private let behind: UInt64
  /// The room a point takes. [bit]
  private let gap: UInt64
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
    kept = ~0 >> (56 - end)
    var template = DigitWord.zeros & ~(0xFF << end) | UInt64(ending) << end
    var lift: UInt64 = 0x7676_7676_7676_7676 | 0x7F << end
    if places > 0 {
      let point = end - 8 * UInt64(places) - 8
      template = template & ~(0xFF << point) | UInt64(Byte.point) << point
      lift |= 0x7F << point
    }
    self.template = template
    self.lift = lift & kept
    shift = 64 - end
    behind = places > 0 ? ~0 << UInt64(8 * (8 - places)) : 0
    gap = places > 0 ? 8 : 0
  }

  /// Reads the number a word begins with.
  ///
  /// - Returns: Its energy [mJ]; nothing for a number of another shape and for what is none.
  @inline(__always)
  func energy(_ word: UInt64) -> Int64? {
    let values = (word ^ template) & kept
    // No sum carries: what could is above 127 by itself, and then the number is declined.
    guard ((values &+ lift) | values) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let moved = values &<< shift
    // The point is zero by now, and those before it close up.
    let digits = (moved & behind) | ((moved & ~behind) &<< gap)
    return Int64(bitPattern: DigitWord.joined(digits) &* factor)
  }
}
