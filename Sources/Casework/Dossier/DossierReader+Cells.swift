import Documents
import Quantities

extension DossierReader {
  /// Energy that was counted; zero or more. [kWh or kvarh]
  mutating func energy(_ cell: TableCell) -> Energy? {
    guard !cell.isEmpty else { return nil }
    return number(cell) { text throws(NumberError) in
      let energy = try Energy(kilowattHours: text)
      guard energy >= .zero else { throw .negative(text: text) }
      return energy
    }
  }

  /// Power or capacity; zero or more. [kW or kVA]
  mutating func power(_ cell: TableCell) -> Power? {
    guard !cell.isEmpty else { return nil }
    return number(cell) { text throws(NumberError) in
      let power = try Power(text)
      guard !power.isNegative else { throw .negative(text: text) }
      return power
    }
  }

  /// A capacity of something that is there: above zero. [kVA]
  mutating func capacity(_ cell: TableCell, code: String) -> Power? {
    guard let power = power(cell) else { return nil }
    if power > .zero { return power }
    problems.add(
      cell.diagnostic(
        code: code,
        message: """
          \(Printable.quote(cell.text)) kVA was read, but a transformer's \
          rating above zero is expected
          """))
    return nil
  }

  /// A share written in percent, 0 to 100, as a fraction.
  mutating func share(_ cell: TableCell, code: String) -> Rate? {
    let share = number(cell) { text throws(NumberError) in try Rate(percent: text) }
    guard let share else { return nil }
    if share >= .zero, share <= .one { return share }
    problems.add(
      cell.diagnostic(
        code: code,
        message: "\(Printable.quote(cell.text)) percent was read, but 0 to 100 is expected"))
    return nil
  }

  /// A multiplier: above zero.
  mutating func multiplier(_ cell: TableCell, code: String) -> Rate? {
    let rate = number(cell) { text throws(NumberError) in try Rate(text) }
    guard let rate else { return nil }
    if rate > .zero { return rate }
    problems.add(
      cell.diagnostic(
        code: code,
        message: """
          the multiplier \(Printable.quote(cell.text)) was read, but a number above zero \
          is expected
          """))
    return nil
  }

  /// A month, `2026-01`.
  mutating func month(_ cell: TableCell, code: String) -> Month? {
    if let month = Month(iso: cell.text) { return month }
    problems.add(
      cell.diagnostic(
        code: code,
        message: "\(Printable.quote(cell.text)) is not a month; the form 2026-01 is expected"))
    return nil
  }

  /// A date, `2026-01-31`.
  mutating func date(_ cell: TableCell, code: String) -> CalendarDate? {
    if let date = CalendarDate(iso: cell.text) { return date }
    problems.add(
      cell.diagnostic(
        code: code,
        message: "\(Printable.quote(cell.text)) is not a date; the form 2026-01-31 is expected"))
    return nil
  }

  /// One of the words of a column.
  mutating func word<Value>(
    _ cell: TableCell, _ words: CellWords<Value>, code: String
  ) -> Value? {
    if let value = words.value(of: cell.text) { return value }
    problems.add(
      cell.diagnostic(
        code: code,
        message: """
          \(words.column) is \(Printable.quote(cell.text)), but \
          \(Printable.alternatives(words.words)) is expected
          """,
        hint: Suggestion.hint(for: cell.text, in: words.words)))
    return nil
  }

  /// One of the words of a column, or what an empty cell means; nothing only after an error.
  mutating func word<Value>(
    _ row: TableRow, _ words: CellWords<Value>, empty: Value, code: String
  ) -> Value? {
    guard let cell = row.filled(words.column) else { return empty }
    return word(cell, words, code: code)
  }

  /// Reads a cell, or keeps what is wrong with it.
  mutating func number<Value>(
    _ cell: TableCell, _ read: (String) throws(NumberError) -> Value
  ) -> Value? {
    do throws(NumberError) {
      return try read(cell.text)
    } catch {
      problems.add(cell.diagnostic(code: "number", message: error.sentence, hint: error.advice))
      return nil
    }
  }
}
