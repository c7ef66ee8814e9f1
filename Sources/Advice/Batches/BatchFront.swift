/// Ways to run a day's batches of which none is both lower in demand and cheaper than another.
struct BatchFront {
  /// One way.
  struct Point: Hashable {
    /// The highest energy of a demand interval of the day. [mJ]
    let highest: Int64
    /// What the batches' energy costs, in products of price and millijoules.
    let cost: Int128
    /// The candidate of each batch; empty for a mere bound.
    let choice: [Int]
  }

  /// Rising in demand and falling in cost.
  private(set) var points: [Point] = []

  /// Whether a way with such figures is no better than one that is there.
  func covers(highest: Int64, cost: Int128) -> Bool {
    let place = firstAbove(highest)
    return place > 0 && points[place - 1].cost <= cost
  }

  /// Adds a way, unless it is no better than one that is there.
  mutating func add(_ point: Point) {
    guard !covers(highest: point.highest, cost: point.cost) else { return }
    var start = firstAbove(point.highest)
    // A point of the same demand is dearer, or this one would be covered.
    if start > 0, points[start - 1].highest == point.highest { start -= 1 }
    var end = start
    while end < points.count, points[end].cost >= point.cost { end += 1 }
    points.replaceSubrange(start..<end, with: [point])
  }

  /// The cheapest way whose demand is no higher.
  func cheapest(upTo highest: Int64) -> Point? {
    let place = firstAbove(highest)
    return place > 0 ? points[place - 1] : nil
  }

  private func firstAbove(_ highest: Int64) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].highest <= highest { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
