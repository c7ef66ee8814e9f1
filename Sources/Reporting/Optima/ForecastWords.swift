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
  var text: String { "\(advice) \(otherwise)" }

  private var advice: String {
    let condition = isByContract ? "" : ", if the basic charge is to go by contract demand"
    let load = growth > .zero ? ", with the load \(style.percent(growth)) higher" : ""
    let exceeded =
      forecast.exceedance > .zero
      ? "\(PercentWords.share(forecast.exceedance)) of months like these go beyond what it allows"
      : "no month like these goes beyond what it allows"
    let dearest =
      forecast.worstCase == forecast.expectedCost
      ? "" : " on average and \(money(forecast.worstCase)) in the dearest"
    return
      "For \(forecast.month)\(load), declare \(power(forecast.recommended))\(condition): demand then costs "
      + "\(money(forecast.expectedCost)) a month\(dearest), and \(exceeded)."
  }

  private var otherwise: String {
    let best =
      forecast.optimum == forecast.recommended
      ? "No other value is expected to cost less"
      : "A demand higher than any so far is allowed for by a margin of "
        + "\(style.percent(forecast.margin)); without it, \(power(forecast.optimum)) would be best"
    guard let actual = forecast.actualDemandCost else { return best + "." }
    return best + ". By actual demand a month would cost \(money(actual))"
      + (forecast.actualDemandIsBetter
        ? ", less than with any value that is declared ahead." : ", which is no less.")
  }

  private func power(_ power: Power) -> String { "\(style.number(power, atMost: 1)) kW" }

  private func money(_ amount: Money) -> String {
    "\(style.number(amount, digits: 2)) \(currency)"
  }
}
