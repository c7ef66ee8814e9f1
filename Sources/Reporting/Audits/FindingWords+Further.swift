import Advice
import Quantities

extension FindingWords {
  /// Findings about reactive energy, prices, issued bills and data.
  var furtherText: String {
    switch finding.code {
    case .overCompensation:
      return
        "\(quantity("fed_back_kvarh")) kvarh were fed back\(months), \(percent("share_fed_back")) "
        + "of all reactive energy; in \(word("worst_month") ?? "") that made a power factor of "
        + "\(word("power_factor") ?? "") out of \(word("power_factor_without") ?? "")."
        + (isFree ? " It cost nothing." : " It cost \(money("cost")).")
    case .wrongPowerFactorStandard: return standardText
    case .wrongPriceRow:
      return
        "The bills issued\(months) follow to the last cent from the prices for "
        + "\(word("voltage_that_fits") ?? ""), not from those for the account's "
        + "\(word("voltage") ?? ""); the difference is \(money("difference"))."
    case .lossesBilledLowVoltage:
      return
        "The meter is on the low-voltage side: \(quantity("transformer_losses_kwh")) kWh of "
        + "transformer losses and \(quantity("line_losses_kwh")) kWh of line losses are added, "
        + "\(percent("share_of_metered_energy")) of what was metered. They cost \(money("cost"))."
    case .singlePartCheaper:
      return
        "With \(power("capacity_kva")) kVA the account may choose the single-part tariff, which "
        + "would be \(money("saving")) less."
    case .agentOneAndAHalf:
      return
        "Energy is bought from the grid company at 1.5 times the purchase price, which costs "
        + "\(money("cost")) more than the plain price, \(price("cost_per_kwh")) per kWh."
    case .priceAbovePeers:
      return
        "A kilowatt-hour costs \(price("average_price")), \(percent("price_deviation")) more than "
        + "the median of accounts like this one, \(price("peer_median"))."
    case .basicShareAbovePeers:
      return
        "The basic charge is \(percent("basic_share")) of the bill; the median of accounts like "
        + "this one is \(percent("peer_basic_share"))."
    case .idleMonth:
      return "Next to no energy was used\(months); transformers may be paused for such a time."
    case .billDiffers: return differenceText
    case .dataGap where finding.value("months") != nil:
      return "Interval data are missing\(months); these months are not billed."
    case .dataSuspect where finding.value("months") != nil:
      return "The period registers do not add up to the total register\(months)."
    case .dataGap, .dataSuspect, .multiplierSuspect:
      return "\(word("seen") ?? "") (rule \(word("rule") ?? ""))"
    default: return ""
    }
  }

  /// Whether what stands out costs nothing.
  private var isFree: Bool { finding.value("cost") == .money(.zero) }

  private var standardText: String {
    let standard = word("standard") ?? ""
    let ruled = word("standard_by_rule") ?? ""
    let present = standard == "none" ? "no power-factor standard" : "a standard of \(standard)"
    let byRule = ruled == "none" ? "none" : ruled
    guard case .money(let cost) = finding.value("cost"), cost > .zero else {
      return
        "The account is billed by \(present); by its capacity and voltage it would be \(byRule), "
        + "at no lower bill."
    }
    return
      "The account is billed by \(present); by its capacity and voltage it would be \(byRule), and "
      + "the bills \(money("cost")) less."
  }

  private var differenceText: String {
    var text =
      "The bills issued\(months) come to \(money("issued")), which differs by "
      + "\(money("difference")) from what follows from the rules"
    if case .variants(let variants) = finding.value("explained_by"), !variants.isEmpty {
      text += "; they agree if " + variants.map(VariantWords.text).joined(separator: ", or if ")
    }
    return text + "."
  }
}
