import Documents
import Quantities
import Tariffs
import Use

/// What supplies an account, and what of its energy is billed apart.
extension CaseAccountReader {

  static func readUnits(_ account: ElementReader) -> [InstalledUnit] {
    let elements = account.children(named: "transformer")
    if !elements.isEmpty, account.has("transformers") {
      account.report(
        .conflictingAttributes, at: "transformers",
        "<account> has \"transformers\" and <transformer>, which exclude each other; one is expected"
      )
    }
    var units: [InstalledUnit] = []
    var first: [String: Int] = [:]
    for element in elements {
      element.expect(
        attributes: ["id", "kVA", "state", "p0", "pk", "i0-percent", "uk-percent"])
      let id = element.required("id", .name)
      let capacity = element.required("kVA", ValueForm<Power>.positive)
      let standby = element.optional("state", Self.standby)
      let losses = readLosses(element)
      guard let id, isNew(id, in: &first, element), let capacity else { continue }
      units.append(
        InstalledUnit(
          id: id, capacity: capacity, group: units.count, standby: standby ?? .none, losses: losses)
      )
    }
    return units
  }

  private static func readLosses(_ element: ElementReader) -> InstalledUnit.Losses? {
    let further = ["pk", "i0-percent", "uk-percent"]
    guard element.has("p0") || further.contains(where: element.has) else { return nil }
    let noLoad = element.required("p0", ValueForm<Power>.notNegative)
    let load = element.optional("pk", ValueForm<Power>.notNegative)
    let current = element.optional("i0-percent", .positivePercent)
    let voltage = element.optional("uk-percent", .positivePercent)
    return noLoad.map {
      .init(noLoad: $0, load: load, noLoadCurrent: current, shortCircuitVoltage: voltage)
    }
  }

  static func readLines(_ account: ElementReader) -> [SupplyLine] {
    var lines: [SupplyLine] = []
    var first: [String: Int] = [:]
    for element in account.children(named: "supply-line") {
      element.expect(attributes: ["id", "kVA", "contract-demand", "hv-motors", "standby"])
      let id = element.required("id", .name)
      let capacity = element.required("kVA", ValueForm<Power>.notNegative)
      let contract = element.optional("contract-demand", ValueForm<Power>.notNegative)
      let motors = element.optional("hv-motors", ValueForm<Power>.notNegative)
      let standby = element.optional("standby", Self.standby)
      guard let id, isNew(id, in: &first, element), let capacity else { continue }
      lines.append(
        SupplyLine(
          id: id, capacity: capacity, highVoltageMotors: motors ?? .zero, contractDemand: contract,
          standby: standby ?? .none))
    }
    return lines
  }

  mutating func readSubMeters(_ account: ElementReader) -> [SubMeter] {
    var meters: [SubMeter] = []
    var first: [String: Int] = [:]
    for element in account.children(named: "sub-meter") {
      element.expect(
        attributes: [
          "id", "method", "value", "taken-from", "tariff", "voltage", "in-power-factor-base",
        ])
      let id = element.required("id", .name)
      let measure = Self.readMeasure(element)
      let taken = element.optional("taken-from", ValueForm<SubMeter.Taking>.word)
      let tariff = element.required("tariff", .name)
      let voltage = element.optional("voltage", .voltage)
      let inBase = element.optional("in-power-factor-base", .yesOrNo)
      if let tariff { mention(tariff: tariff, at: element.range(of: "tariff")) }
      guard let id, Self.isNew(id, in: &first, element), let measure, let tariff else { continue }
      meters.append(
        SubMeter(
          id: id, measure: measure, takenFrom: taken ?? .flat, tariff: tariff, voltage: voltage,
          isInPowerFactorBase: inBase ?? false))
    }
    return meters
  }

  private static func readMeasure(_ element: ElementReader) -> SubMeter.Measure? {
    let method = element.required(
      "method", .choice([("meter", "meter"), ("ratio", "ratio"), ("quantity", "quantity")]))
    switch method {
    case "ratio":
      return element.required("value", .positivePercent).map { .ratio($0) }
    case "quantity":
      return element.required("value", .energy).map { .quantity($0) }
    case "meter":
      if element.has("value") {
        element.report(
          .conflictingAttributes, at: "value",
          "a sub-meter that is read has no fixed value; its energy is expected in each <month>",
          hint: "for a share in percent write method=\"ratio\", for kWh method=\"quantity\"")
      }
      return .meter
    default: return nil
    }
  }

  private static var standby: ValueForm<TransformerSet.Standby> {
    .choice([("none", .none), ("hot", .hot), ("cold", .cold)])
  }

  private static func isNew(
    _ id: String, in first: inout [String: Int], _ element: ElementReader
  ) -> Bool {
    guard let line = first[id] else {
      first[id] = element.line
      return true
    }
    element.report(
      .duplicateName, at: "id",
      "there is a second \(element.title) \(Printable.quote(id)); the first stands in line \(line)")
    return false
  }
}
