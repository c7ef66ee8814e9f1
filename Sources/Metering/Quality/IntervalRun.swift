import Quantities

/// Intervals in a row.
package struct IntervalRun: Sendable, Hashable {
  /// When the first begins.
  package let start: LocalTime
  /// How many there are.
  package let intervals: Int
  /// How long they last together. [s]
  package let seconds: Int

  package init(start: LocalTime, intervals: Int, seconds: Int) {
    self.start = start
    self.intervals = intervals
    self.seconds = seconds
  }

  /// `6 h`, `5 h 45 min`.
  var duration: Message {
    let minutes = seconds / 60
    switch (minutes / 60, minutes % 60) {
    case (0, let rest): return "\(rest) min"
    case (let hours, 0): return "\(hours) h"
    case (let hours, let rest): return "\(hours) h \(rest) min"
    }
  }
}
