import Advice
import Quantities

/// The contract demand to declare for the month after the data, in words.
struct ForecastWords {
  let forecast: FilingForecast
  let currency: String
  /// By how much the load is taken to grow. [fraction of one]
  let growth: Rate
  /// Whether the last of the months is billed on a contract demand.
  let isByContract: Bool

  private var style: NumberStyle { .grouped }

  /// A few sentences.
  var text: String { advice + otherwise }

  private var advice: String {
    let load =
      growth > .zero ? Phrase.text("forecast.growth", ["share": style.percent(growth)]) : ""
    let exceeded =
      forecast.exceedance > .zero
      ? Phrase.text("forecast.exceeded", ["share": PercentWords.share(forecast.exceedance)])
      : Phrase.text("forecast.never")
    let dearest =
      forecast.worstCase == forecast.expectedCost
      ? "" : Phrase.text("forecast.dearest", ["cost": money(forecast.worstCase)])
    return Phrase.text(
      "forecast.declare",
      [
        "month": forecast.month.description, "growth": load, "power": power(forecast.recommended),
        "condition": isByContract ? "" : Phrase.text("forecast.condition"),
        "cost": money(forecast.expectedCost), "dearest": dearest, "exceeded": exceeded,
      ])
  }

  private var otherwise: String {
    let best =
      forecast.optimum == forecast.recommended
      ? Phrase.text("forecast.best")
      : Phrase.text(
        "forecast.margin",
        ["margin": style.percent(forecast.margin), "power": power(forecast.optimum)])
    let stop = Phrase.text("forecast.stop")
    guard let actual = forecast.actualDemandCost else { return best + stop }
    return best + stop + Phrase.text("forecast.actual", ["cost": money(actual)])
      + Phrase.text(
        forecast.actualDemandIsBetter ? "forecast.actual_less" : "forecast.actual_more")
  }

  private func power(_ power: Power) -> String { "\(style.number(power, atMost: 1)) kW" }

  private func money(_ amount: Money) -> String {
    "\(style.number(amount, digits: 2)) \(currency)"
  }
}
