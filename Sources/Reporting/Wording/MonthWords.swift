import Quantities

/// Months in words.
package enum MonthWords {
  /// `March 2026`.
  static func title(_ month: Month) -> String {
    Phrase.text(
      "months.title",
      ["name": Phrase.text("month.\(month.number)"), "year": "\(month.year)"])
  }

  /// `2026-01 to 2026-03, 2026-05`: runs of months are joined.
  package static func list(_ months: [Month]) -> String {
    var runs: [(first: Month, last: Month)] = []
    for month in Set(months).sorted() {
      if let run = runs.last, run.last.adding(1) == month {
        runs[runs.count - 1].last = month
      } else {
        runs.append((month, month))
      }
    }
    return runs.map { run in
      switch run.last.ordinal - run.first.ordinal {
      case 0: return "\(run.first)"
      case 1: return "\(run.first)\(Phrase.text("list.comma"))\(run.last)"
      default:
        return Phrase.text(
          "months.run", ["first": "\(run.first)", "last": "\(run.last)"])
      }
    }.joined(separator: Phrase.text("list.comma"))
  }
}
