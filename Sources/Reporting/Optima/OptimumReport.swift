import Advice
import Billing
import Quantities

/// The cheapest an account can be, to be shown as text, JSON or CSV.
package struct OptimumReport: Sendable {
  /// What was found.
  package let optimum: Optimum
  /// How its bills stand beside those of today.
  let comparison: WhatIfReport

  /// Makes a report.
  package init(_ optimum: Optimum) {
    self.optimum = optimum
    comparison = WhatIfReport(optimum.comparison)
  }

  /// The ISO 4217 code of the currency.
  var currency: String { comparison.currency }

  /// How much cheaper another choice could be at the most; nothing where that is not known.
  var gap: Money? { optimum.lowerBound.map { optimum.comparison.scenario.total - $0 } }

  /// The months before and after as a table for a spreadsheet.
  package var csv: String { comparison.csv }
}
