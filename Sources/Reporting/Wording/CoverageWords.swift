import Billing
import Quantities
import Use

/// Months with holes in words.
enum CoverageWords {
  /// `not billed: 2,970 of 2,976 intervals are there (99.79 %)`.
  static func incomplete(_ determinants: BillingDeterminants) -> Message {
    guard case .intervals(let present, let expected) = determinants.coverage, expected > 0 else {
      return "not billed: the month is not whole"
    }
    let style = NumberStyle.grouped
    // Dropped, not rounded: a month with a hole is never 100 %.
    let hundredths = Int128(present) * 10_000 / Int128(expected)
    let share = Rate(units: hundredths * PowersOfTen.power(Rate.fractionDigits - 4))
    return """
      not billed: \(style.count(present)) of \(style.count(expected)) intervals are there \
      (\(style.percent(share)))
      """
  }
}

extension CoverageWords {
  /// The same below a table of months, with what the month would come to.
  static func leftOut(_ month: IncompleteMonth, moneyDigits: Int) -> Message {
    let words: Message = "\(incomplete(month.determinants)); the total leaves it out."
    guard let bounds = month.bounds else { return words }
    let style = NumberStyle.grouped
    return """
      \(words) Its bill would lie between \(style.number(bounds.lowest, atLeast: moneyDigits)) and \
      \(style.number(bounds.highest, atLeast: moneyDigits)), with \(assumption(bounds.ceiling)).
      """
  }

  /// What bounds rest on.
  static func assumption(_ ceiling: MonthBounds.Ceiling) -> Message {
    let style = NumberStyle.grouped
    switch ceiling {
    case .observed(let power):
      return "0 to \(style.number(power)) kW, the highest metered, in each interval that is missing"
    case .capacity(let power):
      return
        "0 to \(style.number(power)) kVA, the installed capacity, in each interval that is missing"
    }
  }
}

extension Problem {
  /// A month whose intervals have holes.
  init(incomplete month: IncompleteMonth, account: String) {
    let determinants = month.determinants
    self.init(
      code: "month-incomplete",
      message: BillHeader.lead(
        account, "\(determinants.month) is \(CoverageWords.incomplete(determinants))"),
      hint: "complete the month in its load file, or fill it: --fill; whole months are billed",
      exitCode: 3)
  }
}
