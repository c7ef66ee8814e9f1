/// What the format of a cell makes of its number.
enum NumberKind: Sendable, Hashable {

  case number

  /// A day, or a time of day where the number is less than a day.
  case date

  case dateTime

  /// A time of day or a length of time.
  case time

  /// The kind of a built-in format, as far as its number alone tells.
  ///
  /// Formats 27 to 36 and 50 to 58 mean dates or times by the language of the program; the value
  /// tells which.
  /// - Source: ECMA-376 part 1, 18.8.30.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...36, 50...58: self = .date
    case 18...21, 45...47: self = .time
    case 22: self = .dateTime
    default: self = .number
    }
  }

  /// The kind of a format code, such as `yyyy-mm-dd hh:mm`; its section for positive numbers counts.
  init(code: String) {
    let letters = Self.letters(of: code)
    let hasDay = letters.contains("y") || letters.contains("d")
    let hasClock = letters.contains("h") || letters.contains("s")
    switch (hasDay, hasClock) {
    case (true, true): self = .dateTime
    case (true, false): self = .date
    case (false, true): self = .time
    // A lone m is a month.
    case (false, false): self = letters.contains("m") ? .date : .number
    }
  }

  /// The letters of a code that stand for parts of a date, without quoted and escaped text.
  private static func letters(of code: String) -> String {
    var letters = ""
    var rest = Substring(code.lowercased())
    while let mark = rest.popFirst(), mark != ";" {
      switch mark {
      case "\"":
        while let next = rest.popFirst(), next != "\"" {}
      case "\\", "_", "*":
        rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        // `[h]` counts hours beyond a day; other brackets hold colours, conditions and currencies.
        if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) {
          letters.append(unit == "m" ? "h" : unit)
        }
      case "g" where rest.hasPrefix("eneral"):
        rest = rest.dropFirst(6)
      case "y", "m", "d", "h", "s":
        letters.append(mark)
      default:
        continue
      }
    }
    return letters
  }
}
