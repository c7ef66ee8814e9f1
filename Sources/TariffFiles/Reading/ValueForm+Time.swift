import Documents
import Quantities

extension ValueForm where Value == CalendarDate {

  static var date: ValueForm {
    ValueForm(expected: "a date such as 2026-01-31") { text throws(ValueRefusal) in
      if let date = CalendarDate(iso: text) { return date }
      throw ValueRefusal(
        code: .date,
        message: """
          \(Printable.quote(text)) is not a date; year, month and day such as 2026-01-31 \
          are expected
          """,
        hint: hint(for: text))
    }
  }

  /// The date that was probably meant, or what the calendar says against it.
  private static func hint(for text: String) -> Message? {
    let parts = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard parts.count == 3, parts[0] > 31 else { return nil }
    if let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) {
      return "write \(date)"
    }
    guard let month = Month(year: parts[0], month: parts[1]) else {
      return "the months are 01 to 12"
    }
    return "\(month) has \(month.dayCount) days"
  }
}

extension ValueForm where Value == Month {

  static var month: ValueForm {
    ValueForm(expected: "a month such as 2026-01") { text throws(ValueRefusal) in
      if let month = Month(iso: text) { return month }
      let parts = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      let meant = parts.count >= 2 ? Month(year: parts[0], month: parts[1]) : nil
      throw ValueRefusal(
        code: .month,
        message: """
          \(Printable.quote(text)) is not a month; year and month such as 2026-01 are \
          expected
          """,
        hint: meant.map { "write \($0)" })
    }
  }
}

extension ValueForm where Value == ClockTime {

  static var hour: ValueForm {
    ValueForm(expected: "an hour such as 08:00") { text throws(ValueRefusal) in
      if let time = ClockTime(text) { return time }
      let parts = text.split { $0 == ":" || $0 == "：" || $0 == "." || $0 == "h" }
        .compactMap { Int($0) }
      let minutes = parts.count == 1 ? [parts[0], 0] : parts
      let meant =
        minutes.count == 2 && (0...59).contains(minutes[1]) && (0...24).contains(minutes[0])
        ? ClockTime(minutes: minutes[0] * 60 + minutes[1]) : nil
      throw ValueRefusal(
        code: .hour,
        message: """
          \(Printable.quote(text)) is not an hour of the day; 00:00 to 24:00 with two \
          digits each, such as 08:00, is expected
          """,
        hint: meant.map { "write \($0)" })
    }
  }
}

extension ValueForm where Value == MonthSet {

  static var months: ValueForm {
    ValueForm(expected: "months such as 7 8") { text throws(ValueRefusal) in
      var set = MonthSet()
      let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      for word in words {
        guard let number = Int(word), (1...12).contains(number), String(number) == word else {
          throw ValueRefusal(
            code: .months,
            message: """
              \(Printable.quote(text)) is not a list of months: \(Printable.quote(word)) \
              is none of 1 to 12
              """,
            hint: hint(for: word))
        }
        guard !set.contains(number) else {
          throw ValueRefusal(code: .months, message: "month \(number) stands twice in the list")
        }
        set.insert(number)
      }
      guard !words.isEmpty else {
        throw ValueRefusal(
          code: .months, message: "no month is named; at least one of 1 to 12 is expected")
      }
      return set
    }
  }

  private static func hint(for word: Substring) -> Message? {
    if word.contains(where: { $0 == "," || $0 == "，" || $0 == "、" || $0 == ";" }) {
      return "separate the months by blanks: 7 8"
    }
    let ends = word.split(separator: "-").compactMap { Int($0) }
    if ends.count == 2, 1 <= ends[0], ends[0] < ends[1], ends[1] <= 12 {
      return "write every month: \(MonthSet(ends[0]...ends[1]))"
    }
    if let number = Int(word), (1...12).contains(number) { return "write \(number)" }
    return nil
  }
}
