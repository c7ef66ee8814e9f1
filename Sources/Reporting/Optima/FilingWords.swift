import Advice
import Quantities

/// What is filed with the utility, in words.
enum FilingWords {
  /// Its stable name, which is that of the lever's flag.
  static func code(_ change: Filing.Change) -> String {
    switch change {
    case .method: return "basic-charge"
    case .contract: return "contract-demand"
    case .transformers: return "transformers"
    case .pause: return "pause"
    case .tariff: return "tariff"
    }
  }

  /// What is filed for it, in the words of the flag.
  static func value(_ change: Filing.Change) -> String {
    switch change {
    case .method(let method): return method.rawValue
    case .contract(let power): return power.description
    case .transformers(let set): return set.description
    case .pause(let pause): return "\(pause.unit):\(pause.span.start)..\(pause.span.end)"
    case .tariff(let id): return id
    }
  }

  /// Both, for people.
  static func text(_ change: Filing.Change) -> String {
    switch change {
    case .method(let method):
      return Phrase.text("filing.method", ["method": ChargeWords.method(method)])
    case .contract(let power):
      return Phrase.text("filing.contract", ["value": NumberStyle.grouped.number(power)])
    case .transformers(let set):
      return Phrase.text("filing.transformers", ["value": set.description])
    case .pause(let pause):
      return Phrase.text(
        "filing.pause", ["unit": pause.unit, "day": pause.span.lastDay.description])
    case .tariff(let id): return Phrase.text("filing.tariff", ["value": id])
    }
  }
}
