import Quantities

extension Account {
  /// Sets a particular from its text, the same way for tables, flags and worked cases.
  ///
  /// - Parameters:
  ///   - field: The particular.
  ///   - text: Its value as written; empty leaves the particular as it is.
  /// - Throws: ``AccountError`` with what was read and what is expected.
  public mutating func set(_ field: AccountField, to text: String) throws(AccountError) {
    guard !text.isEmpty else { return }
    switch field {
    case .account: id = text
    case .name: name = text
    case .industry: industry = text
    case .tariff: tariff = text
    case .voltage: voltage = try Self.word(text, field, { Voltage($0) }, Voltage.allCases)
    case .transformers: transformers = try TransformerSet(text)
    case .highVoltageMotors: highVoltageMotors = try Self.power(text, field)
    case .basicCharge:
      basicCharge = try Self.word(
        text, field, BasicChargeMethod.init(rawValue:), BasicChargeMethod.allCases)
    case .contractDemand: contractDemand = try Self.power(text, field)
    case .excessRule:
      excessReading = try Self.word(
        text, field, ExcessReading.init(rawValue:), ExcessReading.allCases)
    case .powerFactorStandard:
      if text == "none" {
        powerFactorStandard = .none
      } else {
        powerFactorStandard = .set(
          try Self.word(
            text, field, { PowerFactorStandard(text: $0) }, PowerFactorStandard.allCases))
      }
    case .meteringSide:
      meteringSide = try Self.word(
        text, field, MeteringSide.init(rawValue:), [MeteringSide.highVoltage, .lowVoltage])
    case .multiplier: multiplier = try Self.multiplier(text)
    case .readingDay:
      guard let day = Int(text), (1...28).contains(day) else {
        throw .field(
          field, read: text, expected: "a day from 1 to 28",
          hint: "leave it empty for calendar months")
      }
      readingDay = day
    case .energised:
      guard let date = CalendarDate(iso: text) else {
        throw .field(field, read: text, expected: "a date such as 2019-03-01", hint: nil)
      }
      energised = date
    case .energySource:
      energySource = try Self.word(
        text, field, EnergySource.init(rawValue:), EnergySource.allCases)
    }
  }

  private static func word<Value: RawRepresentable<String>>(
    _ text: String, _ field: AccountField, _ read: (String) -> Value?, _ known: [Value]
  ) throws(AccountError) -> Value {
    if let value = read(text) { return value }
    throw .field(
      field, read: text,
      expected: Message.alternatives(known.map { Message(verbatim: $0.rawValue) }), hint: nil)
  }

  private static func power(
    _ text: String, _ field: AccountField
  ) throws(AccountError) -> Power {
    do throws(NumberError) {
      let value = try Power(text)
      guard !value.isNegative else { throw NumberError.negative(text: text) }
      return value
    } catch {
      throw .field(field, read: text, expected: "a number of kilowatts", hint: error.advice)
    }
  }

  private static func multiplier(_ text: String) throws(AccountError) -> Rate {
    do throws(NumberError) {
      let value = try Rate(text)
      guard value > .zero else { throw NumberError.negative(text: text) }
      return value
    } catch {
      throw .field(
        .multiplier, read: text, expected: "a number above zero, such as 4000",
        hint: error.advice)
    }
  }
}
