import Quantities
import Use

/// The highest energy of any demand interval seen so far, on the whole and in each demand window.
struct RunningDemand {
  private var whole = RunningMaximum()
  private var windows: [RunningMaximum]
  private var blocks: [Int64] = []

  init(windowCount: Int) {
    windows = Array(repeating: RunningMaximum(), count: windowCount)
  }

  /// Looks at the values of a day.
  ///
  /// - Parameters:
  ///   - values: What was metered in each interval. [mJ]
  ///   - length: How many intervals a demand interval has.
  ///   - ranges: The intervals of each demand window.
  ///   - day: The day the values are of.
  ///   - isWhole: Whether no value is known to be missing.
  mutating func take(
    _ values: UnsafeBufferPointer<Int64>, block length: Int, windows ranges: [[Range<Int>]],
    of day: IntervalDay, isWhole: Bool
  ) {
    guard length > 1 else {
      take(values, length: 1, ranges, of: day)
      return
    }
    var blocks = self.blocks
    self.blocks = []
    blocks.removeAll(keepingCapacity: true)
    for start in stride(from: 0, through: values.count - length, by: length) {
      let block = values[start..<(start + length)]
      let known = isWhole || !block.contains(LoadProfile.missing)
      blocks.append(known ? block.reduce(0, &+) : LoadProfile.missing)
    }
    blocks.withUnsafeBufferPointer { take($0, length: length, ranges, of: day) }
    self.blocks = blocks
  }

  private mutating func take(
    _ blocks: UnsafeBufferPointer<Int64>, length: Int, _ ranges: [[Range<Int>]],
    of day: IntervalDay
  ) {
    whole.take(blocks, 0..<blocks.count, of: day, step: length)
    for (index, ranges) in ranges.enumerated() {
      for range in ranges {
        // A block counts for a window when all of it lies within.
        let first = (range.lowerBound + length - 1) / length
        let end = range.upperBound / length
        if first < end { windows[index].take(blocks, first..<end, of: day, step: length) }
      }
    }
  }

  /// The highest mean power.
  func demand(overSeconds seconds: Int) -> MaximumDemand? { whole.demand(overSeconds: seconds) }

  /// The highest mean power of a window.
  func demand(ofWindow index: Int, overSeconds seconds: Int) -> MaximumDemand? {
    windows[index].demand(overSeconds: seconds)
  }
}
