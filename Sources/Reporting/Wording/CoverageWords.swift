import Quantities
import Use

/// Months with holes in words.
enum CoverageWords {
  /// `not billed: 2,970 of 2,976 intervals are there (99.79 %)`.
  static func incomplete(_ determinants: BillingDeterminants) -> String {
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
  /// The same below a table of months.
  static func leftOut(_ determinants: BillingDeterminants) -> String {
    incomplete(determinants) + "; the total leaves it out."
  }
}

extension Problem {
  /// A month whose intervals have holes.
  init(incomplete determinants: BillingDeterminants, account: String) {
    self.init(
      code: "month-incomplete",
      message: BillHeader.lead(account) + "\(determinants.month) is "
        + CoverageWords.incomplete(determinants),
      hint: "complete the month in its load file; months that are whole are billed",
      exitCode: 3)
  }
}
