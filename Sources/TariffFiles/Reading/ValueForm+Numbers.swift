import Documents
import Quantities

extension ValueForm where Value: FixedPoint {

  /// Any number.
  static var number: ValueForm {
    ValueForm(expected: "a number such as 0.0452") { text throws(ValueRefusal) in
      try refusing { () throws(NumberError) in try Value(text) }
    }
  }

  /// Zero or more.
  static var notNegative: ValueForm {
    ValueForm(expected: "a number, zero or more") { text throws(ValueRefusal) in
      let value = try number.read(text)
      guard value >= .zero else { throw ValueRefusal(NumberError.negative(text: text)) }
      return value
    }
  }

  /// More than zero.
  static var positive: ValueForm {
    ValueForm(expected: "a number above zero") { text throws(ValueRefusal) in
      let value = try number.read(text)
      guard value > .zero else {
        throw ValueRefusal(
          code: .number,
          message: "\(Printable.quote(text)) is not above zero, as is expected here")
      }
      return value
    }
  }
}

extension ValueForm where Value == Rate {

  /// A percentage, as a fraction.
  static var percent: ValueForm {
    ValueForm(expected: "a percentage such as 40") { text throws(ValueRefusal) in
      try refusing { () throws(NumberError) in try Rate(percent: text) }
    }
  }

  /// A percentage that is not negative, as a fraction.
  static var positivePercent: ValueForm {
    ValueForm(expected: "a percentage such as 40") { text throws(ValueRefusal) in
      let value = try percent.read(text)
      guard value >= .zero else { throw ValueRefusal(NumberError.negative(text: text)) }
      return value
    }
  }
}

extension ValueForm where Value == Energy {

  /// Kilowatt-hours or kilovar-hours, not negative.
  static var energy: ValueForm {
    ValueForm(expected: "kilowatt-hours, zero or more") { text throws(ValueRefusal) in
      let value = try refusing { () throws(NumberError) in try Energy(kilowattHours: text) }
      guard value >= .zero else { throw ValueRefusal(NumberError.negative(text: text)) }
      return value
    }
  }
}

extension ValueForm where Value == Int {

  /// A whole number within limits.
  static func whole(_ range: ClosedRange<Int>) -> ValueForm {
    let expected: Message =
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return ValueForm(expected: expected) { text throws(ValueRefusal) in
      let isPlain = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isPlain, let value = Int(text), range.contains(value) { return value }
      throw ValueRefusal(
        code: .number, message: "\(Printable.quote(text)) was read, but \(expected) is expected")
    }
  }

  /// The length of a demand interval, which must divide the hour or be a number of hours. [min]
  static var intervalMinutes: ValueForm {
    let lengths = [1, 3, 5, 10, 15, 20, 30, 60]
    return ValueForm(expected: "the length of the interval, such as 15") {
      text throws(ValueRefusal) in
      if let value = Int(text), lengths.contains(value), String(value) == text { return value }
      throw ValueRefusal(
        code: .choice,
        message: """
          \(Printable.quote(text)) is no demand interval; \
          \(Printable.alternatives(lengths.map(String.init))) minutes are expected
          """)
    }
  }

  /// A step figures are rounded to, as the number of digits behind the point it leaves.
  static func roundingDigits(atMost limit: Int) -> ValueForm {
    ValueForm(expected: "a step such as 0.01") { text throws(ValueRefusal) in
      let refusal = ValueRefusal(
        code: .roundingStep,
        message: """
          \(Printable.quote(text)) is no step to round to; 1, 0.1, 0.01 and so on are \
          expected
          """,
        hint: Int(text).map { (1...limit).contains($0) } == true && text != "1"
          ? """
          for \(text) digits behind the point write \
          \("0." + String(repeating: "0", count: (Int(text) ?? 1) - 1) + "1")
          """ : nil)
      guard let step = try? Rate(text) else { throw refusal }
      for digits in 0...min(limit, Rate.fractionDigits)
      where step.units == PowersOfTen.power(Rate.fractionDigits - digits) {
        return digits
      }
      throw refusal
    }
  }

  /// A power factor, in hundredths.
  static var hundredths: ValueForm {
    ValueForm(expected: "a power factor such as 0.95") { text throws(ValueRefusal) in
      let value = try ValueForm<Rate>.number.read(text)
      let (hundredths, rest) = value.units.quotientAndRemainder(
        dividingBy: PowersOfTen.power(Rate.fractionDigits - 2))
      if rest == 0, (0...100).contains(hundredths) { return Int(hundredths) }
      throw ValueRefusal(
        code: .number,
        message: """
          \(Printable.quote(text)) is no power factor of the tables; 0.00, 0.01 and so on \
          to 1.00 are expected
          """)
    }
  }
}

extension ValueRefusal {

  init(_ error: NumberError) {
    self.init(code: .number, message: error.sentence, hint: error.advice)
  }
}

private func refusing<Value>(
  _ read: () throws(NumberError) -> Value
) throws(ValueRefusal) -> Value {
  do { return try read() } catch { throw ValueRefusal(error) }
}
