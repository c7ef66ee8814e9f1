import Advice
import Quantities

/// Why a change can be made, in words.
enum FeasibilityWords {
  /// One clause.
  static func text(_ feasibility: Recommendation.Feasibility) -> String {
    let style = NumberStyle.grouped
    switch feasibility {
    case .transformerLoad(let load, let limit):
      return Phrase.text(
        "feasible.transformer",
        ["load": PercentWords.share(load), "limit": PercentWords.share(limit)])
    case .remainingLoad(let load, let limit):
      return Phrase.text(
        "feasible.remaining",
        ["load": PercentWords.share(load), "limit": PercentWords.share(limit)])
    case .allowed(let months):
      return months > 1
        ? Phrase.text("feasible.allowed_bound", ["months": "\(months)"])
        : Phrase.text("feasible.allowed")
    case .capacitors(let kvar):
      return Phrase.text("feasible.capacitors", ["kvar": style.number(kvar, atMost: 0)])
    case .choiceOfTariff(let capacity):
      return Phrase.text("feasible.choice", ["capacity": style.number(capacity, atMost: 0)])
    case .ifLoadCanMove(let share):
      return Phrase.text("feasible.move", ["condition": condition(share)])
    }
  }

  /// What must hold for a change to be possible; nothing where nothing is open.
  static func condition(_ feasibility: Recommendation.Feasibility) -> String? {
    guard case .ifLoadCanMove(let share) = feasibility else { return nil }
    return condition(share)
  }

  private static func condition(_ share: Rate) -> String {
    Phrase.text("feasible.condition", ["share": NumberStyle.grouped.percent(share)])
  }

  /// Why a change saves, and what that was worked out from.
  static func because(_ recommendation: Recommendation) -> String {
    var parts = grounds(recommendation)
    if let rule = recommendation.because.rule { parts.append(rule.citation) }
    return parts.joined(separator: Phrase.text("list.semicolon"))
  }

  /// Why a change saves, without the document.
  static func grounds(_ recommendation: Recommendation) -> [String] {
    let grounds = recommendation.because
    var billed = Phrase.text("feasible.billed", ["months": MonthWords.list(grounds.months)])
    if let demand = grounds.maximumDemand {
      billed += Phrase.text(
        "feasible.demand", ["demand": NumberStyle.grouped.number(demand, atMost: 1)])
    }
    return [text(recommendation.feasibility), billed]
  }
}
