import Advice
import Foundation
import Quantities
import TestSupport
import Testing

@Suite("The contract demand for months that are not known")
struct ContractForecastTests {
  private typealias Support = ContractCaseSupport

  private static func month(_ demand: String, kWh: Int = 0, factor: String = "0") -> DemandMonth {
    DemandMonth(
      Support.january, energy: Energy(kilowattHours: kWh), demand: Support.power(demand),
      powerFactorRate: Support.rate(factor))
  }

  @Test("38 yuan, 10 % off from 260 kWh/kVA, 0.75 % for the power factor: 33.9435 yuan")
  func weight() {
    let price = DemandPrice(Price(38), discounts: [Support.discount], capacity: Power(1000))
    let factor = Support.rate("-0.0075")
    // 38 × 0.9925, and from 260 000 kWh 38 × 0.9 × 0.9925.
    #expect(
      price.weight(energy: Energy(kilowattHours: 259_999), powerFactorRate: factor)
        == Support.price("37.715"))
    #expect(
      price.weight(energy: Energy(kilowattHours: 260_000), powerFactorRate: factor)
        == Support.price("33.9435"))
  }

  @Test("Growth of 5 % takes demand to 1050 kW and energy past the discount")
  func growth() throws {
    let forecast = try #require(
      ContractForecast(
        [Self.month("1000", kWh: 250_000)],
        price: DemandPrice(Price(40), discounts: [Support.discount], capacity: Power(1000)),
        terms: Support.terms(.a),
        outlook: ContractOutlook(growth: Support.rate("0.05"), margin: .zero)))
    #expect(forecast.recommended.contract == Power(1000))
    // 262 500 kWh: 36 yuan; by actual demand 1050 × 36.
    #expect(forecast.recommended.expectedCost == Money(36_000))
    #expect(forecast.actualDemandCost == Money(37_800))
    #expect(!forecast.actualDemandIsBetter)
    // The history itself did not grow: ⌈1000 ÷ 1.05⌉ = 953, at 40.
    #expect(forecast.hindsight.monthly == [Power(953)])
    #expect(forecast.hindsight.monthlyCost == Money(38_120))
  }

  @Test("A margin of 2 % raises 10 000 to 10 200 kW, but not a floor that covers it anyway")
  func margin() throws {
    func forecast(_ demand: String, floor: String = "0", cap: String = "20000") throws
      -> ContractForecast
    {
      try #require(
        ContractForecast(
          [Self.month(demand)], price: DemandPrice(Price(40)),
          terms: Support.terms(.a, floor: floor, cap: cap)))
    }
    let known = try forecast("10500")
    #expect(known.optimum.contract == Power(10_000))
    #expect(known.recommended.contract == Power(10_200))
    #expect(known.marginCost == Money(8000))
    let floored = try forecast("5000", floor: "10000")
    #expect(floored.recommended.contract == Power(10_000))
    #expect(floored.marginCost == .zero)
    // 10 400 × 1.02 ÷ 1.05 = 10 102.86
    #expect(try forecast("10400", floor: "10000").recommended.contract == Power(10_103))
    #expect(try forecast("10500", cap: "10100").recommended.contract == Power(10_100))
  }

  @Test("A tail of 10 % half again above 1050 kW: exceeded with 10 %, dearest month by 1575 kW")
  func tail() throws {
    let forecast = try #require(
      ContractForecast(
        [Self.month("1050"), Self.month("1050")], price: DemandPrice(Price(40)),
        terms: Support.terms(.a),
        outlook: ContractOutlook(
          tail: DemandTail(probability: Support.rate("0.1"), height: Support.rate("0.5")),
          margin: .zero, offersActualDemand: false)))
    #expect(forecast.recommended.contract == Power(1000))
    // 0.9 × 40 × 1000 + 0.1 × 40 × (2 × 1575 − 1050)
    #expect(forecast.recommended.expectedCost == Money(44_400))
    #expect(forecast.worstCase == Money(84_000))
    #expect(forecast.exceedance == Support.rate("0.1"))
    #expect(forecast.actualDemandCost == nil)
    #expect(!forecast.actualDemandIsBetter)
  }

  @Test("1050, 2100 and 3150 kW in hindsight: 240 000 each by itself, 328 000 with one contract")
  func hindsight() throws {
    let forecast = try #require(
      ContractForecast(
        ["1050", "2100", "3150"].map { Self.month($0) }, price: DemandPrice(Price(40)),
        terms: Support.terms(.a)))
    #expect(forecast.hindsight.monthly == [Power(1000), Power(2000), Power(3000)])
    #expect(forecast.hindsight.monthlyCost == Money(240_000))
    // 2000 + 2000 + 2 × 3150 − 2100 = 8200 kW; at 3000 kW it is 9000, at 1000 kW 9400.
    #expect(forecast.hindsight.single.contract == Power(2000))
    #expect(forecast.hindsight.single.cost == Money(328_000))
    #expect(forecast.hindsight.actualDemandCost == Money(252_000))
  }

  @Test("The curve runs from floor to cap, and is straight between its points")
  func curve() throws {
    var random = SplitMix64(seed: 5)
    for reading in ExcessReading.allCases {
      let history = (0..<9).map { _ in
        Self.month("\(Int.random(in: 100...400, using: &random))")
      }
      let terms = Support.terms(reading, floor: "80.5", cap: "450")
      let price = DemandPrice(Price(40))
      let forecast = try #require(ContractForecast(history, price: price, terms: terms))
      let curve = forecast.curve
      #expect(curve.first?.contract == Power(81))
      #expect(curve.last?.contract == Power(450))
      #expect(curve.map(\.expectedCost).min() == forecast.optimum.expectedCost)
      #expect(curve.contains(forecast.recommended))
      for (left, right) in zip(curve, curve.dropFirst()) {
        #expect(left.contract < right.contract)
        let span = Support.number(right.contract) - Support.number(left.contract)
        let rise = Support.number(right.expectedCost) - Support.number(left.expectedCost)
        for step in 0...Int(span) {
          let contract = left.contract + Power(step)
          let sum = history.reduce(Money.zero) {
            $0
              + terms.billedDemand(metered: $1.demand, contract: contract).quantity
              .times(Price(40))
          }
          let line = Support.number(left.expectedCost) + rise * Double(step) / span
          #expect(abs(Support.number(sum) / 9 - line) < 1e-5, "\(reading), \(contract) kW")
        }
      }
    }
  }

  @Test("No history is no forecast; the same seed is the same forecast")
  func bounds() {
    let price = DemandPrice(Price(40))
    #expect(ContractForecast([], price: price, terms: Support.terms(.a)) == nil)
    let history = [Self.month("900"), Self.month("1300")]
    #expect(
      ContractForecast(history, price: price, terms: Support.terms(.a))
        == ContractForecast(history, price: price, terms: Support.terms(.a)))
  }
}
