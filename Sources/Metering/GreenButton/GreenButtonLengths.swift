/// Readings of a block whose duration is zero or less.
struct GreenButtonLengths {
  let firstLine: Int
  private(set) var count = 0
  /// The durations met, the first few.
  private(set) var seconds: [Int64] = []

  init(firstLine: Int) { self.firstLine = firstLine }

  mutating func add(_ length: Int64) {
    count += 1
    if !seconds.contains(length), seconds.count < 5 { seconds.append(length) }
  }

  mutating func add(_ other: GreenButtonLengths) {
    count += other.count
    for length in other.seconds where !seconds.contains(length) && seconds.count < 5 {
      seconds.append(length)
    }
  }
}
