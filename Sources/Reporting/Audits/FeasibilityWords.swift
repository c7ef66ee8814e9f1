import Advice
import Quantities

/// Why a change can be made, in words.
enum FeasibilityWords {
  /// One clause.
  static func text(_ feasibility: Recommendation.Feasibility) -> String {
    switch feasibility {
    case .transformerLoad(let load, let limit):
      return
        "the highest load is \(PercentWords.share(load)) of the new rating, at most "
        + "\(PercentWords.share(limit)) is planned for"
    case .allowed(let months):
      return months > 1
        ? "the tariff allows it; the choice then holds for \(months) months"
        : "the tariff allows it"
    }
  }
}
