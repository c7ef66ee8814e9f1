import Documents
import Quantities

/// Figures of flags, read strictly: what was read and what was expected is said of each.
enum FlagFigure {
  /// What a figure must be.
  enum Bounds {
    case aboveZero
    case zeroOrMore
  }

  /// A power or another figure of six digits. [kW, kvar]
  static func power(
    _ text: some StringProtocol, _ flag: String, _ unit: String, _ bounds: Bounds
  ) throws(LeverFault) -> Power {
    try figure(text, flag, unit, bounds, zero: .zero) { text throws(NumberError) in
      try Power(text)
    }
  }

  /// A price. [currency]
  static func price(
    _ text: some StringProtocol, _ flag: String
  ) throws(LeverFault) -> Price {
    try figure(text, flag, "", .zeroOrMore, zero: .zero) { text throws(NumberError) in
      try Price(text)
    }
  }

  /// Energy. [kWh]
  static func energy(
    _ text: some StringProtocol, _ flag: String
  ) throws(LeverFault) -> Energy {
    try figure(text, flag, "kWh", .aboveZero, zero: .zero) { text throws(NumberError) in
      try Energy(kilowattHours: text)
    }
  }

  /// A percentage within bounds that are `expected`, in words `0 to 100 %`, as a fraction of one.
  static func percent(
    _ text: some StringProtocol, _ flag: String, _ range: ClosedRange<Rate>, expected: Message,
    hint: Message? = nil
  ) throws(LeverFault) -> Rate {
    let rate: Rate
    do throws(NumberError) {
      rate = try Rate(percent: text)
    } catch {
      throw LeverFault(message: "\(flag): \(error.sentence)", hint: error.advice)
    }
    guard range.contains(rate) else {
      throw LeverFault(
        message: "\(flag) is \(Printable.quote(text)); \(expected) is expected", hint: hint)
    }
    return rate
  }

  /// A figure that is above zero, or not below; `unit` is said where it has one.
  private static func figure<Text: StringProtocol, Value: Comparable>(
    _ text: Text, _ flag: String, _ unit: String, _ bounds: Bounds, zero: Value,
    _ read: (Text) throws(NumberError) -> Value
  ) throws(LeverFault) -> Value {
    let unit = unit.isEmpty ? "" : " \(unit)"
    let value: Value
    do throws(NumberError) {
      value = try read(text)
    } catch {
      throw LeverFault(message: "\(flag): \(error.sentence)", hint: error.advice)
    }
    switch bounds {
    case .aboveZero where value <= zero:
      throw LeverFault(
        message: "\(flag) is \(Printable.quote(text)); more than 0\(unit) is expected")
    case .zeroOrMore where value < zero:
      throw LeverFault(
        message: "\(flag) is \(Printable.quote(text)); 0\(unit) or more is expected")
    case .aboveZero, .zeroOrMore: return value
    }
  }
}
