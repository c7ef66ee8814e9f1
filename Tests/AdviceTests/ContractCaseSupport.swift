import Advice
import Quantities
import Tariffs
import TestSupport

/// Invented figures for the tests of contract demand.
enum ContractCaseSupport {
  static let january = Month(ordinal: 2026 * 12)

  static func power(_ text: String) -> Power { (try? Power(text)) ?? .zero }
  static func rate(_ text: String) -> Rate { (try? Rate(text)) ?? .zero }
  static func price(_ text: String) -> Price { (try? Price(text)) ?? .zero }
  static func money(_ text: String) -> Money { (try? Money(text)) ?? .zero }

  static func terms(
    _ reading: ExcessReading, floor: String = "0", cap: String = "100000",
    allowance: String = "1.05"
  ) -> ContractTerms {
    ContractTerms(
      floor: power(floor), cap: power(cap), allowance: rate(allowance), reading: reading)
  }

  static func sample(_ demand: String, _ weight: String = "1") -> DemandSample {
    DemandSample(demand: power(demand), weight: price(weight))
  }

  /// 90 % from 260 kWh/kVA, as 526号 has it.
  static let discount = DemandRule.Discount(
    energyPerCapacity: Quantity(260), factor: rate("0.9"),
    rule: RuleReference(source: nil, file: "test.xml", line: 1))

  static func number(_ money: Money) -> Double { Double(money.text(digits: 9)) ?? .nan }
  static func number(_ power: Power) -> Double { Double(power.description) ?? .nan }
  static func number(_ rate: Rate) -> Double { Double(rate.description) ?? .nan }
}

extension SplitMix64 {
  /// A number in 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
