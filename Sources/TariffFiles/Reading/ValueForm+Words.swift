import Documents
import Quantities

extension ValueForm {

  /// One of some words.
  static func choice(_ values: [(word: String, value: Value)]) -> ValueForm {
    let words = values.map(\.word)
    let expected = Printable.alternatives(words.map { Printable.quote($0) })
    return ValueForm(expected: expected) { text throws(ValueRefusal) in
      if let value = values.first(where: { $0.word == text })?.value { return value }
      throw ValueRefusal(
        code: .choice, message: "\(Printable.quote(text)) was read, but \(expected) is expected",
        hint: Suggestion.hint(for: text, in: words))
    }
  }
}

extension ValueForm where Value: CaseIterable & RawRepresentable, Value.RawValue == String {

  /// One of the words of a vocabulary.
  static var word: ValueForm { choice(Value.allCases.map { ($0.rawValue, $0) }) }
}

extension ValueForm where Value == Bool {

  static var yesOrNo: ValueForm { choice([("yes", true), ("no", false)]) }
}

extension ValueForm where Value == PowerFactorStandard {

  static var standard: ValueForm { choice(PowerFactorStandard.allCases.map { ($0.rawValue, $0) }) }
}

extension ValueForm where Value == Voltage {

  static var voltage: ValueForm {
    ValueForm(expected: "a voltage such as 35kV") { text throws(ValueRefusal) in
      if let voltage = Voltage(rawValue: text) { return voltage }
      let levels = Voltage.allCases.map(\.rawValue)
      throw ValueRefusal(
        code: .choice,
        message: """
          \(Printable.quote(text)) is not a voltage level; \
          \(Printable.alternatives(levels)) is expected
          """,
        hint: Voltage(text).map { "write \($0.rawValue)" }
          ?? Suggestion.hint(for: text, in: levels))
    }
  }
}

extension ValueForm where Value == Set<Voltage> {

  static var voltages: ValueForm {
    ValueForm(expected: "voltages such as 1-10kV 20kV") { text throws(ValueRefusal) in
      var set: Set<Voltage> = []
      for word in text.split(whereSeparator: \.isWhitespace) {
        let voltage = try ValueForm<Voltage>.voltage.read(String(word))
        guard set.insert(voltage).inserted else {
          throw ValueRefusal(code: .choice, message: "\(word) stands twice in the list")
        }
      }
      guard !set.isEmpty else {
        throw ValueRefusal(
          code: .choice, message: "no voltage is named",
          hint: "leave it out to mean every voltage")
      }
      return set
    }
  }
}

extension ValueForm where Value == [String] {

  /// Names separated by blanks.
  static var names: ValueForm { list(of: .name) }

  /// Charges separated by blanks.
  static var charges: ValueForm { list(of: .charge) }

  private static func list(of form: ValueForm<String>) -> ValueForm {
    ValueForm(expected: "names separated by blanks") { text throws(ValueRefusal) in
      var words: [String] = []
      for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
        do throws(ValueRefusal) {
          words.append(try form.read(word))
        } catch {
          guard word.contains(",") else { throw error }
          throw ValueRefusal(
            code: error.code, message: error.message, hint: "separate names by blanks")
        }
        guard words.dropLast().contains(word) == false else {
          throw ValueRefusal(
            code: .duplicateName, message: "\(Printable.quote(word)) stands twice in the list")
        }
      }
      guard !words.isEmpty else {
        throw ValueRefusal(code: .name, message: "no name was read, but one is expected")
      }
      return words
    }
  }
}
