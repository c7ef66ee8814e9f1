import Advice
import Quantities
import Tariffs

/// Variants of a reading in words and as stable codes.
enum VariantWords {
  /// The code in answers.
  static func code(_ variant: BillingVariant) -> String {
    switch variant {
    case .excessReading(let reading): return "excess-rule-\(reading.rawValue)"
    case .fundsInPowerFactorBase: return "funds-in-power-factor-base"
    case .subMetersInPowerFactorBase: return "sub-meters-in-power-factor-base"
    case .lossAllocation(let allocation): return "loss-allocation-\(allocation.rawValue)"
    case .withoutLosses: return "without-losses"
    case .stampShift(let intervals): return "stamp-shift-\(intervals > 0 ? "later" : "earlier")"
    case .multiplier(let factor): return "multiplier-\(factor)"
    }
  }

  /// A clause that ends "the bill agrees if …".
  static func text(_ variant: BillingVariant) -> String { say(sentence(variant)) }

  private static func sentence(_ variant: BillingVariant) -> Message {
    switch variant {
    case .excessReading(let reading):
      return "demand beyond the contract is charged by reading \(reading.rawValue) of the rule"
    case .fundsInPowerFactorBase:
      return "government funds are counted in the base of the power-factor adjustment"
    case .subMetersInPowerFactorBase:
      return "sub-meters are counted in the base of the power-factor adjustment"
    case .lossAllocation(.proRata):
      return "losses are spread over the periods in proportion to their energy"
    case .lossAllocation(.flat): return "all losses are billed at the flat price"
    case .withoutLosses: return "no transformer losses are added"
    case .stampShift(let intervals):
      return intervals > 0
        ? "every interval is read one interval later"
        : "every interval is read one interval earlier"
    case .multiplier(let factor):
      return "energy and demand are multiplied by \(NumberStyle.grouped.number(factor))"
    }
  }
}
