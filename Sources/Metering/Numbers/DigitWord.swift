/// Eight bytes of text at a time: how many digits they begin with, and what number those make.
enum DigitWord {
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The bytes at `pointer`, the first in the lowest place.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// How many of the bytes are digits before the first that is none, 0 to 8.
  @inline(__always)
  static func digitCount(_ word: UInt64) -> Int {
    others(word ^ zeros).trailingZeroBitCount >> 3
  }

  /// The top bit of each byte of a word that is no digit, `values` being the word less zeros.
  ///
  /// A byte above 9 gets its top bit. The sum may carry, but only into bytes behind such a one, of
  /// which the bits mean nothing any more.
  @inline(__always)
  static func others(_ values: UInt64) -> UInt64 {
    ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
  }

  /// A number of at most seven bytes, a point among them or not, and what ends it: all of it is in
  /// the word.
  struct Short {
    /// The digits as a whole number, the point left out.
    let mantissa: UInt64
    /// Digits behind the point, 1 to 5; 0 without one.
    let places: Int
    /// Bytes it takes, 1 to 7.
    let length: Int
  }

  /// Reads the number a word begins with.
  ///
  /// - Returns: Nothing where it fills the word, begins or ends with a point, or is none.
  @inline(__always)
  static func short(_ word: UInt64) -> Short? {
    let values = word ^ zeros
    var others = others(values)
    // Places are counted in bits: eight for each byte before the first that is no digit.
    let whole = others.trailingZeroBitCount & 0x78
    guard whole &- 8 < 56, whole > 0 else { return nil }
    guard (values >> UInt64(whole)) & 0xFF == point else {
      return Short(
        mantissa: joined(values << UInt64(64 - whole)), places: 0, length: whole >> 3)
    }
    // A carry of the sum is into bytes behind the point only if that one is 0xFF, which it is not:
    // 0x1E + 0x76 stays below.
    others &= others &- 1
    let end = others.trailingZeroBitCount & 0x78
    guard others != 0, end > whole &+ 8 else { return nil }
    let before = (1 as UInt64) << UInt64(whole) &- 1
    let digits = (values & before) | ((values >> 8) & ~before)
    return Short(
      mantissa: joined(digits << UInt64(72 - end)), places: (end &- whole &- 8) >> 3,
      length: end >> 3)
  }

  /// A point less a zero.
  static let point: UInt64 = 0x2E ^ 0x30

  /// The number that the first `count` bytes make, which must be digits; `count` is 0 to 8.
  ///
  /// The digits are moved to the end of the word, so that zeros lead them.
  @inline(__always)
  static func number(_ word: UInt64, digits count: Int) -> UInt64 {
    joined((word ^ zeros) << UInt64(64 - 8 * count))
  }

  /// What each pair of eight digits counts for, as two factors: the first and the third pair's, the
  /// second and the fourth's.
  struct Weights {
    let even: UInt64
    let odd: UInt64

    /// Of eight digits one behind the other.
    @inline(__always)
    static var plain: Weights { Weights(1_000_000, 10_000, 100, 1) }

    /// Of digits among which a zero stands for the point, which takes what is before it one place
    /// back; the pair it is in counts what its digit does.
    ///
    /// - Parameter places: Digits behind the point, at most six; 0 where there is none.
    @inline(__always)
    init(places: Int) {
      switch places {
      case 0: self = .plain
      case 1, 2: self.init(100_000, 1000, 10, 1)
      case 3, 4: self.init(100_000, 1000, 100, 1)
      default: self.init(100_000, 10_000, 100, 1)
      }
    }

    @inline(__always)
    private init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
      even = first << 32 | third
      odd = second << 32 | fourth
    }
  }

  /// The number that eight digits make, one a byte: added in pairs, pairs of pairs and halves.
  @inline(__always)
  static func joined(_ moved: UInt64, _ weights: Weights = .plain) -> UInt64 {
    let pairs = (moved &* 10) &+ (moved >> 8)
    let even = (pairs & 0x0000_00FF_0000_00FF) &* weights.even
    let odd = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* weights.odd
    return (even &+ odd) >> 32
  }
}
