import Documents
import Quantities
import Tariffs

/// Reads one version of a tariff.
struct VersionReader {

  let element: ElementReader
  let sources: SourceList
  let shared: SharedFiles

  /// Tariffs the eligibility rules name.
  var fallbacks: [TariffRecord.Fallback] = []
  /// The calendars by name; the one of the energy charge has the empty name.
  var calendars: [String: ReadCalendar] = [:]
  /// Calendars that were found wrong, of which nothing more need be said.
  var unreadable: Set<String> = []
  /// The windows of the demand charges read so far.
  var windows: [DemandWindow] = []
  /// The bill lines of the charges read so far, to be referred to by those after them.
  var lines: [String] = []

  static let charges = [
    "fixed-charge", "basic-charge", "energy-charge", "demand-charge", "reactive-charge",
    "reserve-charge", "export-credit", "power-factor", "tax", "minimum-bill",
  ]

  init(element: ElementReader, sources: SourceList, shared: SharedFiles) {
    self.element = element.takingShared(shared.rules)
    self.sources = sources
    self.shared = shared
  }

  mutating func read() -> TariffVersion? {
    let rules = ["eligibility", "calendar", "rounding", "demand-interval", "changes", "losses"]
    element.expect(
      attributes: ["from", "to", "source", "page"], children: rules + Self.charges)
    element.expectOrder(rules)
    expectChargesLast(rules)
    let inForce = element.dateRange()
    let rule = sources.rule(for: element)
    let eligibility = readEligibility(within: rule.source)
    readCalendars()
    let rounding = readRounding()
    let interval = readDemandInterval()
    let terms = readTerms(within: rule.source)
    let losses = readLosses(within: rule.source)
    let charges = readCharges()
    guard let inForce else { return nil }
    return TariffVersion(
      inForce: inForce, eligibility: eligibility,
      timeOfUse: calendars[""]?.calendar ?? .undivided, demandWindows: windows,
      demandIntervalSeconds: interval * 60, rounding: rounding, terms: terms, losses: losses,
      charges: charges, rule: rule)
  }

  private func expectChargesLast(_ rules: [String]) {
    var charge: ElementReader?
    for child in element.children {
      if Self.charges.contains(child.element.name) {
        charge = charge ?? child
      } else if let charge, rules.contains(child.element.name) {
        child.report(
          .elementOrder,
          """
          \(child.title) stands after \(charge.title) of line \(charge.line); it is expected \
          before the charges
          """)
      }
    }
  }

  private func readRounding() -> BillRounding {
    let standard = BillRounding()
    guard let rounding = element.child(named: "rounding") else { return standard }
    rounding.expect(
      attributes: [
        "money", "energy", "demand", "period-price", "before-funds", "mode", "source", "page",
      ])
    _ = sources.rule(for: rounding)
    return BillRounding(
      moneyDigits: rounding.optional("money", .roundingDigits(atMost: 6)) ?? standard.moneyDigits,
      energyDigits: rounding.optional("energy", .roundingDigits(atMost: Quantity.fractionDigits))
        ?? standard.energyDigits,
      demandDigits: rounding.optional("demand", .roundingDigits(atMost: Power.fractionDigits))
        ?? standard.demandDigits,
      periodPriceDigits: rounding.optional(
        "period-price", .roundingDigits(atMost: Price.fractionDigits))
        ?? standard.periodPriceDigits,
      roundsBeforeOwnLines: rounding.optional("before-funds", .yesOrNo)
        ?? standard.roundsBeforeOwnLines,
      mode: rounding.optional("mode", ValueForm<RoundingMode>.word) ?? standard.mode)
  }

  /// The length of the demand interval; 15 minutes where the tariff does not say. [min]
  private func readDemandInterval() -> Int {
    guard let interval = element.child(named: "demand-interval") else { return 15 }
    interval.expect(attributes: ["minutes", "source", "page"])
    _ = sources.rule(for: interval)
    return interval.required("minutes", .intervalMinutes) ?? 15
  }

  private func readTerms(within source: Source?) -> ChangeTerms {
    guard let changes = element.child(named: "changes") else { return .unbound }
    changes.expect(attributes: [
      "method-months", "contract-months", "method-notice-days", "contract-notice-days",
      "pause-notice-days", "source", "page",
    ])
    let rule = sources.rule(for: changes, within: source)
    let method = changes.required("method-months", .whole(1...120))
    let contract = changes.required("contract-months", .whole(1...120))
    return ChangeTerms(
      methodMonths: method ?? 1, contractMonths: contract ?? 1,
      methodNoticeDays: changes.optional("method-notice-days", .whole(1...120)),
      contractNoticeDays: changes.optional("contract-notice-days", .whole(1...120)),
      pauseNoticeDays: changes.optional("pause-notice-days", .whole(1...120)), rule: rule)
  }
}

extension ElementReader {

  /// The days of `from` and `to`, of which `to` may be left out.
  func dateRange() -> DateRange? {
    let from = required("from", .date)
    let to = optional("to", .date)
    guard let from, to != nil || !has("to") else { return nil }
    guard let range = DateRange(from: from, to: to) else {
      report(
        .backwards, at: "to",
        "\(title) ends on \(to?.description ?? ""), before it begins on \(from)",
        hint: "are \"from\" and \"to\" exchanged?")
      return nil
    }
    return range
  }
}
