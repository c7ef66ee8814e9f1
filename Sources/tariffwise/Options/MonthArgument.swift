import ArgumentParser
import Quantities

/// Months on the command line.
enum MonthArgument {
  static func read(_ text: String) throws -> Month {
    guard let month = Month(iso: text) else {
      throw ValidationError("\"\(text)\" is not a month; the form 2026-01 is expected")
    }
    return month
  }
}
