import Advice
import Quantities

/// Findings in words, with the figures they rest on.
///
/// The catalogue has a phrase for each code, whose places are named like the evidence.
struct FindingWords {
  let finding: Finding
  let currency: String

  private var style: NumberStyle { .grouped }

  /// One or two sentences.
  var text: String {
    let code = "finding.\(finding.code.rawValue)"
    switch finding.code {
    case .oversizedTransformer:
      guard finding.value("transformers_kva") != nil else { return filled(code) }
      return filled(code) + filled("\(code).remedy")
    case .overCompensation:
      let isFree = finding.value("cost") == .money(.zero)
      return filled(code) + filled(isFree ? "\(code).free" : "\(code).cost")
    case .wrongPowerFactorStandard:
      guard case .money(let cost) = finding.value("cost"), cost > .zero else {
        return filled("\(code).free")
      }
      return filled(code)
    case .dataGap, .dataSuspect:
      return filled(finding.value("months") == nil ? "finding.seen" : code)
    case .multiplierSuspect: return filled("finding.seen")
    default: return filled(code)
    }
  }

  private func filled(_ key: String) -> String { Phrase.text(key, fillings) }

  private var fillings: [String: String] {
    var fillings = finding.evidence.reduce(into: [String: String]()) {
      $0[$1.key] = words($1.value)
    }
    for key in ["method", "cheapest_method"] {
      fillings[key] = fillings[key].flatMap(BasicChargeMethod.init(rawValue:)).map(
        ChargeWords.method)
    }
    if case .months(let months) = finding.value("months") {
      fillings["in_months"] = Phrase.text("months.in", ["months": MonthWords.list(months)])
    }
    if finding.value("saving_of_an_even_load") != nil {
      fillings["even_load"] = Phrase.text("finding.even_load", fillings)
    }
    if finding.code == .wrongPowerFactorStandard {
      let ruled = fillings["standard_by_rule"] ?? ""
      fillings["by_rule"] = ruled == "none" ? Phrase.text("finding.none") : ruled
      let standard = fillings["standard"] ?? ""
      fillings["present"] =
        standard == "none"
        ? Phrase.text("finding.no_standard")
        : Phrase.text("finding.standard", ["value": standard])
    }
    if case .variants(let variants) = finding.value("explained_by"), !variants.isEmpty {
      let words = variants.map(VariantWords.text).joined(separator: Phrase.text("list.or"))
      fillings["explained"] = Phrase.text("finding.bill-differs.explained", ["variants": words])
    }
    return fillings
  }

  private func words(_ value: Finding.Evidence.Value) -> String? {
    switch value {
    case .money(let money): return "\(style.number(money, digits: 2)) \(currency)"
    case .price(let price): return style.number(price, digits: 4)
    case .power(let power): return style.number(power, atMost: 1)
    case .quantity(let quantity): return style.number(quantity, atMost: 0)
    case .rate(let rate): return PercentWords.share(rate)
    case .count(let count): return style.count(count)
    case .month(let month): return month.description
    case .months(let months): return MonthWords.list(months)
    case .word(let word): return word
    case .sentence(let sentence): return say(sentence)
    case .sentences(let sentences):
      return sentences.map(say).joined(separator: Phrase.text("list.comma"))
    case .words(let words): return words.joined(separator: Phrase.text("list.comma"))
    case .moment(let time): return TimeWords.moment(time)
    case .variants: return nil
    }
  }
}
