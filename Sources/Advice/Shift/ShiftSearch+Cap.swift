import Quantities
import Use

extension ShiftSearch {
  /// The load that costs least.
  struct Best {
    /// The load of the period. [mJ]
    let load: [Int64]
    /// What no demand interval exceeds. [kW]
    let demand: Power
    /// What the moved energy and the highest demand cost; comparable within one problem. [currency]
    let cost: Money
  }

  /// The cheapest load under the problem's own cost of demand.
  var best: Best {
    let (cap, cost) = optimum(under: problem.demand)
    return Best(load: load(cap: cap), demand: Power(units: cap), cost: cost)
  }

  /// The cheapest load, or the present one where none is cheaper. [mJ]
  func cheapest(orElse present: [Int64]) -> [Int64] {
    let best = best
    return best.cost < presentCost ? best.load : present
  }

  /// What the cheapest load costs under another cost of demand; comparable with ``presentCost``.
  /// [currency]
  func least(under demand: DemandCost) -> Money { optimum(under: demand).cost }

  /// The cap on demand, in milliwatts, under which energy and demand cost least together.
  private func optimum(under demand: DemandCost) -> (cap: Int128, cost: Money) {
    let range = caps
    var best: (cap: Int128, cost: Money)?
    for (index, piece) in demand.pieces.enumerated() {
      let end =
        index + 1 < demand.pieces.count ? demand.pieces[index + 1].from.units : Int128.max
      let low = max(range.lowerBound, index == 0 ? 0 : piece.from.units + 1)
      let high = min(range.upperBound, end)
      guard low <= high else { continue }
      let found = cap(in: low...high, slope: piece.slope)
      let cost = energyCost(cap: found) + demand.cost(of: Power(units: found))
      if best.map({ cost < $0.cost }) ?? true { best = (found, cost) }
    }
    // The highest demand lies in some piece, for they cover all there are.
    return best ?? (range.upperBound, energyCost(cap: range.upperBound))
  }

  /// What the load's energy costs as it is, beyond what must stay. [currency]
  var presentEnergyCost: Money {
    var cost: Int128 = 0
    for index in present.indices where present[index] != LoadProfile.missing {
      cost += Int128(problem.prices[index]) * Int128(present[index] - least[index])
    }
    return PeriodProblem.money(ofProduct: cost)
  }

  /// What the load costs as it is; comparable with ``Best/cost``. [currency]
  var presentCost: Money {
    let seconds = Int128(problem.intervalSeconds * problem.blockLength)
    return presentEnergyCost
      + problem.demand.cost(of: Power(units: (highest(of: present) + seconds - 1) / seconds))
  }

  /// What the moved energy costs under a cap on demand. [currency]
  func energyCost(cap: Int128) -> Money {
    guard let outcome = outcome(cap: energy(cap)) else { return Money(units: Int128.max / 4) }
    return PeriodProblem.money(ofProduct: outcome.cost)
  }

  /// The most energy of any demand interval. [mJ]
  private func highest(of load: [Int64]) -> Int128 {
    var highest: Int128 = 0
    for start in stride(from: 0, to: load.count, by: problem.blockLength) {
      var sum: Int128 = 0
      for value in load[start..<min(start + problem.blockLength, load.count)]
      where value != LoadProfile.missing { sum += Int128(value) }
      highest = max(highest, sum)
    }
    return highest
  }

  /// The load under a cap on demand. [mJ]
  func load(cap: Int128) -> [Int64] {
    var load = least
    _ = load.withUnsafeMutableBufferPointer { load in
      outcome(cap: energy(cap), into: load.baseAddress)
    }
    return load
  }

  /// From what stays in the fullest demand interval to the highest demand that changes anything.
  func findCaps() -> ClosedRange<Int128> {
    let seconds = Int128(problem.intervalSeconds * problem.blockLength)
    let rest = (Int128(leastOfBlock.max() ?? 0) + seconds - 1) / seconds
    return rest...max(rest, uncappedDemand)
  }

  /// The highest demand of the load that is cheapest without regard to demand, rounded up to whole
  /// milliwatts.
  private var uncappedDemand: Int128 {
    var load = least
    _ = load.withUnsafeMutableBufferPointer { load in
      outcome(cap: Int64.max, into: load.baseAddress)
    }
    let seconds = Int128(problem.intervalSeconds * problem.blockLength)
    return (highest(of: load) + seconds - 1) / seconds
  }

  /// The cap of a range with the least sum of energy cost and demand cost, which is convex in it.
  ///
  /// Two tangents, one falling and one rising, meet below the least; the next cap is tried there. A
  /// cap under which not everything fits counts as falling.
  private func cap(in range: ClosedRange<Int128>, slope price: Price) -> Int128 {
    var low = Tangent(at: range.lowerBound, price, self)
    var high = Tangent(at: range.upperBound, price, self)
    guard let first = high, first.slope > 0 else { return range.upperBound }
    if let low, low.slope >= 0 { return range.lowerBound }
    var left = range.lowerBound
    var right = range.upperBound
    while left + 1 < right {
      let met = low.flatMap { low in high.map { low.meeting($0) } }
      let next = met.map { min(max($0, left + 1), right - 1) } ?? (left + right) / 2
      let tangent = Tangent(at: next, price, self)
      guard let tangent else {
        left = next
        continue
      }
      // On both tangents: nothing between is lower.
      if let low, tangent.value <= low.value(at: next) + Tangent.tolerance { return next }
      if tangent.slope >= 0 {
        high = tangent
        right = next
      } else {
        low = tangent
        left = next
      }
    }
    guard let low, let high else { return right }
    return low.value <= high.value ? left : right
  }

  /// The sum of energy cost and demand cost at a cap, and how it changes.
  private struct Tangent {
    let cap: Int128
    /// In products of price and millijoules, and the same per milliwatt.
    let value: Int128
    let slope: Int128

    /// A ten-thousandth of the smallest amount of money there is.
    static let tolerance: Int128 = 3_600_000_000_000_000

    /// Nothing where not everything fits.
    init?(at cap: Int128, _ price: Price, _ search: ShiftSearch) {
      guard let outcome = search.outcome(cap: search.energy(cap)) else { return nil }
      let seconds = Int128(search.problem.intervalSeconds * search.problem.blockLength)
      // A kilowatt at a price of 10⁻¹² is a milliwatt at 10⁻¹⁸: 3600 of the products above.
      let dear = price.units * 3600
      self.cap = cap
      value = outcome.cost + dear * cap
      slope = outcome.slope * seconds + dear
    }

    func value(at other: Int128) -> Int128 { value + slope * (other - cap) }

    /// Where this falling tangent meets a rising one.
    func meeting(_ other: Tangent) -> Int128 {
      let gap = value - other.value(at: cap)
      return cap + gap / max(1, other.slope - slope)
    }
  }
}
