import Tariffs
import Use

/// Which of a month's maxima a demand charge looks at.
package struct MeteredDemand {
  let unit: DemandCharge.Unit
  /// The hours that count; nothing for every hour.
  let window: String?

  /// Makes a choice; without a window every hour counts.
  package init(unit: DemandCharge.Unit, window: String?) {
    self.unit = unit
    self.window = window
  }

  /// The maximum of a month.
  package func maximum(of determinants: BillingDeterminants) -> MaximumDemand? {
    switch (unit, window) {
    case (.kW, nil): return determinants.maximumDemand
    case (.kVA, nil): return determinants.maximumApparent
    case (.kvar, nil): return determinants.maximumReactive
    case (.kW, let window?): return determinants.windowDemand[window]
    case (.kVA, let window?): return determinants.windowApparent[window]
    case (.kvar, let window?): return determinants.windowReactive[window]
    }
  }

  /// The maximum of a month.
  ///
  /// - Throws: ``BillingProblem`` where it is not known.
  func known(
    in determinants: BillingDeterminants, charge: String
  ) throws(BillingProblem) -> MaximumDemand {
    if let maximum = maximum(of: determinants) { return maximum }
    let field: BillingProblem.UseField
    switch unit {
    case .kW: field = .maximumDemand
    case .kVA: field = .maximumApparent
    case .kvar: field = .maximumReactive
    }
    throw determinants.lacking(field, charge: charge)
  }

  /// The unit of the line.
  var billUnit: BillUnit {
    switch unit {
    case .kW: .kW
    case .kVA: .kVA
    case .kvar: .kvar
    }
  }
}
