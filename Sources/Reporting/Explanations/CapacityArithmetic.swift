import Billing
import Quantities
import Use

/// How the capacity a charge counts follows from the transformers.
enum CapacityArithmetic {
  /// `transformers 2x1000+630: 2 × 1000 + 630 = 2630 kVA`.
  static func text(_ account: Account, capacity: Power, motors: Power) -> Message {
    let style = NumberStyle.plain
    let result = "\(style.number(capacity)) kVA"
    guard let transformers = account.transformers else {
      return "high-voltage motors, 1 kW as 1 kVA: \(result)"
    }
    var terms = transformers.groups.map(group)
    if motors > .zero { terms.append(style.number(motors)) }
    let names: Message =
      motors > .zero
      ? "transformers \(transformers) and high-voltage motors" : "transformers \(transformers)"
    let sum = terms.joined(separator: " + ")
    return sum == style.number(capacity) ? "\(names): \(result)" : "\(names): \(sum) = \(result)"
  }

  /// Interlocked units count as the largest of them; cold standby counts nothing.
  private static func group(_ units: [TransformerSet.Unit]) -> String {
    let counted = units.filter { $0.standby != .cold }.map { unit in
      let rating = NumberStyle.plain.number(unit.rating)
      return unit.count == 1 ? rating : "\(unit.count) × \(rating)"
    }
    switch counted.count {
    case 0: return "0"
    case 1: return counted[0]
    default: return "max(\(counted.joined(separator: ", ")))"
    }
  }
}
