import Advice
import Quantities

/// Findings in words, with the figures they rest on.
struct FindingWords {
  let finding: Finding
  let currency: String

  private var style: NumberStyle { .grouped }

  /// One or two sentences.
  var text: String {
    switch finding.code {
    case .floorBinds:
      return
        "The basic charge bills \(power("floor_kw")) kW, the floor, although the load never passed "
        + "\(power("max_demand_kw")) kW\(months). Demand that was not used cost "
        + "\(money("paid_for_unused_demand"))."
    case .oversizedTransformer:
      let remedy = word("transformers_kva").map {
        " \($0) kVA would do and save \(money("saving"))."
      }
      return
        "The transformers of \(power("capacity_kva")) kVA are loaded to \(percent("load_ratio")) "
        + "at the most (\(power("max_demand_kw")) kW)." + (remedy ?? "")
    case .undersizedTransformer:
      return
        "The transformers of \(power("capacity_kva")) kVA are loaded to \(percent("load_ratio")), "
        + "above the \(percent("loading_limit")) planned for."
    case .demandExceedsCapacity:
      return
        "A demand of \(power("max_demand_kw")) kW is more than transformers of "
        + "\(power("capacity_kva")) kVA can carry (\(percent("load_ratio"))): capacity, multiplier "
        + "or unit is wrong."
    case .standbyCharged:
      return
        "\(power("standby_kva")) kVA in hot standby are billed. Sealed by the utility, with "
        + "\(power("capacity_sealed_kva")) kVA left, the bills would be \(money("saving")) less."
    case .pausePossible:
      return
        "Transformers could be paused in months of low load (\(words("pauses"))): what is left "
        + "would be loaded to \(percent("load_ratio_of_the_rest")) at the most, and the bills would be "
        + "\(money("saving")) less."
    case .methodNotCheapest:
      return
        "The basic charge by \(method("cheapest_method")) would be \(money("saving")) less than by "
        + "\(method("method"))."
    case .contractTooHigh:
      return
        "A contract demand of \(power("best_contract_demand_kw")) kW would cost \(money("saving")) "
        + "less than one of \(power("contract_demand_kw")) kW, excess included; demand reached "
        + "\(power("max_demand_kw")) kW at the most."
    case .contractTooLow:
      return
        "Demand went beyond what the contract demand of \(power("contract_demand_kw")) kW allows"
        + "\(months), up to \(power("max_demand_kw")) kW, which is charged double; a contract demand "
        + "of \(power("best_contract_demand_kw")) kW would cost \(money("saving")) less."
    case .discountWithinReach:
      return
        "The discount for use per kVA was missed\(months); in \(word("nearest_month") ?? "") by "
        + "\(quantity("missing_kwh")) kWh only. It would have been \(money("worth_of_the_discount"))"
        + " off the basic charge."
    case .discountLost:
      return
        "The discount for use per kVA, earned in other months, was missed\(months); in "
        + "\(word("nearest_month") ?? "") by \(quantity("missing_kwh")) kWh only. It would have been "
        + "\(money("worth_of_the_discount")) off the basic charge."
    case .peakSetByOneEvent:
      return
        "One event alone set the maximum demand\(months): \(power("max_demand_kw")) kW at "
        + "\(word("at") ?? "") against \(power("next_event_kw")) kW in the rest of that month. "
        + "Kept to the next highest, the bills would be \(money("worth")) less."
    case .peakHeavy:
      return
        "\(percent("sharp_and_peak_share")) of the energy falls into sharp and peak hours; a load "
        + "without ups and downs would have \(percent("share_of_an_even_load"))\(evenLoad)."
    case .valleyUnused:
      return
        "Only \(percent("valley_share")) of the energy falls into the cheap valley hours; a load "
        + "without ups and downs would have \(percent("share_of_an_even_load"))\(evenLoad)."
    case .powerFactorPenalty:
      return "A power factor below the standard cost \(money("penalty"))\(months)."
    case .powerFactorNearStep:
      return
        "One hundredth more of power factor would be worth \(money("gain_of_one_hundredth"))"
        + "\(months)."
    case .overCompensation, .wrongPowerFactorStandard, .wrongPriceRow, .lossesBilledLowVoltage,
      .singlePartCheaper, .agentOneAndAHalf, .priceAbovePeers, .basicShareAbovePeers, .idleMonth,
      .dataGap, .dataSuspect, .multiplierSuspect, .billDiffers:
      return furtherText
    }
  }

  /// What the shares of an even load would save, where they would.
  private var evenLoad: String {
    guard case .money = finding.value("saving_of_an_even_load") else { return "" }
    return " and cost \(money("saving_of_an_even_load")) less"
  }

  var months: String {
    guard case .months(let months) = finding.value("months") else { return "" }
    return " in \(MonthWords.list(months))"
  }

  func power(_ key: String) -> String {
    guard case .power(let power) = finding.value(key) else { return "" }
    return style.number(power, atMost: 1)
  }

  func money(_ key: String) -> String {
    guard case .money(let money) = finding.value(key) else { return "" }
    return "\(style.number(money, digits: 2)) \(currency)"
  }

  func percent(_ key: String) -> String {
    guard case .rate(let rate) = finding.value(key) else { return "" }
    return PercentWords.share(rate)
  }

  func quantity(_ key: String) -> String {
    guard case .quantity(let quantity) = finding.value(key) else { return "" }
    return style.number(quantity, atMost: 0)
  }

  func word(_ key: String) -> String? {
    switch finding.value(key) {
    case .word(let word): return word
    case .month(let month): return month.description
    case .moment(let time): return TimeWords.moment(time)
    default: return nil
    }
  }

  func words(_ key: String) -> String {
    guard case .words(let words) = finding.value(key) else { return "" }
    return words.joined(separator: ", ")
  }

  func price(_ key: String) -> String {
    guard case .price(let price) = finding.value(key) else { return "" }
    return style.number(price, digits: 4)
  }

  func method(_ key: String) -> String {
    guard let word = word(key), let method = BasicChargeMethod(rawValue: word) else { return "" }
    return ChargeWords.method(method)
  }
}
