import Advice
import Quantities

/// Borders in the rules and the distance to them, in words.
enum ThresholdWords {
  /// One sentence.
  static func text(_ threshold: Threshold, _ style: NumberStyle) -> String {
    switch threshold.kind {
    case .floor(let floor, let demand, let meetsAt):
      let distance = floor - demand
      let relation =
        distance > .zero
        ? "\(style.number(distance, atMost: 1)) kW above the highest demand"
        : "\(style.number(-distance, atMost: 1)) kW below the highest demand"
      return
        "The floor of \(style.number(floor, atMost: 1)) kW is \(relation); the two meet at "
        + "\(style.number(meetsAt, atMost: 1)) kVA."
    case .discount(let needed, let best, let month, let missing):
      let distance =
        missing > .zero
        ? "; \(style.number(missing, atMost: 0)) kWh were missing" : "; the discount was earned"
      return
        "The discount begins at \(style.number(needed)) kWh per kVA; the best month, \(month), had "
        + "\(style.number(best, atMost: 1))\(distance)."
    case .allowance(let limit, let demand, let month):
      let margin = limit - demand
      return
        margin < .zero
        ? "The contract demand allows \(style.number(limit, atMost: 1)) kW; \(month) went "
          + "\(style.number(-margin, atMost: 1)) kW beyond."
        : "The contract demand allows \(style.number(limit, atMost: 1)) kW; \(month) came within "
          + "\(style.number(margin, atMost: 1)) kW."
    case .powerFactor(let worst, let month, let standard):
      return
        "The power factor rounded for the bill was \(worst) at the least (\(month)); the standard is "
        + "\(standard.rawValue)."
    }
  }
}
