/// Eight bytes of text at a time: how many digits they begin with, and what number those make.
enum DigitWord {
  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The bytes at `pointer`, the first in the lowest place.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// How many of the bytes are digits before the first that is none, 0 to 8.
  @inline(__always)
  static func digitCount(_ word: UInt64) -> Int {
    let values = word ^ zeros
    // A byte above 9 gets its top bit. The sum may carry, but only into bytes behind such a one,
    // which do not matter any more.
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount >> 3
  }

  /// The number that the first `count` bytes make, which must be digits; `count` is 0 to 8.
  ///
  /// The digits are moved to the end of the word, so that zeros lead them, and then added in pairs,
  /// pairs of pairs and halves.
  @inline(__always)
  static func number(_ word: UInt64, digits count: Int) -> UInt64 {
    let moved = (word ^ zeros) << UInt64(64 - 8 * count)
    let pairs = (moved &* 10) &+ (moved >> 8)
    let even = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let odd = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (even &+ odd) >> 32
  }
}
