import Quantities

/// The rule for all later years that stands at the end of a zone's file, in the form of POSIX's TZ:
/// `EST5EDT,M3.2.0,M11.1.0`.
struct PosixZoneRule {
  /// The offset of standard time. [s]
  let standard: Int
  private let daylight: Int?
  private let start: ClockRule?
  private let end: ClockRule?

  /// Reads a rule; nothing for what is none.
  init?(_ text: String) {
    var rest = Substring(text)
    guard Self.skipName(&rest), let west = Self.time(&rest) else { return nil }
    standard = -west
    guard !rest.isEmpty else {
      daylight = nil
      start = nil
      end = nil
      return
    }
    guard Self.skipName(&rest) else { return nil }
    if rest.first == "," {
      daylight = standard + 3600
    } else {
      guard let west = Self.time(&rest) else { return nil }
      daylight = -west
    }
    guard let first = Self.rule(&rest), let second = Self.rule(&rest), rest.isEmpty else {
      return nil
    }
    start = first
    end = second
  }

  /// The transitions up to a year.
  func transitions(through year: Int) -> [CivilZone.Transition] {
    guard let daylight, let start, let end else { return [] }
    return CivilZone.transitions(
      standard: standard, daylight: daylight, start: start, end: end, years: 1970...year)
  }

  private static func skipName(_ rest: inout Substring) -> Bool {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let name = rest.prefix { $0.isLetter }
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  /// `[+-]hh[:mm[:ss]]`. [s]
  private static func time(_ rest: inout Substring) -> Int? {
    var sign = 1
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? -1 : 1
      rest = rest.dropFirst()
    }
    let text = rest.prefix { $0.isNumber || $0 == ":" }
    rest = rest[text.endIndex...]
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), parts.allSatisfy({ $0 != nil }) else { return nil }
    return sign * zip(parts, [3600, 60, 1]).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }
  }

  /// `,M3.2.0/2`, `,J60` or `,59`.
  private static func rule(_ rest: inout Substring) -> ClockRule? {
    guard rest.first == "," else { return nil }
    rest = rest.dropFirst()
    let text = rest.prefix { $0 != "/" && $0 != "," }
    rest = rest[text.endIndex...]
    var second = 7200
    if rest.first == "/" {
      rest = rest.dropFirst()
      guard let given = time(&rest) else { return nil }
      second = given
    }
    if text.first == "M" {
      let parts = text.dropFirst().split(separator: ".").compactMap { Int($0) }
      guard parts.count == 3, (1...12).contains(parts[0]), (1...5).contains(parts[1]),
        (0...6).contains(parts[2])
      else { return nil }
      let weekday = Weekday.allCases[(parts[2] + 6) % 7]
      return ClockRule(
        month: parts[0], day: parts[1] == 5 ? .last(weekday) : .nth(weekday, parts[1]),
        second: second)
    }
    if text.first == "J", let day = Int(text.dropFirst()) {
      return ClockRule(month: 1, day: .ordinal(day), second: second)
    }
    return Int(text).map { ClockRule(month: 1, day: .zeroBasedOrdinal($0), second: second) }
  }
}
