/// One reading of a channel: what flowed over a stretch of time.
///
/// 24 bytes, so that a year of them and its profile stay small.
package struct SeriesReading: Sendable, Hashable {
  /// The longest a reading may last. [s]
  package static let longest = (1 << 24) - 1

  /// The beginning: seconds since 1970-01-01T00:00Z.
  package var start: Int64
  /// Energy over the stretch [mJ or mvar·s]; `LoadProfile.missing` for none.
  package var energy: Int64
  private var packed: UInt32
  /// Where it stands in the file, counted from 1.
  package let line: UInt32

  /// Makes a reading.
  ///
  /// - Parameters:
  ///   - start: Seconds since 1970-01-01T00:00Z.
  ///   - seconds: Its length, 1 to ``longest``. [s]
  ///   - energy: [mJ or mvar·s]
  ///   - quality: As the file marks it.
  ///   - line: Where it stands.
  package init(
    start: Int64, seconds: Int, energy: Int64, quality: ReadingQuality = .actual, line: Int = 0
  ) {
    self.start = start
    self.energy = energy
    packed = UInt32(seconds) << 8 | UInt32(quality.rawValue)
    self.line = UInt32(clamping: line)
  }

  /// Its length. [s]
  package var seconds: Int { Int(packed >> 8) }
  /// The first instant behind it.
  package var end: Int64 { start + Int64(seconds) }
  /// As the file marks it.
  package var quality: ReadingQuality {
    get { ReadingQuality(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .other }
    set { packed = packed & ~0xFF | UInt32(newValue.rawValue) }
  }
}
