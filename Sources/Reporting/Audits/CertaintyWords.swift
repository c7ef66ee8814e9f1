import Advice
import Quantities

/// Whether anything could be cheaper than the best that was found, in words.
enum CertaintyWords {
  /// One clause.
  static func text(_ optimum: Optimum, _ best: WhatIf, _ currency: String) -> String {
    if optimum.isOptimal { return Phrase.text("proof.optimal") }
    guard let bound = optimum.lowerBound else { return Phrase.text("proof.open") }
    let amount = NumberStyle.grouped.number(best.scenario.total - bound, digits: 2)
    return Phrase.text("proof.bound", ["amount": "\(amount) \(currency)"])
  }
}
