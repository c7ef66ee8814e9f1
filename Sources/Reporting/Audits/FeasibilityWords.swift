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
    case .remainingLoad(let load, let limit):
      return
        "the highest load is \(PercentWords.share(load)) of what is left, at most "
        + "\(PercentWords.share(limit)) is planned for"
    case .allowed(let months):
      return months > 1
        ? "the tariff allows it; the choice then holds for \(months) months"
        : "the tariff allows it"
    case .capacitors(let kvar):
      return
        "a bank of \(NumberStyle.grouped.number(kvar, atMost: 0)) kvar, switched in steps, is enough"
    case .choiceOfTariff(let capacity):
      return
        "with \(NumberStyle.grouped.number(capacity, atMost: 0)) kVA the account may choose its tariff"
    case .ifLoadCanMove(let share):
      return
        "\(condition(share)), demand staying at or below today's maximum"
    }
  }

  /// What must hold for a change to be possible; nothing where nothing is open.
  static func condition(_ feasibility: Recommendation.Feasibility) -> String? {
    guard case .ifLoadCanMove(let share) = feasibility else { return nil }
    return condition(share)
  }

  private static func condition(_ share: Rate) -> String {
    "if \(NumberStyle.grouped.percent(share)) of the load can move within the day"
  }

  /// Why a change saves, and what that was worked out from.
  static func because(_ recommendation: Recommendation) -> String {
    let grounds = recommendation.because
    var parts = [text(recommendation.feasibility)]
    var billed = "billed over \(MonthWords.list(grounds.months))"
    if let demand = grounds.maximumDemand {
      billed += " with a maximum demand of \(NumberStyle.grouped.number(demand, atMost: 1)) kW"
    }
    parts.append(billed)
    if let rule = grounds.rule { parts.append(rule.citation) }
    return parts.joined(separator: "; ")
  }
}
