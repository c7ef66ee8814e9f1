/// Whole days added up interval by interval, each kind of day by itself.
///
/// Days of one kind have their periods at the same hours: added up first, they are cut into periods
/// once and not day by day.
struct DaySums {
  private let length: Int
  /// The sums of each kind of day, one kind behind the other. [mJ]
  private var sums: [Int64]
  private var days: [Int]

  /// - Parameters:
  ///   - kindCount: How many kinds of day there are.
  ///   - length: How many intervals a day has.
  init(kindCount: Int, length: Int) {
    self.length = length
    sums = Array(repeating: 0, count: kindCount * length)
    days = Array(repeating: 0, count: kindCount)
  }

  /// Whether another day of a kind can be added.
  ///
  /// A day's energy fits 64 bits; so does the sum of no more intervals than a day has.
  func hasRoom(for kind: Int) -> Bool { days[kind] < length }

  /// Adds a day without missing values.
  mutating func add(_ values: UnsafeBufferPointer<Int64>, kind: Int) {
    days[kind] += 1
    sums.withUnsafeMutableBufferPointer { sums in
      let own = UnsafeMutableBufferPointer(rebasing: sums[(kind * length)..<((kind + 1) * length)])
      for index in 0..<length { own[index] &+= values[index] }
    }
  }

  /// The sum of some intervals over the days of a kind. [mJ]
  func sum(_ range: Range<Int>, kind: Int) -> Int128 {
    guard days[kind] > 0 else { return 0 }
    return sums.withUnsafeBufferPointer { sums in
      var sum: Int128 = 0
      for index in range { sum += Int128(sums[kind * length + index]) }
      return sum
    }
  }
}
