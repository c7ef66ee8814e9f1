/// How long the intervals of a track are, found from the distances of their stamps.
///
/// A distance that rows keep for a while is their length; any other that is longer than usual is a
/// gap.
struct RowLengths {
  /// The usual length. [s]
  let usual: Int
  /// In order of time.
  private let instants: [Int64]
  private let lengths: [Int?]

  /// Looks at the instants of a track's stamps; nothing where they tell no length and the file as a
  /// whole, `fallback`, does not either. [s]
  init?(_ instants: [Int64], fallback: Int?) {
    self.instants = Set(instants).sorted()
    var steps: [Int] = []
    for (left, right) in zip(self.instants, self.instants.dropFirst()) {
      steps.append(Int(right - left))
    }
    let known = steps.map(IntervalLength.standard)
    let middle = known.compactMap { $0 }.sorted()
    guard let usual = middle.isEmpty ? fallback : middle[middle.count / 2] else { return nil }
    self.usual = usual
    var lengths = [Int?](repeating: nil, count: steps.count)
    var first = 0
    while first < known.count {
      var end = first + 1
      while end < known.count, known[end] == known[first] { end += 1 }
      if let length = known[first],
        length <= usual || end - first >= StampSurvey.regularRun
      {
        for index in first..<end { lengths[index] = length }
      }
      first = end
    }
    self.lengths = lengths
  }

  /// The length of the interval that begins, or ends, at an instant. [s]
  func length(of instant: Int64, side: StampSide) -> Int {
    let position = index(of: instant)
    let own = side == .start ? position : position - 1
    if lengths.indices.contains(own), let length = lengths[own] { return length }
    // A gap lies there: the rows beside it tell.
    let other = side == .start ? position - 1 : position
    if lengths.indices.contains(other), let length = lengths[other] { return length }
    return usual
  }

  private func index(of instant: Int64) -> Int {
    var low = 0
    var high = instants.count
    while low < high {
      let middle = (low + high) / 2
      if instants[middle] < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
