import Advice
import Documents
import Quantities

/// Pauses of transformers in words, a part for each unit.
enum PauseWords {
  /// `1000-1 2025-07 to 2025-08`, `1000-2 2025-01, 2025-12`; days where they are not whole months.
  static func lines(_ pauses: [UnitPause]) -> [String] {
    var units: [String] = []
    for pause in pauses where !units.contains(pause.unit) { units.append(pause.unit) }
    return units.map { unit in
      let spans = pauses.filter { $0.unit == unit }.map(\.span).sorted { $0.start < $1.start }
      return "\(Printable.text(unit)) "
        + spans.map(words).joined(separator: Phrase.text("list.comma"))
    }
  }

  private static func words(_ span: DateSpan) -> String {
    let (first, last) = (span.start.month, span.lastDay.month)
    guard span.start == first.firstDay, span.end == last.adding(1).firstDay else {
      return Phrase.text(
        "months.run", ["first": "\(span.start)", "last": "\(span.lastDay)"])
    }
    return first == last
      ? "\(first)" : Phrase.text("months.run", ["first": "\(first)", "last": "\(last)"])
  }
}
