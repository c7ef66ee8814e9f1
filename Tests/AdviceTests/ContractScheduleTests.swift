import Advice
import Quantities
import TestSupport
import Testing

@Suite("The cheapest contract demands by month")
struct ContractScheduleTests {
  private typealias Support = ContractCaseSupport

  @Test(
    "300 random instances by each reading: the least of every sequence of contracts",
    arguments: HoldReading.allCases, [31, 32, 33] as [UInt64])
  func enumeration(hold: HoldReading, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for number in 0..<100 {
      let count = Int.random(in: 1...6, using: &random)
      let term = [1, 2, 3, 6][Int.random(in: 0..<4, using: &random)]
      let first = Month(ordinal: 2026 * 12 + Int.random(in: 0..<12, using: &random))
      let floor = Int.random(in: 20...60, using: &random)
      let terms = Support.terms(
        ExcessReading.allCases[Int.random(in: 0..<3, using: &random)], floor: "\(floor)",
        cap: "\(floor + Int.random(in: 1...3, using: &random))")
      let months = (0..<count).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          DemandSample(
            demand: Power(units: Int128.random(in: 19_000_000...67_000_000, using: &random)),
            weight: Price(Int.random(in: 20...40, using: &random)))
        }
      }
      let range = floor...Int(terms.most.units / 1_000_000)
      let costs = months.map { samples in
        range.map { contract in
          samples.reduce(Money.zero) { sum, sample in
            sum
              + terms.billedDemand(metered: sample.demand, contract: Power(contract))
              .quantity.times(sample.weight)
          }
        }
      }
      let best = Self.sequences(of: count, range.count).compactMap { sequence -> Money? in
        guard Self.allows(sequence, hold, first, term) else { return nil }
        return zip(costs, sequence).reduce(.zero) { $0 + $1.0[$1.1] }
      }.min()
      let plan = ContractSchedule(
        from: first, months: months, terms: terms, contractMonths: term, hold: hold)
      let found = plan.contracts.map { Int($0.units / 1_000_000) - floor }
      #expect(plan.total == best, "seed \(seed), instance \(number)")
      #expect(Self.allows(found, hold, first, term), "seed \(seed), instance \(number)")
      #expect(zip(costs, found).reduce(.zero) { $0 + $1.0[$1.1] } == plan.total)
    }
  }

  @Test("Each month its own, or one for each half-year")
  func halfYears() {
    // 105 kW in May and June, 210 in July and August; 1.05 × 100 and 1.05 × 200.
    let months = ["105", "105", "210", "210"].map { [Support.sample($0)] }
    let terms = Support.terms(.a)
    let may = Support.january.adding(4)
    for term in [1, 6] {
      let plan = ContractSchedule(from: may, months: months, terms: terms, contractMonths: term)
      #expect(plan.contracts == [100, 100, 200, 200].map { Power($0) })
      #expect(plan.total == Money(600))
    }
    // Read from month to month, a contract of May holds until October. At 100 kW July costs
    // 2 × 210 − 105 = 315: 100 + 100 + 315 + 315 = 830; at 200 kW it is 800.
    let rolling = ContractSchedule(
      from: may, months: months, terms: terms, contractMonths: 6, hold: .rolling)
    #expect(rolling.contracts == Array(repeating: Power(200), count: 4))
    #expect(rolling.total == Money(800))
  }

  /// Whether every contract but the last is kept for the term.
  private static func allows(
    _ sequence: [Int], _ hold: HoldReading, _ first: Month, _ term: Int
  ) -> Bool {
    var since = 0
    for index in sequence.indices.dropFirst() where sequence[index] != sequence[index - 1] {
      switch hold {
      case .calendar where (first.adding(index).number - 1) % term != 0: return false
      case .rolling where index - since < term: return false
      default: since = index
      }
    }
    return true
  }

  private static func sequences(of count: Int, _ values: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return sequences(of: count - 1, values).flatMap { start in (0..<values).map { start + [$0] } }
  }
}
