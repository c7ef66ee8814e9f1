/// A reading as it stands in the file, before it is known what it counts.
struct GreenButtonReading {
  /// Stands for a start that is to be counted from the start of the block.
  static let noStart = Int64.min
  /// Stands for a length that the reading type gives.
  static let noLength = 0
  private static let noQuality = 31

  var start: Int64
  /// A whole number of 10⁻ᵖˡᵃᶜᵉˢ of the unit.
  let value: Int64
  /// 24 bits of length, 5 of quality, 3 of places.
  private let packed: UInt32
  let line: UInt32

  /// Makes a reading.
  ///
  /// - Parameters:
  ///   - start: Seconds since 1970-01-01T00:00Z, or ``noStart``.
  ///   - seconds: Its length, at most ``SeriesReading/longest``, or ``noLength``. [s]
  ///   - value: A whole number of 10⁻ᵖˡᵃᶜᵉˢ.
  ///   - places: At most ``GreenButtonNumber/mostPlaces``.
  ///   - quality: The code of the file, 0 to 30.
  ///   - line: Where it stands.
  init(start: Int64, seconds: Int, value: Int64, places: Int, quality: Int?, line: Int) {
    self.start = start
    self.value = value
    packed = UInt32(seconds) << 8 | UInt32(quality ?? Self.noQuality) << 3 | UInt32(places)
    self.line = UInt32(clamping: line)
  }

  /// How long it lasts. [s]
  var seconds: Int { Int(packed >> 8) }
  var places: Int { Int(packed & 7) }
  var quality: Int? {
    let code = Int(packed >> 3 & 31)
    return code == Self.noQuality ? nil : code
  }
}
