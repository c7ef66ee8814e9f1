import Advice
import Foundation
import Quantities
import TestSupport
import Testing

@Suite("What a contract forecast promises holds on months drawn from the same distribution")
struct ContractPromiseTests {
  private typealias Support = ContractCaseSupport

  /// A history in plain numbers, grown, discounted and billed apart from the code under test.
  private struct Plant {
    let reading: ExcessReading
    /// The factor is in hundredths of a percent. [kW, kWh]
    let months: [(demand: Int, energy: Int, factor: Int)]
    static let growth = 1.04
    static let probability = 0.03
    static let height = 1.07

    init(reading: ExcessReading, _ random: inout SplitMix64) {
      self.reading = reading
      months = (0..<14).map { _ in
        (
          Int.random(in: 8000...9400, using: &random),
          Int.random(in: 4_500_000...5_500_000, using: &random),
          [-75, 0, 50].randomElement(using: &random) ?? 0
        )
      }
    }

    var history: [DemandMonth] {
      months.map {
        DemandMonth(
          Support.january, energy: Energy(kilowattHours: $0.energy), demand: Power($0.demand),
          powerFactorRate: Rate(units: Int128($0.factor) * 100_000_000))
      }
    }

    /// A month's demand and what a kilowatt of it costs.
    func draw(_ random: inout SplitMix64) -> (demand: Double, weight: Double) {
      let month = months[min(13, Int(random.unit() * 14))]
      let highest = Double(months.map(\.demand).max() ?? 0)
      let demand =
        random.unit() < Self.probability ? highest * Self.height : Double(month.demand)
      // 260 kWh on each of 20 000 kVA.
      let discount = Double(month.energy) * Self.growth >= 5_200_000 ? 0.9 : 1
      return (demand * Self.growth, 38 * discount * (1 + Double(month.factor) / 10_000))
    }

    func cost(_ month: (demand: Double, weight: Double), _ contract: Double) -> Double {
      let limit = reading == .old ? contract : 1.05 * contract
      guard month.demand > limit else { return month.weight * contract }
      let paid = reading == .b ? contract : limit
      return month.weight * (paid + 2 * (month.demand - limit))
    }
  }

  @Test(
    "20 000 months: costs, exceedance and spread within three standard errors",
    arguments: ExcessReading.allCases, [41, 42] as [UInt64])
  func simulated(reading: ExcessReading, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let plant = Plant(reading: reading, &random)
    let forecast = try #require(
      ContractForecast(
        plant.history,
        price: DemandPrice(Price(38), discounts: [Support.discount], capacity: Power(20_000)),
        terms: Support.terms(reading, floor: "8000", cap: "20000"),
        outlook: ContractOutlook(
          growth: Support.rate("0.04"),
          tail: DemandTail(probability: Support.rate("0.03"), height: Support.rate("0.07")),
          seed: seed)))
    let filed = Support.number(forecast.recommended.contract)
    let least = Support.number(forecast.optimum.contract)
    var recommended: [Double] = []
    var optimum: [Double] = []
    var actual: [Double] = []
    var exceeded: [Double] = []
    for _ in 0..<20_000 {
      let month = plant.draw(&random)
      recommended.append(plant.cost(month, filed))
      optimum.append(plant.cost(month, least))
      actual.append(month.demand * month.weight)
      exceeded.append(month.demand > filed * (reading == .old ? 1 : 1.05) ? 1 : 0)
    }
    let text = "\(reading), seed \(seed)"
    Self.expect(recommended, Support.number(forecast.recommended.expectedCost), "filed, \(text)")
    Self.expect(optimum, Support.number(forecast.optimum.expectedCost), "optimum, \(text)")
    Self.expect(
      actual, Support.number(try #require(forecast.actualDemandCost)), "actual, \(text)")
    Self.expect(exceeded, Support.number(forecast.exceedance), "exceedance, \(text)")
    #expect(abs((recommended.max() ?? 0) - Support.number(forecast.worstCase)) < 0.01, "\(text)")
    let years = stride(from: 0, to: 19_992, by: 12).map { start in
      (start..<start + 12).reduce((kept: 0.0, actual: 0.0)) {
        ($0.kept + recommended[$1], $0.actual + actual[$1])
      }
    }
    func share(_ holds: (Double, Double) -> Bool) -> Double {
      Double(years.count { holds($0.kept, $0.actual) }) / Double(years.count)
    }
    // The spread is drawn too: 1666 years are held against 1000.
    for (found, promised) in [
      (share { kept, _ in kept <= Support.number(forecast.year.low) }, 0.05),
      (share { kept, _ in kept <= Support.number(forecast.year.median) }, 0.5),
      (share { kept, _ in kept <= Support.number(forecast.year.high) }, 0.95),
      (share { $1 < $0 }, Support.number(forecast.year.actualBetter)),
    ] {
      let error = (promised * (1 - promised) * (1 / 1666 + 1 / 1000)).squareRoot()
      #expect(abs(found - promised) <= 3 * error + 0.002, "\(text): \(found) for \(promised)")
    }
  }

  private static func expect(_ values: [Double], _ promised: Double, _ text: String) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let error = (variance / count).squareRoot()
    #expect(abs(mean - promised) <= 3 * error + 1e-6, "\(text): \(mean) for \(promised) ± \(error)")
  }

  // MARK: Normal errors

  private static func density(_ z: Double) -> Double {
    exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }
  private static func share(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The deviation, as a fraction of the mean m, from which no contract 1.05 C = m + z s is cheaper
  /// than actual demand.
  ///
  /// With Q the share of months above the limit x = m + z s and f the density at z:
  /// A: x ÷ 1.05 × (1 − Q) + 2 (m Q + s f) − x Q < m, that is
  ///    m (1 − Q) ÷ 21 > s (z (1 − Q) ÷ 1.05 + 2 f − z Q);
  /// B: x ÷ 1.05 + 2 (m Q + s f − x Q) < m, that is m ÷ 21 > s (z ÷ 1.05 + 2 f − 2 z Q).
  private static func breakEven(_ reading: ExcessReading) -> Double {
    stride(from: -2.0, through: 3.0, by: 0.0005).map { z in
      let above = 1 - share(z)
      return reading == .b
        ? 1 / 21 / (z / 1.05 + 2 * density(z) - 2 * z * above)
        : (1 - above) / 21 / (z * (1 - above) / 1.05 + 2 * density(z) - z * above)
    }.filter { $0 > 0 }.max() ?? .nan
  }

  /// Equally likely demands of a normal distribution about 10 000 kW.
  private static func normal(_ deviation: Double, count: Int = 1000) -> [DemandMonth] {
    (0..<count).map { index in
      let wanted = (Double(index) + 0.5) / Double(count)
      var low = -8.0
      var high = 8.0
      for _ in 0..<50 {
        let middle = (low + high) / 2
        if share(middle) < wanted { low = middle } else { high = middle }
      }
      let milliwatts = (10_000 * (1 + deviation * low) * 1_000_000).rounded()
      return DemandMonth(
        Support.january, energy: .zero, demand: Power(units: Int128(milliwatts)))
    }
  }

  @Test(
    "Errors below 3.77 % by A and 5.98 % by B leave the contract cheaper, above actual demand is",
    arguments: [(ExcessReading.a, 0.0377), (.b, 0.0598)])
  func normalErrors(reading: ExcessReading, expected: Double) throws {
    let breakEven = Self.breakEven(reading)
    #expect(abs(breakEven - expected) < 0.00005)
    // By B the least is at the 11/21 quantile, z = 0.0597, where 2 f = 0.7965: 1 ÷ 21 ÷ 0.7965.
    if reading == .b { #expect(abs(breakEven - 1 / 21 / 0.7965) < 0.00001) }
    for (deviation, actualIsBetter) in [
      (0.01, false), (0.035, false), (0.97 * breakEven, false), (1.03 * breakEven, true),
      (0.063, true), (0.1, true),
    ] {
      let forecast = try #require(
        ContractForecast(
          Self.normal(deviation), price: DemandPrice(Price(40)), terms: Support.terms(reading),
          outlook: ContractOutlook(margin: .zero, years: 1)))
      #expect(
        forecast.actualDemandIsBetter == actualIsBetter, "\(reading), deviation \(deviation)")
      if reading == .b, let actual = forecast.actualDemandCost {
        // m ÷ 21 − 0.7965 s, in kilowatts at 40.
        let saved = Support.number(actual) - Support.number(forecast.optimum.expectedCost)
        #expect(abs(saved / 40 - (10_000 / 21 - 0.7965 * 10_000 * deviation)) < 3)
      }
    }
  }
}
