import Quantities
import Screening
import Use

/// Why an account stands where it does, in words.
enum ReasonWords {
  static func text(_ reason: RankedRow.Reason, _ figures: ScreenFigures?) -> String {
    switch reason {
    case .lever(let best):
      return "\(best.lever)\(best.to.isEmpty ? "" : " \(best.to)") saves "
        + amount(best.saving, figures)
    case .evenLoad(let saving):
      return "dear hours: an even load would save \(amount(saving, figures))"
    case .dearerThanPeers(let deviation):
      return "no single change saves, but a kilowatt-hour costs "
        + "\(PercentWords.share(deviation)) more than that of its like"
    case .nothing: return "nothing stands out"
    case .suspect: return "the data are in doubt, so nothing is compared"
    case .failed: return "not billed"
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
