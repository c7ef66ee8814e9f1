import Advice
import Documents
import Quantities

/// A transformer's pause as a flag says it: `2000:2025-02-01..2025-03-01`.
enum PauseFlag {
  private static let form: Message =
    "such as T1:2025-02-01..2025-03-01; it is back in use on the second day"

  static func read(_ text: String) throws(LeverFault) -> UnitPause {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let dots = text[colon...].firstRange(of: "..")
    else {
      throw LeverFault(
        message: "--pause is \(Printable.quote(text)); a unit and two dates are expected",
        hint: form)
    }
    let start = try date(text[text.index(after: colon)..<dots.lowerBound])
    let end = try date(text[dots.upperBound...])
    guard let span = DateSpan(start: start, end: end) else {
      throw LeverFault(
        message: "--pause: \(start)..\(end) ends \(start == end ? "when" : "before") it begins",
        hint: start == end
          ? "the second date is the day the unit is back in use, after the last day of the pause"
          : "the earlier date goes first: \(end)..\(start)")
    }
    return UnitPause(unit: String(text[..<colon]), span: span)
  }

  private static func date(_ text: Substring) throws(LeverFault) -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw LeverFault(
        message: "--pause: \(Printable.quote(text)) is not a date; the form 2025-02-01 is expected",
        hint: form)
    }
    return date
  }
}
