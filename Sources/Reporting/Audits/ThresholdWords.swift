import Advice
import Quantities

/// Borders in the rules and the distance to them, in words.
enum ThresholdWords {
  /// One sentence.
  static func text(_ threshold: Threshold, _ style: NumberStyle) -> String {
    func power(_ power: Power) -> String { style.number(power, atMost: 1) }
    switch threshold.kind {
    case .floor(let floor, let demand, let meetsAt):
      let distance = floor - demand
      return Phrase.text(
        "threshold.floor",
        [
          "floor": power(floor), "distance": power(distance.magnitude), "meets": power(meetsAt),
          "relation": Phrase.text(distance > .zero ? "threshold.above" : "threshold.below"),
        ])
    case .discount(let needed, let best, let month, let missing):
      return Phrase.text(
        missing > .zero ? "threshold.discount_missed" : "threshold.discount_earned",
        [
          "needed": style.number(needed), "best": style.number(best, atMost: 1),
          "month": month.description, "missing": style.number(missing, atMost: 0),
        ])
    case .allowance(let limit, let demand, let month):
      let margin = limit - demand
      return Phrase.text(
        margin < .zero ? "threshold.allowance_beyond" : "threshold.allowance_within",
        [
          "limit": power(limit), "month": month.description, "margin": power(margin.magnitude),
        ])
    case .powerFactor(let worst, let month, let standard):
      return Phrase.text(
        "threshold.power_factor",
        ["worst": "\(worst)", "month": month.description, "standard": standard.rawValue])
    }
  }
}
