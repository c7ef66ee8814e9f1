import Advice
import Quantities

/// A change in one line, as short as a table of several needs it.
enum LeverChange {
  /// What the change is, or from what to what it goes.
  static func text(_ saving: LeverSaving) -> String {
    let style = NumberStyle.grouped
    switch saving.lever {
    case .shiftFlexible(let shift):
      return Phrase.text(
        "setting.flexible",
        [
          "share": style.percent(shift.share),
          "within": Phrase.text("within.\(shift.within.rawValue)"),
        ])
    case .batches(let batches):
      return batches.map(\.name).joined(separator: Phrase.text("list.comma"))
    case .storage(let battery):
      return Phrase.text(
        "setting.storage",
        [
          "kwh": style.number(battery.capacity.quantity), "kw": style.number(battery.power),
        ])
    case .shiftShares, .pause:
      return LeverWords.value(saving.lever, saving.to)
    case .compensation, .transformers, .voltage, .tariff, .singlePart, .basicCharge,
      .contractDemand:
      guard let from = saving.from else { return short(saving.lever, saving.to) }
      return "\(short(saving.lever, from)) → \(short(saving.lever, saving.to))"
    }
  }

  /// A value, or what the values of several months are.
  private static func short(_ lever: Lever, _ setting: Setting?) -> String {
    switch (lever, setting) {
    case (.basicCharge, .always(let method)): return Self.method(method)
    case (_, nil), (_, .always): return LeverWords.value(lever, setting)
    case (_, .steps(let steps)) where steps.count == 1: return LeverWords.value(lever, setting)
    case (.contractDemand, .steps(let steps)):
      let values = steps.compactMap { try? Power($0.value) }
      guard let least = values.min(), let most = values.max() else {
        return Phrase.text("setting.by_month")
      }
      return Phrase.text("setting.range", ["least": "\(least)", "most": "\(most)"])
    case (_, .steps(let steps)):
      var seen: [String] = []
      for step in steps where !seen.contains(step.value) { seen.append(step.value) }
      let methods = seen.map(Self.method).joined(separator: Phrase.text("setting.or"))
      return Phrase.text("setting.methods", ["methods": methods])
    }
  }

  private static func method(_ text: String) -> String {
    BasicChargeMethod(rawValue: text).map(ChargeWords.method) ?? text
  }
}

extension LeverWords {
  /// What a lever's flag says; nothing where it says nothing more than its name.
  static func target(_ lever: Lever) -> String? {
    switch lever {
    case .transformers(let set): return set.description
    case .voltage(let level): return level.rawValue
    case .tariff(let id): return id
    case .storage(let battery): return "\(battery.capacity):\(battery.power)"
    case .compensation(.powerFactor(let factor)): return factor.description
    case .compensation(.capacitors(let kvar, let steps)): return "\(kvar):\(steps)"
    case .shiftFlexible(let shift): return shift.share.percentText
    case .shiftShares, .batches, .pause, .singlePart, .basicCharge, .contractDemand: return nil
    }
  }
}
