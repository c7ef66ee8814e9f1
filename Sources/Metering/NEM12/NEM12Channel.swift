/// One data stream of a metering point, as its records are read.
struct NEM12Channel {
  /// What makes records belong together.
  struct Key: Hashable {
    let point: String
    let suffix: String
    let measure: SeriesMeasure
  }

  /// A day that was read to its end.
  struct Day {
    let line: Int
    /// When its values were last changed, as the digits read.
    let updated: Int?
    let readings: Range<Int>
    let seconds: Int
  }

  let key: Key
  let stream: NEM12Stream
  let unit: String
  var readings: ContiguousArray<SeriesReading> = []
  /// The days that count, by date.
  private(set) var days: [Int: Day] = [:]
  /// Readings of days that another version replaced.
  private(set) var dropped: [Range<Int>] = []
  private(set) var replaced: [Int] = []
  private(set) var repeated: [Int] = []
  /// Values rounded to a whole millijoule.
  var rounded = 0

  init(key: Key, stream: NEM12Stream, unit: String) {
    self.key = key
    self.stream = stream
    self.unit = unit
  }

  /// `NEM1201002/E1`.
  var name: String { "\(key.point)/\(key.suffix)" }

  /// Takes a day whose readings are the last ones.
  ///
  /// - Returns: The other version of the day, where neither is the later one and they differ.
  mutating func add(_ day: Day, date: Int) -> Day? {
    guard let known = days[date] else {
      days[date] = day
      return nil
    }
    if known.updated == day.updated {
      guard isSame(known, day) else { return known }
      repeated.append(date)
      dropped.append(day.readings)
      return nil
    }
    let isLater = (day.updated ?? .min) > (known.updated ?? .min)
    replaced.append(date)
    dropped.append(isLater ? known.readings : day.readings)
    if isLater { days[date] = day }
    return nil
  }

  private func isSame(_ left: Day, _ right: Day) -> Bool {
    left.seconds == right.seconds
      && zip(readings[left.readings], readings[right.readings]).allSatisfy {
        $0.energy == $1.energy && $0.quality == $1.quality
      }
  }

  /// The readings of the days that count, in the order of the file.
  func keptReadings() -> ContiguousArray<SeriesReading> {
    guard !dropped.isEmpty else { return readings }
    var kept: ContiguousArray<SeriesReading> = []
    kept.reserveCapacity(readings.count)
    var position = 0
    for range in dropped.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      kept.append(contentsOf: readings[position..<range.lowerBound])
      position = range.upperBound
    }
    kept.append(contentsOf: readings[position...])
    return kept
  }
}
