import Billing
import Quantities
import Tariffs

/// Where rules and prices come from, in words.
enum SourceWords {
  /// What a figure given on the command line rests on.
  static var given: String { say("given by the user") }

  /// Document, page and the place in the tariff file.
  static func rule(_ line: BillLine) -> String { line.rule.citation }

  /// Where the price of a line was found, if not in the rule itself.
  static func price(_ line: BillLine) -> String? {
    switch line.priceOrigin {
    case .rule: return nil
    case .given: return given
    case .page(let reference): return reference == line.rule ? nil : reference.citation
    }
  }

  /// What a footnote says of a price found elsewhere than the rule.
  static func priceFrom(_ source: String, _ line: BillLine) -> String {
    say(line.isShare ? "table: \(source)" : "price: \(source)")
  }

  /// What stands below the footnotes where many prices are found at one place.
  static func pricesFrom(_ source: String) -> String {
    say("Prices, where nothing else is said: \(source)")
  }

  /// The document in full: number, page, date and title.
  static func document(_ source: Source) -> String {
    var parts = [source.citation]
    if let date = source.date { parts.append("\(date)") }
    if source.number != nil, !source.title.isEmpty { parts.append(source.title) }
    if let url = source.url { parts.append(url) }
    return parts.joined(separator: "; ")
  }

  /// How sure a figure is.
  static func confidence(_ confidence: Source.Confidence) -> String {
    Phrase.text("confidence.\(confidence.rawValue)")
  }

  /// The side that halves are rounded to.
  static func rounding(_ rounding: BillRounding) -> Message {
    switch rounding.mode {
    case .halfAwayFromZero: return "half away from zero"
    case .halfEven: return "half to even"
    case .towardZero: return "toward zero"
    case .awayFromZero: return "away from zero"
    }
  }
}
