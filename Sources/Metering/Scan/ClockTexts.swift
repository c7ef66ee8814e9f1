/// The times of day as a plainly written stamp has them, by the intervals since midnight: `08:15` or
/// `08:15:00`.
struct ClockTexts {
  /// Bytes of a time: five or eight.
  let length: Int
  private let words: [UInt64]
  private let kept: UInt64

  /// - Parameters:
  ///   - intervalSeconds: A whole number of minutes. [s]
  ///   - hasSeconds: Whether seconds are written, which are zero.
  init(intervalSeconds: Int, hasSeconds: Bool) {
    length = hasSeconds ? 8 : 5
    let kept: UInt64 = hasSeconds ? ~0 : ~0 >> 24
    self.kept = kept
    words = (0..<(86_400 / intervalSeconds)).map { count in
      let minutes = count * intervalSeconds / 60
      let bytes =
        Self.digits(minutes / 60) | UInt64(Byte.colon) << 16
        | Self.digits(minutes % 60) << 24 | UInt64(Byte.colon) << 40 | Self.digits(0) << 48
      return bytes & kept
    }
  }

  /// Whether a word begins with the time that stands `count` intervals behind midnight.
  @inline(__always)
  func isNext(_ word: UInt64, count: Int) -> Bool { word & kept == words[count] }

  /// A number below 100 as two bytes, the first in the lower place.
  private static func digits(_ number: Int) -> UInt64 {
    UInt64(Byte.zero) + UInt64(number / 10) | (UInt64(Byte.zero) + UInt64(number % 10)) << 8
  }
}
