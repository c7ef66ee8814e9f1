import Quantities

/// The order of day, month and year in a written date.
package enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// Year, month, day.
  case yearFirst = "ymd"
  /// Day, month, year.
  case dayFirst = "dmy"
  /// Month, day, year.
  case monthFirst = "mdy"

  /// In words, for messages.
  var words: Message {
    switch self {
    case .yearFirst: return "year-month-day"
    case .dayFirst: return "day-month-year"
    case .monthFirst: return "month-day-year"
    }
  }
}
