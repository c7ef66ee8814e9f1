import Quantities
import Screening
import Use

/// Why an account stands where it does, in words.
enum ReasonWords {
  static func text(_ reason: RankedRow.Reason, _ figures: ScreenFigures?) -> String {
    switch reason {
    case .lever(let best):
      return Phrase.text(
        "reason.lever",
        [
          "lever": lever(best),
          "saving": amount(best.saving, figures),
        ])
    case .evenLoad(let saving):
      return Phrase.text("reason.even_load", ["saving": amount(saving, figures)])
    case .dearerThanPeers(let deviation):
      return Phrase.text("reason.dearer", ["share": PercentWords.share(deviation)])
    case .nothing: return Phrase.text("reason.nothing")
    case .suspect: return Phrase.text("reason.suspect")
    case .failed: return Phrase.text("reason.failed")
    }
  }

  /// The lever as its flag is written; in words where these are not those of the flag.
  private static func lever(_ best: ScreenFigures.BestLever) -> String {
    guard Language.current != .english else {
      return best.lever + (best.to.isEmpty ? "" : " \(best.to)")
    }
    let name = Phrase.find("lever.\(best.lever)") ?? best.lever
    let value = best.to.split(separator: ", ").map { step in
      let parts = step.split(separator: " from ", maxSplits: 1).map(String.init)
      let value = BasicChargeMethod(rawValue: parts[0]).map(ChargeWords.method) ?? parts[0]
      guard parts.count == 2 else { return value }
      return Phrase.text("setting.from", ["value": value, "month": parts[1]])
    }.joined(separator: Phrase.text("list.comma"))
    return value.isEmpty ? name : "\(name) \(value)"
  }

  /// An amount with its part of the bill.
  private static func amount(_ amount: Money, _ figures: ScreenFigures?) -> String {
    guard let figures else { return amount.description }
    let text = "\(amount.text(digits: figures.moneyDigits)) \(figures.currency)"
    return Rate(amount, over: figures.total).map { "\(text) (\(PercentWords.share($0)))" } ?? text
  }

  static func group(_ group: PeerGroup) -> String {
    switch group {
    case .industryAndVoltage(let industry, let voltage):
      return [industry, voltage?.rawValue].compactMap { $0 }.joined(separator: ", ")
    case .industry(let industry): return industry
    }
  }
}
