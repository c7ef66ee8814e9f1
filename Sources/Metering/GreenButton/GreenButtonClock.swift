import Quantities

/// The clock of a usage point: ESPI's `LocalTimeParameters`.
struct GreenButtonClock {
  /// What the parameters say.
  enum Zone: Hashable {
    /// Whether seconds of the changes were left out: no clock is changed within a minute.
    case zone(CivilZone, isRounded: Bool)
    case unreadable(Message)
  }

  var links = GreenButtonLinks()
  let line: Int
  var startRule: String?
  var endRule: String?
  /// How far daylight-saving time is ahead of standard time. [s]
  var daylightSeconds: Int64?
  /// How far standard time is ahead of UTC. [s]
  var standardSeconds: Int64?

  init(line: Int) { self.line = line }

  /// The zone the parameters describe.
  var zone: Zone {
    guard let standardSeconds, (-54_000...54_000).contains(standardSeconds),
      standardSeconds % 60 == 0
    else {
      return .unreadable("tzOffset is no offset of a clock from UTC")
    }
    let standard = Int(standardSeconds)
    let fixed = Zone.zone(CivilZone(offset: standard), isRounded: false)
    guard let startRule, let endRule, let daylightSeconds, daylightSeconds != 0 else {
      return fixed
    }
    let none = "FFFFFFFF"
    if startRule.uppercased() == none || endRule.uppercased() == none { return fixed }
    guard (1...7200).contains(daylightSeconds), daylightSeconds % 60 == 0 else {
      return .unreadable("dstOffset is no step of a clock")
    }
    guard let start = Self.rule(startRule), let end = Self.rule(endRule) else {
      return .unreadable(
        "dstStartRule and dstEndRule are not four bytes that name a day and a time")
    }
    let daylight = standard + Int(daylightSeconds)
    let zone = CivilZone(
      name: "\(Self.name(standard))/\(Self.sign(daylight))", standard: standard,
      daylight: daylight, start: start.rule, end: end.rule)
    return .zone(zone, isRounded: start.isRounded || end.isRounded)
  }

  private static func name(_ offset: Int) -> String {
    offset == 0 ? "UTC+00:00" : CivilZone(offset: offset).name
  }

  /// `-04:00`.
  private static func sign(_ offset: Int) -> String { String(name(offset).dropFirst(3)) }

  /// Reads a rule of four bytes: from the lowest bit on 12 bits of seconds, 5 of the hour, 3 of the
  /// weekday, 5 of the day, 3 that say how day and weekday go together, and 4 of the month.
  static func rule(_ text: String) -> (rule: ClockRule, isRounded: Bool)? {
    guard text.utf8.count == 8, text.allSatisfy(\.isHexDigit), let bits = UInt32(text, radix: 16)
    else { return nil }
    let seconds = Int(bits & 0xFFF)
    let hour = Int(bits >> 12 & 0x1F)
    let weekday = Int(bits >> 17 & 7)
    let day = Int(bits >> 20 & 0x1F)
    let operation = Int(bits >> 25 & 7)
    let month = Int(bits >> 28)
    guard (1...12).contains(month), seconds < 3600, hour <= 24,
      let found = self.day(operation, day: day, weekday: weekday)
    else { return nil }
    return (
      ClockRule(month: month, day: found, second: hour * 3600 + seconds / 60 * 60),
      seconds % 60 != 0
    )
  }

  private static func day(_ operation: Int, day: Int, weekday: Int) -> ClockRule.Day? {
    let isDay = (1...31).contains(day)
    if operation == 0 { return isDay ? .date(day) : nil }
    guard (1...7).contains(weekday) else { return nil }
    let name = Weekday.allCases[weekday - 1]
    switch operation {
    case 1: return isDay ? .weekdayOnOrAfter(name, day: day) : nil
    case 7: return .last(name)
    default: return .nth(name, operation - 1)
    }
  }
}
