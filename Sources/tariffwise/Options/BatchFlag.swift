import Advice
import Documents
import Quantities

/// A run of machines as a flag says it: `furnace=800:240@09:00,00:00-24:00,weekdays`.
enum BatchFlag {
  private static let form: Message =
    """
    name=kW:minutes@HH:MM,HH:MM-HH:MM, with ,weekdays at the end where it rests on Saturday and \
    Sunday; such as furnace=800:240@09:00,00:00-24:00
    """

  static func read(_ text: String) throws(LeverFault) -> Batch {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw misshapen(text)
    }
    let name = String(text[..<equals])
    let parts = text[text.index(after: equals)...].split(
      separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { throw misshapen(text) }
    let run = parts[0].split(separator: "@", omittingEmptySubsequences: false)
    let load = run[0].split(separator: ":", omittingEmptySubsequences: false)
    let window = parts[1].split(separator: "-", omittingEmptySubsequences: false)
    guard run.count == 2, load.count == 2, window.count == 2 else { throw misshapen(text) }
    let flag = "--batch \(name)"
    let power = try FlagFigure.power(load[0], flag, "kW", .aboveZero)
    guard let minutes = Int(load[1]), (1...1440).contains(minutes) else {
      throw LeverFault(
        message: "\(flag): \(Printable.quote(load[1])) is not a run of 1 to 1440 minutes",
        hint: "four hours are 240")
    }
    let start = try time(run[1], flag)
    let (opens, closes) = (try time(window[0], flag), try time(window[1], flag))
    guard opens.minutes + minutes <= closes.minutes else {
      throw LeverFault(
        message: "\(flag): a run of \(minutes) minutes does not fit between \(opens) and \(closes)",
        hint: "a window does not pass midnight; 00:00-24:00 is the whole day")
    }
    guard opens <= start, start.minutes + minutes <= closes.minutes else {
      throw LeverFault(
        message:
          """
          \(flag): today's run, \(minutes) minutes from \(start), is not within its own window, \
          \(opens) to \(closes)
          """,
        hint: "after the @ stands when the run begins today; widen the window to hold that run")
    }
    return Batch(
      name: name, power: power, minutes: minutes, window: opens..<closes,
      days: try days(parts.count == 3 ? parts[2] : nil, flag), presentStart: start)
  }

  private static func misshapen(_ text: String) -> LeverFault {
    LeverFault(
      message: "--batch is \(Printable.quote(text)); power, length, start and window are expected",
      hint: "write \(form)")
  }

  private static func time(
    _ text: Substring, _ flag: String
  ) throws(LeverFault) -> ClockTime {
    guard let time = ClockTime(text) else {
      throw LeverFault(
        message: "\(flag): \(Printable.quote(text)) is not a time of day from 00:00 to 24:00",
        hint: "write two digits each for hours and minutes, such as 09:00")
    }
    return time
  }

  private static func days(_ text: Substring?, _ flag: String) throws(LeverFault) -> BatchDays {
    switch text {
    case nil: return .everyDay
    case "weekdays": return .weekdays
    case let text?:
      throw LeverFault(
        message: "\(flag): \(Printable.quote(text)) is not \"weekdays\", the only word for days",
        hint: "leave it out for every day")
    }
  }
}
