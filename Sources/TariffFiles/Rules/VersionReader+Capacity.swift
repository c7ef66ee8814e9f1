import Documents
import Quantities
import Tariffs

/// What transformers lose, and what is due for them while they are sealed.
extension VersionReader {

  func readPauses(_ basic: ElementReader, within source: Source?) -> PauseRule {
    guard let pauses = basic.child(named: "pauses") else { return .since2016 }
    pauses.expect(
      attributes: [
        "least-days", "most-a-year", "most-months-a-year", "percent-still-due", "within-months",
        "source", "page",
      ])
    let rule = sources.rule(for: pauses, within: source)
    let leastDays = pauses.required("least-days", .whole(1...366))
    let mostAYear = pauses.optional("most-a-year", .whole(1...366))
    let mostMonths = pauses.optional("most-months-a-year", .whole(1...12))
    let share = pauses.optional("percent-still-due", .positivePercent)
    let months = pauses.optional("within-months", .whole(1...1200))
    if let share, share > .one {
      pauses.report(
        .number, at: "percent-still-due",
        "for a paused transformer 100 percent is due at the most, but \(share.percentText) was read"
      )
    }
    if pauses.has("within-months"), !pauses.has("percent-still-due") {
      pauses.report(
        .misplacedRule, at: "within-months",
        """
        "within-months" limits how long a share is still due, but there is no \
        "percent-still-due"; both are expected, or neither
        """)
    }
    return PauseRule(
      leastDays: leastDays ?? PauseRule.since2016.leastDays, mostAYear: mostAYear,
      mostMonthsAYear: mostMonths ?? PauseRule.since2016.mostMonthsAYear,
      shareStillDue: share ?? .zero, stillDueWithinMonths: months, rule: rule)
  }

  func readLosses(within source: Source?) -> LossRule? {
    guard let losses = element.child(named: "losses") else { return nil }
    losses.expect(
      attributes: [
        "hours", "reactive-percent", "line-loss-on", "allocation", "in-power-factor", "source",
        "page",
      ], children: ["copper"])
    let rule = sources.rule(for: losses, within: source)
    let hours = losses.required("hours", .whole(1...744))
    let allocation = losses.required("allocation", ValueForm<LossRule.Allocation>.word)
    let counts = losses.required("in-power-factor", .yesOrNo)
    let lineLossBase = losses.optional("line-loss-on", ValueForm<LossRule.LineLossBase>.word)
    let copper = readCopper(losses)
    let reactive: Rate?
    if case .physics = copper {
      reactive = nil
      if losses.has("reactive-percent") {
        losses.report(
          .misplacedRule, at: "reactive-percent",
          """
          with by="physics" the reactive loss follows from the transformer's plate; no \
          "reactive-percent" is expected
          """)
      }
    } else {
      reactive = losses.required("reactive-percent", .positivePercent)
    }
    guard let hours, let allocation, let counts, let copper else { return nil }
    return LossRule(
      hoursPerMonth: hours, copper: copper, reactiveCopper: reactive,
      lineLossBase: lineLossBase ?? .meteredAndTransformer, allocation: allocation,
      countsInPowerFactor: counts, rule: rule)
  }

  private func readCopper(_ losses: ElementReader) -> LossRule.Copper? {
    let children = losses.requiredChildren(named: "copper")
    if let physics = children.first(where: { $0.has("by") }) {
      physics.expect(attributes: ["by", "source", "page"])
      _ = sources.rule(for: physics)
      if let other = children.first(where: { $0.element.startTag != physics.element.startTag }) {
        other.report(
          .repeatedElement,
          """
          <copper by="physics"/> of line \(physics.line) tells all load losses; no other <copper> \
          is expected beside it
          """)
      }
      return physics.required("by", .choice([("physics", LossRule.Copper.physics)]))
    }
    var bands: [LossRule.Band] = []
    for child in children {
      child.expect(attributes: ["up-to-load-percent", "percent", "source", "page"])
      _ = sources.rule(for: child)
      let upTo = child.optional("up-to-load-percent", .positivePercent)
      guard let share = child.required("percent", .positivePercent) else { continue }
      bands.append(.init(upTo: upTo, share: share))
    }
    checkTierLimits(children, limits: "up-to-load-percent")
    return bands.isEmpty ? nil : .bands(bands)
  }
}
