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
          "lever": best.lever + (best.to.isEmpty ? "" : " \(best.to)"),
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
