import Documents
import Quantities

/// Scales the readings of one channel and counts what there is to say of them.
struct GreenButtonTally {
  /// How often something was met, and where first.
  struct Count {
    let line: Int
    var count = 0
  }

  private(set) var rounded: Count?
  private(set) var decimals: Count?
  private var tooLarge: Count?
  private var withoutTime: Count?

  private let scale: GreenButtonScale
  private let quality: ReadingQuality
  /// The length of intervals that do not give their own. [s]
  private let intervalSeconds: Int?

  init(scale: GreenButtonScale, type: GreenButtonType) {
    self.scale = scale
    quality = GreenButtonQuality.quality(type[.defaultQuality].map { Int(clamping: $0) })
    intervalSeconds = type.intervalSeconds
  }

  /// A reading in millijoules; nothing where it is at fault.
  ///
  /// - Parameters:
  ///   - reading: As the file has it.
  ///   - order: Its position in its block.
  ///   - block: The block it stands in.
  /// - Returns: The reading as it goes into the series.
  mutating func reading(
    _ reading: GreenButtonReading, order: Int, in block: GreenButtonBlock
  ) -> SeriesReading? {
    let line = Int(reading.line)
    var start = reading.start
    var seconds = reading.seconds
    if seconds == GreenButtonReading.noLength {
      guard let intervalSeconds else {
        Self.count(&withoutTime, line)
        return nil
      }
      seconds = intervalSeconds
    }
    if start == GreenButtonReading.noStart {
      guard let first = block.start else {
        Self.count(&withoutTime, line)
        return nil
      }
      start = first + Int64(order) * Int64(seconds)
    }
    if reading.places > 0 { Self.count(&decimals, line) }
    let energy: Int64
    switch scale.energy(reading.value, places: reading.places, seconds: seconds) {
    case .exact(let whole): energy = whole
    case .rounded(let near):
      Self.count(&rounded, line)
      energy = near
    case .tooLarge:
      Self.count(&tooLarge, line)
      return nil
    }
    return SeriesReading(
      start: start, seconds: seconds, energy: energy,
      quality: reading.quality.map { GreenButtonQuality.quality($0) } ?? quality, line: line)
  }

  private static func count(_ tally: inout Count?, _ line: Int) {
    tally = Count(line: tally?.line ?? line, count: (tally?.count ?? 0) + 1)
  }

  /// What keeps the file from being used.
  func diagnostics(file: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let tooLarge {
      let more = Self.more(tooLarge)
      diagnostics.append(
        Diagnostic(
          file: file, line: tooLarge.line, code: "load-values",
          message: "the value is a mean power of 10 GW or more\(more)",
          hint: "look for a stand-in for a missing value, or a wrong powerOfTenMultiplier"))
    }
    if let withoutTime {
      diagnostics.append(
        Diagnostic(
          file: file, line: withoutTime.line, code: "load-stamps",
          message:
            """
            a reading has no timePeriod, and the start of its block or the intervalLength of its \
            ReadingType is missing too\(Self.more(withoutTime))
            """,
          hint: "without both, nobody can tell when it was metered"))
    }
    return diagnostics
  }

  private static func more(_ tally: Count) -> Message {
    tally.count > 1
      ? " (and \(Message.counted(tally.count - 1, "reading")) more like it)" : ""
  }
}
