import Use

/// The intervals of a period as places for energy, group by group in the order in which it is
/// cheapest to fill them.
struct ShiftSlots {
  /// A part of an interval that is filled at one price.
  ///
  /// An interval has two, up to its present energy and beyond. Among equal prices the first go
  /// before the second, so that nothing is moved that saves nothing.
  struct Slot {
    /// What energy in it costs. [10⁻¹² currency/kWh]
    let price: Int64
    /// What the interval holds before the slot is filled. [mJ]
    let base: Int64
    /// What the slot can take. [mJ]
    let room: Int64
    /// The interval, counted from the beginning of the period, with the parts of one at 2i and 2i+1.
    let part: Int32

    var index: Int { Int(part >> 1) }
  }

  /// All slots, those of a group in ascending order of price.
  private(set) var slots: [Slot] = []
  /// Where the slots of each group end, and what must be placed in them. [mJ]
  private(set) var groups: [(end: Int, flexible: Int64)] = []

  /// - Parameters:
  ///   - groups: The intervals over which energy is kept, counted from the beginning of the period.
  ///   - prices: By interval. [10⁻¹² currency/kWh]
  ///   - least: What stays in each interval. [mJ]
  ///   - most: What each may hold. [mJ]
  ///   - present: What each holds. [mJ]
  init(
    _ groups: [Range<Int>], prices: [Int64], least: [Int64], most: [Int64], present: [Int64]
  ) {
    slots.reserveCapacity(present.count * 2)
    var order = Order()
    for range in groups {
      var flexible: Int64 = 0
      for alike in order.runs(of: prices[range]) {
        var further: [Slot] = []
        for offset in alike {
          let index = range.lowerBound + offset
          guard present[index] != LoadProfile.missing else { continue }
          flexible += present[index] - least[index]
          let middle = min(max(least[index], present[index]), most[index])
          if middle > least[index] {
            slots.append(
              Slot(
                price: prices[index], base: least[index], room: middle - least[index],
                part: Int32(index * 2)))
          }
          if most[index] > middle {
            further.append(
              Slot(
                price: prices[index], base: middle, room: most[index] - middle,
                part: Int32(index * 2 + 1)))
          }
        }
        slots += further
      }
      self.groups.append((slots.count, flexible))
    }
  }

  /// Groups of intervals with one price, the cheapest first; days alike share theirs.
  private struct Order {
    private var known: [(prices: ArraySlice<Int64>, runs: [[Int]])] = []

    mutating func runs(of prices: ArraySlice<Int64>) -> [[Int]] {
      if let same = known.first(where: { $0.prices == prices }) { return same.runs }
      var byPrice: [Int64: [Int]] = [:]
      for (offset, price) in prices.enumerated() { byPrice[price, default: []].append(offset) }
      let runs = byPrice.sorted { $0.key < $1.key }.map(\.value)
      // Prices of a market differ every day; there is no use in keeping those.
      if known.count < 16 { known.append((prices, runs)) }
      return runs
    }
  }
}
