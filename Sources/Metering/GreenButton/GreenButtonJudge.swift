import Quantities

/// Judges by its reading type and service what a channel is.
struct GreenButtonJudge {
  let type: GreenButtonType
  /// The code of the usage point's service, where there is one.
  let service: Int64?

  private static let services: [Int64: Message] = [
    1: "gas", 2: "water", 3: "time", 4: "heat", 5: "refuse", 6: "sewerage", 7: "rates",
    8: "television licence", 9: "internet",
  ]

  private static let commodities: [Int64: Message] = [
    3: "communication", 4: "air", 5: "insulating gas", 6: "insulating oil", 7: "natural gas",
    8: "propane", 9: "drinking water", 10: "steam", 11: "waste water", 12: "heating fluid",
    13: "cooling fluid", 14: "non-potable water", 15: "nitrous oxides", 16: "sulphur dioxide",
    17: "methane", 18: "carbon dioxide", 19: "carbon", 20: "hexachlorocyclohexane",
    21: "perfluorocarbons", 22: "sulphur hexafluoride", 23: "television licence", 24: "internet",
    25: "refuse",
  ]

  func verdict() -> GreenButtonVerdict {
    if let fault = type.unreadable {
      return .refused(
        code: "load-reading-type",
        message:
          """
          \(LoadEvidence.quoted(fault.text)) stands for <\(fault.field)>, but a whole number is \
          expected
          """,
        hint: nil)
    }
    guard let code = type[.uom] else {
      return .refused(
        code: "load-unit", message: "the reading type names no unit of measure (uom)", hint: nil)
    }
    guard let (name, kind) = GreenButtonUnit.unit(code) else {
      return .refused(
        code: "load-unit", message: "uom \(code) is no unit of measure that meters of ESPI have",
        hint: "72 is Wh, 73 is varh, 38 is W")
    }
    let multiplier = type[.powerOfTenMultiplier] ?? 0
    guard GreenButtonScale.multipliers.contains(multiplier) else {
      return .refused(
        code: "load-multiplier",
        message:
          """
          powerOfTenMultiplier \(multiplier) was read; one of -12, -9, -6, -3 to 3, 6, 9, 12 is \
          expected
          """, hint: nil)
    }
    let unit = GreenButtonUnit.prefixed(name, multiplier: Int(multiplier))
    if let foreign = foreignService(unit: unit, kind: kind) { return foreign }
    return verdict(code: code, unit: unit, kind: kind, multiplier: Int(multiplier))
  }

  /// What the channel is if it is not of electricity.
  private func foreignService(unit: String, kind: GreenButtonUnit.Kind) -> GreenButtonVerdict? {
    if let service, service != 0 {
      let name: Message? = Self.services[service].map { "the service is \($0)" }
      return .leftOut(
        channel: unit,
        reason: "\(name ?? "the service has no name in ESPI") (ServiceCategory kind \(service))")
    }
    let commodity = type[.commodity] ?? 0
    let isElectricity = (0...2).contains(commodity)
    if isElectricity, kind != .otherService { return nil }
    let name: Message = Self.commodities[commodity] ?? "no commodity of ESPI"
    if service == nil, commodity == 0 || !isElectricity {
      let reason: Message =
        isElectricity ? "\(unit) is no unit of electricity" : "it counts \(name)"
      return .leftOut(channel: unit, reason: reason)
    }
    let found: Message =
      isElectricity ? Message(verbatim: unit) : "\(name) (commodity \(commodity))"
    return .refused(
      code: "load-unit",
      message: "the service is electricity, but the reading type counts \(found)",
      hint: "one of the two is wrong; ask the utility which")
  }

  private func verdict(
    code: Int64, unit: String, kind: GreenButtonUnit.Kind, multiplier: Int
  ) -> GreenButtonVerdict {
    let measure: SeriesMeasure
    switch kind {
    case .activeEnergy: measure = .activeEnergy
    case .reactiveEnergy: measure = .reactiveEnergy
    case .activePower: measure = .activePower
    case .reactivePower: measure = .reactivePower
    case .electrical, .otherService, .none:
      return .leftOut(channel: unit, reason: "\(unit) is neither energy nor power")
    }
    if let reason = unsummable(measure) { return .leftOut(channel: unit, reason: reason) }
    let flow = type[.flowDirection]
    guard let direction = Self.direction(flow, isReactive: measure.isReactive) else {
      return .leftOut(
        channel: unit,
        reason: "it counts only a part of the quadrants (flowDirection \(flow ?? 0))")
    }
    return .used(
      measure: measure, direction: direction, unit: unit,
      scale: GreenButtonScale(
        millijoules: GreenButtonUnit.millijoules(code), multiplier: multiplier,
        isPower: measure.isPower))
  }

  /// Why readings are not what flowed over their interval, if they are not.
  private func unsummable(_ measure: SeriesMeasure) -> Message? {
    let qualifier = type[.dataQualifier] ?? 0
    let isMean = qualifier == 2
    switch qualifier {
    case 0, 12: break
    case 2 where measure.isPower: break
    case 8: return "its values are maxima (dataQualifier 8)"
    case 9: return "its values are minima (dataQualifier 9)"
    default: return "its values are not plain readings (dataQualifier \(qualifier))"
    }
    // Of a dial the file does not say at which end of its period it was read, so that a difference
    // of two readings could lie an interval early or late: in another tariff period.
    let dial: Message = "its values are readings of a dial, not what flowed in each interval"
    switch type[.accumulationBehaviour] ?? 0 {
    case 0, 4: return nil
    case 1: return "\(dial) (accumulationBehaviour 1, bulk quantity)"
    case 2: return "\(dial) (accumulationBehaviour 2, continuous cumulative)"
    case 3: return "\(dial) (accumulationBehaviour 3, cumulative)"
    case 9: return "\(dial) (accumulationBehaviour 9, summation)"
    case 6 where measure.isPower: return nil
    case 12 where measure.isPower && isMean: return nil
    case 12: return "its values hold for an instant only (accumulationBehaviour 12)"
    case let other: return "its values cannot be added up (accumulationBehaviour \(other))"
    }
  }

  /// Which way a channel flows; nothing for single quadrants that are only a part of a way.
  private static func direction(_ flow: Int64?, isReactive: Bool) -> FlowDirection? {
    switch (flow, isReactive) {
    case (1, _): return .imported
    case (19, _): return .exported
    case (8, false): return .imported
    case (10, false): return .exported
    // Lagging, and quadrant 1, which is the lagging one while energy is drawn.
    case (2, true), (5, true), (15, true): return .imported
    // Leading, and quadrant 4, which is the leading one while energy is drawn.
    case (3, true), (13, true), (18, true): return .exported
    case (nil, _), (0, _), (4, _), (20, _): return .unknown
    default: return nil
    }
  }
}
