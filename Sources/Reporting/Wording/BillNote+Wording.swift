import Billing
import Quantities
import Use

extension BillNote {
  /// The stable name of the note.
  package var code: String {
    switch self {
    case .billedUnderFallback: return "billed-under-fallback"
    case .noEnergyNoPowerFactor: return "no-energy-no-power-factor"
    case .noPowerFactorStandard: return "no-power-factor-standard"
    case .coarseDemand: return "coarse-demand"
    case .slidingDemand: return "sliding-demand"
    case .shortHistory: return "short-history"
    case .annualMinimumOpen: return "annual-minimum-open"
    case .priceGiven: return "price-given"
    case .asOf: return "as-of"
    case .estimated: return "estimated"
    case .registersDiffer: return "registers-differ"
    case .splitByDays: return "split-by-days"
    case .noLossRule: return "no-loss-rule"
    case .marketWithoutCurve: return "market-without-curve"
    case .weatherUnknown: return "weather-unknown"
    }
  }

  /// How much it matters.
  package var severity: ProblemSeverity {
    switch self {
    case .estimated, .billedUnderFallback, .coarseDemand, .shortHistory, .registersDiffer,
      .splitByDays,
      .noLossRule, .marketWithoutCurve, .weatherUnknown:
      return .warning
    case .noEnergyNoPowerFactor, .noPowerFactorStandard, .slidingDemand, .annualMinimumOpen,
      .priceGiven, .asOf:
      return .info
    }
  }

  /// The note as a sentence in the language of the answer.
  package var text: String { say(sentence) }

  /// The note as a sentence.
  package var sentence: Message {
    let style = NumberStyle.grouped
    switch self {
    case .estimated(let use, let least):
      let intervals: Message =
        "\(style.count(use.intervals)) interval\(use.intervals == 1 ? "" : "s")"
      let rest: Message? = least.map {
        "; with nothing in them it would be \(style.number($0, atLeast: 2))"
      }
      return """
        the bill is estimated: \(intervals) of \(style.number(use.energy.quantity)) kWh in all were \
        filled in, as asked, and not metered\(rest ?? "")
        """
    case .billedUnderFallback(let named, let billed, let capacity):
      return """
        With \(style.number(capacity)) kVA the account is not eligible for \(named); it is billed \
        under \(billed).
        """
    case .noEnergyNoPowerFactor:
      return "No energy was used, so there is no power factor and no adjustment for it."
    case .noPowerFactorStandard:
      return """
        By the tariff's rule no power-factor standard applies to the account; nothing is adjusted. \
        power_factor_standard sets one.
        """
    case .coarseDemand(let interval, let demand):
      return """
        Maximum demand was taken from intervals of \(UnitWords.duration(seconds: interval)); the \
        tariff meters \(UnitWords.duration(seconds: demand)), so the billed demand may be higher.
        """
    case .slidingDemand(let fixed, let sliding):
      return """
        Over any stretch as long as the demand interval the maximum is \
        \(Self.demand(sliding)), over fixed intervals \(Self.demand(fixed)), which is billed; a \
        register that slides reads the higher figure.
        """
    case .shortHistory(let known, let needed):
      return """
        The tariff bills on the demand of \(needed) earlier months, of which \
        \(Self.areKnown(known)); the billed demand may be higher.
        """
    case .annualMinimumOpen(let known):
      return """
        The annual minimum is settled over a whole calendar year, of whose months \
        \(Self.areKnown(known)); none is charged.
        """
    case .priceGiven(let name, let price):
      return
        "The price \(ComponentWords.name(name)) = \(style.number(price)) was \(SourceWords.given)."
    case .asOf(let month):
      return "Rules and prices are those of \(month), as asked for."
    case .splitByDays(let days):
      return """
        Rules or prices change on \(days.map(\.description).joined(separator: ", ")); registers do \
        not tell when energy was used, so it was split by days.
        """
    case .marketWithoutCurve:
      return """
        The account buys in the market, but its prices are not known (curve.csv); the printed prices \
        were billed.
        """
    case .weatherUnknown(let days, let start, let celsius, let running):
      let rule: Message =
        running == 1
        ? "on a day" : "after \(running) days running, the day among them,"
      return """
        The hours are others \(rule) of \(style.number(celsius)) °C or more; weather.csv has no \
        max_celsius for \(days) day\(days == 1 ? "" : "s") from \(start) on, which were billed as \
        ordinary days.
        """
    case .noLossRule:
      return """
        The meter is on the low-voltage side, but the tariff has no rule on transformer losses; \
        none were added.
        """
    case .registersDiffer(let sum, let total):
      return """
        The registers by period add up to \(style.number(sum.quantity)) kWh, the total register \
        reads \(style.number(total.quantity)) kWh.
        """
    }
  }

  private static func areKnown(_ count: Int) -> Message {
    switch count {
    case 0: return "none is known"
    case 1: return "one is known"
    default: return "\(count) are known"
    }
  }

  private static func demand(_ demand: MaximumDemandText) -> String {
    let power = "\(NumberStyle.grouped.number(demand.power)) kW"
    return demand.start.map { "\(power) (\(TimeWords.moment($0)))" } ?? power
  }
}
