import Quantities

/// How paused transformers count (暂停), and what is still due for them.
public struct PauseRule: Sendable, Hashable {
  /// A pause of fewer days counts as none.
  public let leastDays: Int
  /// Pauses that count in a calendar year; nothing without limit.
  public let mostAYear: Int?
  /// Months of pause that count in a calendar year; nothing without limit.
  public let mostMonthsAYear: Int?
  /// The share of the charge still due for a paused unit (the 50 % of 1996).
  public let shareStillDue: Rate
  /// Months since supply began within which that share is due; nothing for always.
  public let stillDueWithinMonths: Int?
  /// Where the rule stands.
  public let rule: RuleReference?

  /// Makes a rule.
  public init(
    leastDays: Int, mostAYear: Int?, mostMonthsAYear: Int? = 6, shareStillDue: Rate,
    stillDueWithinMonths: Int?, rule: RuleReference?
  ) {
    self.mostMonthsAYear = mostMonthsAYear
    self.leastDays = leastDays
    self.mostAYear = mostAYear
    self.shareStillDue = shareStillDue
    self.stillDueWithinMonths = stillDueWithinMonths
    self.rule = rule
  }

  /// 发改办价格〔2016〕1583号: 15 days at the least, any number of times but six months a year
  /// together, nothing due meanwhile.
  public static let since2016 = PauseRule(
    leastDays: 15, mostAYear: nil, shareStillDue: .zero, stillDueWithinMonths: nil, rule: nil)
}
