import Documents
import Quantities
import Use

/// What happens to an account, in the words of `events.csv` and `adjustments.csv`.
extension CaseAccountReader {

  mutating func readEvents(_ account: ElementReader, units: [InstalledUnit]) -> [AccountEvent] {
    var read: [(event: AccountEvent, element: ElementReader)] = []
    var isComplete = true
    for element in account.children(named: "event") {
      if let event = readEvent(element) {
        read.append((event, element))
      } else {
        isComplete = false
      }
    }
    // What an event that could not be read would have changed is not known.
    if isComplete { CaseEventCheck(units: units).check(read) }
    return read.map(\.event)
  }

  private mutating func readEvent(_ element: ElementReader) -> AccountEvent? {
    let words = [
      "pause", "resume", "add", "remove", "replace", "contract", "method", "tariff", "voltage",
    ]
    let date = element.required("date", .date)
    guard let word = element.required("event", .choice(words.map { ($0, $0) })),
      let change = readChange(word, element), let date
    else { return nil }
    return AccountEvent(date: date, change: change)
  }

  private mutating func readChange(
    _ word: String, _ element: ElementReader
  ) -> AccountEvent.Change? {
    switch word {
    case "pause", "resume", "remove":
      element.expect(attributes: ["date", "event", "transformer"])
      guard let unit = element.required("transformer", .name) else { return nil }
      return word == "pause"
        ? .pause(unit: unit) : word == "resume" ? .resume(unit: unit) : .remove(unit: unit)
    case "add", "replace":
      element.expect(attributes: ["date", "event", "transformer", "value"])
      let unit = element.required("transformer", .name)
      let capacity = element.required("value", ValueForm<Power>.positive)
      guard let unit, let capacity else { return nil }
      return word == "add"
        ? .add(unit: unit, capacity: capacity) : .replace(unit: unit, capacity: capacity)
    default:
      element.expect(attributes: ["date", "event", "value"])
      return readSetting(word, element)
    }
  }

  private mutating func readSetting(
    _ word: String, _ element: ElementReader
  ) -> AccountEvent.Change? {
    switch word {
    case "contract":
      return element.required("value", ValueForm<Power>.notNegative).map { .contract($0) }
    case "method":
      return element.required("value", ValueForm<BasicChargeMethod>.word).map { .method($0) }
    case "tariff":
      guard let tariff = element.required("value", .name) else { return nil }
      mention(tariff: tariff, at: element.range(of: "value"))
      return .tariff(tariff)
    default:
      return element.required("value", .voltage).map { .voltage($0) }
    }
  }

  mutating func readAdjustments(_ account: ElementReader) -> [Adjustment] {
    var adjustments: [Adjustment] = []
    for element in account.children(named: "adjustment") {
      element.expect(
        attributes: ["month", "charge", "kWh", "price", "amount", "in-power-factor-base"])
      let month = element.required("month", .month)
      let name = element.required("charge", .name)
      let value = Self.readWorth(element)
      let inBase = element.optional("in-power-factor-base", .yesOrNo)
      if let month { mention(month: month, at: element.range(of: "month")) }
      guard let month, let name, let value else { continue }
      adjustments.append(
        Adjustment(month: month, name: name, value: value, isInPowerFactorBase: inBase ?? false))
    }
    return adjustments
  }

  private static func readWorth(_ element: ElementReader) -> Adjustment.Value? {
    switch element.exactlyOne(of: ["kWh", "amount"]) {
    case "amount":
      if element.has("price") {
        element.report(
          .conflictingAttributes, at: "price",
          """
          <adjustment> has "amount" and "price", which exclude each other; "kWh" and \
          "price" are expected, or "amount"
          """)
      }
      return element.optional("amount", ValueForm<Money>.number).map { .amount($0) }
    case "kWh":
      let energy = element.optional("kWh", ValueForm<Quantity>.number)
      let price = element.required("price", ValueForm<Price>.number)
      guard let energy, let price else { return nil }
      return .energy(energy, price: price)
    default: return nil
    }
  }
}
