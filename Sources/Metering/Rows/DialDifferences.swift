import Quantities

/// The energy between the readings of a dial.
struct DialDifferences {
  /// The energy between two readings.
  struct Step {
    let start: Int64
    let end: Int64
    /// Counted in 10⁻¹⁵ of the dial's unit.
    let units: Int128
    let factor: Rate
    /// The later reading, in the track, and the earlier one.
    let reading: Int
    let before: Int
    let isRollover: Bool
  }

  /// What is wrong with two readings of a track.
  enum Fault {
    case decrease(reading: Int, before: Int)
    case contradiction(reading: Int, before: Int)
    case factor(reading: Int, before: Int)
    case pause(reading: Int, seconds: Int64)
  }

  /// The highest a dial may be before it begins again, as a share of its range.
  private static let highShare: Int128 = 9
  /// How much more than between any other readings may have flowed across the beginning.
  private static let mostBeyond: Int128 = 10

  private(set) var steps: [Step] = []
  private(set) var faults: [Fault] = []

  /// Takes the readings in order of time.
  ///
  /// - Parameters:
  ///   - track: The readings.
  ///   - instants: When they were taken; nothing for those left out.
  init(_ track: RowTrack, _ instants: ContiguousArray<Int64?>) {
    let readings = instants.indices
      .compactMap { index -> (index: Int, instant: Int64, units: Int128)? in
        guard let instant = instants[index], let units = track.values[index].units else {
          return nil
        }
        return (index, instant, units)
      }
      .enumerated().sorted {
        ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset)
      }.map(\.element)
    let digits = track.values.lazy.map(\.wholeDigits).max() ?? 0
    let range = PowersOfTen.power(digits) * PowersOfTen.power(WrittenNumber.mostFractionDigits)
    var fastest: Int128 = 0
    for (left, right) in zip(readings, readings.dropFirst())
    where right.instant > left.instant && right.units > left.units {
      fastest = max(fastest, (right.units - left.units) / Int128(right.instant - left.instant))
    }
    var last: (index: Int, instant: Int64, units: Int128)?
    for reading in readings {
      defer { last = reading }
      guard let before = last else { continue }
      if before.instant == reading.instant {
        if before.units != reading.units {
          faults.append(.contradiction(reading: reading.index, before: before.index))
        }
        continue
      }
      let factor = track.multiplier(of: reading.index)
      if factor != track.multiplier(of: before.index) {
        faults.append(.factor(reading: reading.index, before: before.index))
        continue
      }
      let seconds = reading.instant - before.instant
      if seconds > Int64(SeriesReading.longest) {
        faults.append(.pause(reading: reading.index, seconds: seconds))
        continue
      }
      var units = reading.units - before.units
      let isRollover = units < 0
      if isRollover {
        units += range
        let isNearEnd = before.units >= range / 10 * Self.highShare && reading.units <= range / 10
        let limit = Self.mostBeyond * fastest * Int128(seconds)
        guard isNearEnd, fastest == 0 || units <= limit else {
          faults.append(.decrease(reading: reading.index, before: before.index))
          continue
        }
      }
      steps.append(
        Step(
          start: before.instant, end: reading.instant, units: units, factor: factor,
          reading: reading.index, before: before.index, isRollover: isRollover))
    }
  }
}
