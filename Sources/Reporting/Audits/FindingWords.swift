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
    case .idleMonth:
      return "Next to no energy was used\(months); transformers may be paused for such a time."
    case .dataGap:
      return "Interval data are missing\(months); these months are not billed."
    case .dataSuspect:
      return "The period registers do not add up to the total register\(months)."
    }
  }

  /// What the shares of an even load would save, where they would.
  private var evenLoad: String {
    guard case .money = finding.value("saving_of_an_even_load") else { return "" }
    return " and cost \(money("saving_of_an_even_load")) less"
  }

  private var months: String {
    guard case .months(let months) = finding.value("months") else { return "" }
    return " in \(MonthWords.list(months))"
  }

  private func power(_ key: String) -> String {
    guard case .power(let power) = finding.value(key) else { return "" }
    return style.number(power, atMost: 1)
  }

  private func money(_ key: String) -> String {
    guard case .money(let money) = finding.value(key) else { return "" }
    return "\(style.number(money, digits: 2)) \(currency)"
  }

  private func percent(_ key: String) -> String {
    guard case .rate(let rate) = finding.value(key) else { return "" }
    return PercentWords.share(rate)
  }

  private func quantity(_ key: String) -> String {
    guard case .quantity(let quantity) = finding.value(key) else { return "" }
    return style.number(quantity, atMost: 0)
  }

  private func word(_ key: String) -> String? {
    switch finding.value(key) {
    case .word(let word): return word
    case .month(let month): return month.description
    default: return nil
    }
  }

  private func method(_ key: String) -> String {
    guard let word = word(key), let method = BasicChargeMethod(rawValue: word) else { return "" }
    return ChargeWords.method(method)
  }
}
