import Advice
import Quantities
import TestSupport
import Testing

@Suite("The contract demand that costs least")
struct ContractOptimumTests {
  private typealias Support = ContractCaseSupport

  /// An instance in whole milliwatts and whole millionths of a price, kept apart from the types
  /// under test.
  private struct Instance {
    var demands: [Int] = []
    var weights: [Int] = []
    var floor = 0
    var cap = 0
    /// In hundredths.
    var allowance = 105
    var reading = ExcessReading.a

    /// Demands on and beside the steps, equal ones, equal weights, floors that are no whole
    /// kilowatts, discounts of 10 % and power factors.
    init(_ random: inout SplitMix64) {
      let widest = Int.random(in: 0..<25, using: &random) == 0 ? 2500 : 160
      let whole = Bool.random(using: &random)
      let plain = Bool.random(using: &random)
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        let contract = Int.random(in: 1...widest, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: demands.append(contract * 1_050_000 + Int.random(in: -1...1, using: &random))
        case 1 where !demands.isEmpty: demands.append(demands[0])
        default:
          demands.append(
            whole
              ? contract * 1_000_000
              : Int.random(in: 0...(widest * 1_000_000), using: &random))
        }
        let price = plain ? 40_000_000 : Int.random(in: 20_000_000...48_000_000, using: &random)
        let factor = Bool.random(using: &random) ? 9 : 10
        weights.append(
          plain
            ? price * factor / 10 : price / 1000 * factor * Int.random(in: 98...109, using: &random)
        )
      }
      floor =
        Bool.random(using: &random) ? 0 : Int.random(in: 0...(widest * 800_000), using: &random)
      cap = Int.random(in: 1...(widest * 1_500_000), using: &random)
      allowance = [105, 105, 105, 105, 110, 100, 125][Int.random(in: 0..<7, using: &random)]
      reading = [.a, .a, .b, .b, .old][Int.random(in: 0..<5, using: &random)]
    }

    var terms: ContractTerms {
      ContractTerms(
        floor: Power(units: Int128(floor)), cap: Power(units: Int128(cap)),
        allowance: Rate(units: Int128(allowance) * 10_000_000_000), reading: reading)
    }

    var samples: [DemandSample] {
      zip(demands, weights).map {
        DemandSample(
          demand: Power(units: Int128($0)), weight: Price(units: Int128($1) * 1_000_000))
      }
    }

    /// The lowest contract with the least cost of every whole kilowatt. [kW, 10⁻¹² currency]
    var best: (contract: Int, cost: Int) {
      let least = (floor + 999_999) / 1_000_000
      let most = max(least, cap / 1_000_000)
      var best = (contract: least, cost: Int.max)
      for contract in least...most {
        let cost = cost(contract)
        if cost < best.cost { best = (contract, cost) }
      }
      return best
    }

    private func cost(_ contract: Int) -> Int {
      let milliwatts = contract * 1_000_000
      let limit = reading == .old ? milliwatts : contract * 10_000 * allowance
      let paid = reading == .b ? milliwatts : limit
      var sum = 0
      for index in 0..<demands.count {
        let demand = demands[index]
        sum += weights[index] * (demand <= limit ? milliwatts : paid + 2 * (demand - limit))
      }
      return sum
    }
  }

  @Test(
    "3000 random instances: the least of every whole kilowatt, the lowest of equals",
    arguments: [1, 2, 3])
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for number in 0..<1000 {
      let instance = Instance(&random)
      let found = ContractOptimum(instance.samples, terms: instance.terms)
      let best = instance.best
      #expect(
        found.contract == Power(best.contract)
          && found.cost == Money(units: Int128(best.cost) * 1_000_000_000),
        "seed \(seed), instance \(number): \(instance)")
    }
  }

  @Test("One month of 1050 kW: 1000 kW by A and B, 1050 by the old reading")
  func oneMonth() {
    for (reading, best) in [(ExcessReading.a, 1000), (.b, 1000), (.old, 1050)] {
      let found = ContractOptimum(
        [Support.sample("1050", "40")], terms: Support.terms(reading))
      #expect(found.contract == Power(best))
      #expect(found.cost == Money(best * 40))
    }
  }

  @Test("By B the contract covers 11 of 21 equal months and no more")
  func quantile() {
    // 21, 42, … 441 kW; the 11th is 231 kW, and 231 ÷ 1.05 = 220.
    let samples = (1...21).map { Support.sample("\($0 * 21)") }
    #expect(ContractOptimum(samples, terms: Support.terms(.b)).contract == Power(220))
    // By the old reading the median is the 11th month itself.
    #expect(ContractOptimum(samples, terms: Support.terms(.old)).contract == Power(231))
    // With 1.2 the share is 1.4 ÷ 2.4 = 7/12, the 13th month, 273 ÷ 1.2 = 227.5 kW. From 227 kW
    // half a kilowatt saves (9 × 1.4 − 12) ÷ 2 = 0.3, the next costs (13 − 8 × 1.4) ÷ 2 = 0.9.
    #expect(
      ContractOptimum(samples, terms: Support.terms(.b, allowance: "1.2")).contract == Power(227))
  }

  @Test("By A a floor of 1150 kW over a free optimum of 1000 makes 1200 the best, not 1150")
  func localMinima() {
    let samples = [Support.sample("1050", "14"), Support.sample("1260", "10")]
    // 1000 kW: 14 × 1000 + 10 × (2520 − 1050); 1200 kW: 24 × 1200 = 28 800.
    let free = ContractOptimum(samples, terms: Support.terms(.a))
    #expect(free.contract == Power(1000))
    #expect(free.cost == Money(28_700))
    // 1150 kW: 14 × 1150 + 10 × (2520 − 1207.5) = 29 225.
    let floored = ContractOptimum(samples, terms: Support.terms(.a, floor: "1150"))
    #expect(floored.contract == Power(1200))
    #expect(floored.cost == Money(28_800))
    // Up to 1199 kW: 14 × 1199 + 10 × (2520 − 1258.95) = 29 396.5.
    let capped = ContractOptimum(samples, terms: Support.terms(.a, floor: "1150", cap: "1199.9"))
    #expect(capped.contract == Power(1150))
    #expect(capped.cost == Money(29_225))
  }

  @Test("Months that cost nothing leave the lowest contract; so do no months")
  func nothing() {
    for reading in ExcessReading.allCases {
      let terms = Support.terms(reading, floor: "40")
      #expect(ContractOptimum([Support.sample("90", "0")], terms: terms).contract == Power(40))
      #expect(ContractOptimum([], terms: terms).cost == .zero)
    }
  }
}
