import Quantities
import Use

/// What a load costs in the period; a load here has one value for each of `positions`. [mJ]
extension PeriodProblem {
  /// The period's part of a profile.
  func load(in profile: LoadProfile) -> [Int64] { Array(profile.active[positions]) }

  /// The demand intervals of a load, counted from the period's first interval.
  ///
  /// One with a missing value has no demand, as on the bill.
  func demandBlocks(of load: [Int64]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    for day in days {
      let end = day.upperBound - positions.lowerBound
      var start = day.lowerBound - positions.lowerBound
      while start + blockLength <= end {
        let block = start..<(start + blockLength)
        if !load[block].contains(LoadProfile.missing) { blocks.append(block) }
        start += blockLength
      }
    }
    return blocks
  }

  /// The highest mean of a demand interval; zero where none is whole. [kW]
  func highestDemand(of load: [Int64]) -> Power {
    let highest = demandBlocks(of: load).map { load[$0].reduce(Int128(0)) { $0 + Int128($1) } }
      .max()
    return highest.map(demand(ofBlock:)) ?? .zero
  }

  /// The mean power of a demand interval's energy. [kW]
  func demand(ofBlock millijoules: Int128) -> Power {
    Energy(millijoules: millijoules).meanPower(overSeconds: blockLength * intervalSeconds)
  }

  /// What the load's energy costs, in products of price and millijoules.
  func energyProduct(of load: [Int64]) -> Int128 {
    zip(load, prices).reduce(Int128(0)) { sum, pair in
      pair.0 == LoadProfile.missing ? sum : sum + Int128(pair.0) * Int128(pair.1)
    }
  }

  /// Products of price and millijoules as an amount. [currency]
  static func money(ofProduct product: Int128) -> Money {
    // 10⁻¹² currency/kWh × mJ, of which 3.6 × 10⁹ are a kWh, in units of 10⁻²¹.
    Money(units: RoundingMode.halfAwayFromZero.divide(product * 10, by: 36))
  }

  /// What the load costs: its energy and its highest demand. [currency]
  package func cost(of load: [Int64]) -> Money {
    Self.money(ofProduct: energyProduct(of: load)) + demand.cost(of: highestDemand(of: load))
  }
}
