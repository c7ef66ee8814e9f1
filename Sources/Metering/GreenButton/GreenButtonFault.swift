import Documents
import Quantities

/// Something about a reading that keeps the whole file from being used.
enum GreenButtonFault: Hashable {
  case noValue
  case unreadableValue
  case tooFineValue
  case tooLargeValue
  case unreadableStart
  case strangeYear
  case milliseconds
  case unreadableLength
  case tooLong
  case startMissing
  case repeatedField
  case unreadableQuality
  case strayReading
  case partlyTimed

  private var code: String {
    switch self {
    case .noValue, .unreadableValue, .tooFineValue, .tooLargeValue, .repeatedField: "load-values"
    case .unreadableQuality: "load-quality"
    default: "load-stamps"
    }
  }

  /// What was read and what was expected.
  private func message(_ text: String) -> Message {
    let quoted = LoadEvidence.quoted(text)
    switch self {
    case .noValue: return "a reading has no value"
    case .unreadableValue: return "\(quoted) is the value of a reading, but a number is expected"
    case .tooFineValue:
      return
        """
        the value \(quoted) has more than \(GreenButtonNumber.mostPlaces) digits behind its point, \
        but a whole number is expected
        """
    case .tooLargeValue: return "the value \(quoted) is larger than any meter counts"
    case .unreadableStart:
      return "\(quoted) is the start of a reading, but whole seconds since 1970 are expected"
    case .strangeYear: return "the start \(quoted) lies outside the years 1990 to 2099"
    case .milliseconds:
      return "the start \(quoted) lies tens of thousands of years ahead if it counts seconds"
    case .unreadableLength:
      return "\(quoted) is the duration of a reading, but a whole number of seconds is expected"
    case .tooLong:
      return "a reading lasts \(quoted) s; intervals of a day or less are expected"
    case .startMissing: return "a reading has a duration but no start"
    case .repeatedField: return "a reading has two of <\(text)>"
    case .partlyTimed:
      return
        "some readings of a block have a timePeriod and others none, so that these have no place"
    case .strayReading: return "a reading stands outside of any IntervalBlock"
    case .unreadableQuality:
      return """
        \(quoted) is the quality of a reading, but a code of ESPI is expected, such as 0 \
        for valid or 8 for estimated
        """
    }
  }

  private var hint: Message? {
    switch self {
    case .milliseconds: return "ESPI counts seconds; are these milliseconds?"
    case .unreadableValue: return "leave a reading out where no value was metered"
    default: return nil
    }
  }

  func diagnostic(file: String, line: Int, text: String, count: Int) -> Diagnostic {
    let more: Message =
      count > 1 ? " (and \(Message.counted(count - 1, "reading")) more like it)" : ""
    return Diagnostic(
      file: file, line: line, code: code, message: "\(message(text))\(more)", hint: hint)
  }
}
