import Advice
import Documents
import Quantities

/// When batches begin, in words: a pattern where there is one, and the days that differ.
struct TimetableWords {
  let timetable: BatchTimetable
  let batches: [Batch]
  let currency: String

  /// A line or more for each batch, what stays as it is, and how sure the times are.
  var lines: [String] {
    let width = batches.map { DisplayWidth.of(Printable.text($0.name)) }.max() ?? 0
    var lines: [String] = []
    for batch in batches {
      let name = Printable.text(batch.name)
      let pad = String(repeating: " ", count: width - DisplayWidth.of(name))
      let runs = timetable.runs.filter { $0.batch == batch.name }
      let words = StartWords(runs.map { ($0.date, $0.start) }, days: batch.days)
      lines += TextBlock.lines(
        say("\(words.text); now \(batch.presentStart)"), lead: "  \(name)\(pad)  ")
    }
    lines += unmoved.flatMap { TextBlock.lines($0, lead: "  ") }
    return lines + TextBlock.lines(certainty, lead: "  ")
  }

  private var unmoved: [String] {
    BatchTimetable.Cause.allCases.flatMap { cause in
      batches.compactMap { batch -> String? in
        let days = timetable.unmoved.filter { $0.batch == batch.name && $0.cause == cause }
        guard !days.isEmpty else { return nil }
        let reason: Message =
          switch cause {
          case .clockChange: "for the clock is changed"
          case .missingValues: "for values are missing"
          }
        let dates = DateRuns(days.map(\.date)) { $0.adding(days: 1) == $1 }
        return say(
          """
          \(Printable.text(batch.name)) stays at \(batch.presentStart) \(dates.words(atMost: 8)), \
          \(reason).
          """)
      }
    }
  }

  private var certainty: String {
    guard !timetable.isOptimal else {
      return say("No other starts cost less by the prices of the hours and of demand.")
    }
    return say(
      """
      Other starts could cost less by \(NumberStyle.grouped.number(timetable.gap, digits: 2)) \
      \(currency) at the most: the search stopped at its limit.
      """)
  }
}
