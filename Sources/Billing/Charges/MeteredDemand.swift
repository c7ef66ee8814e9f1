import Tariffs
import Use

/// Which of a month's maxima a demand charge looks at.
struct MeteredDemand {
  let unit: DemandCharge.Unit
  /// The hours that count; nothing for every hour.
  let window: String?

  /// The maximum of a month.
  func maximum(of determinants: BillingDeterminants) -> MaximumDemand? {
    switch (unit, window) {
    case (.kW, nil): return determinants.maximumDemand
    case (.kVA, nil): return determinants.maximumApparent
    case (.kW, let window?): return determinants.windowDemand[window]
    case (.kVA, let window?): return determinants.windowApparent[window]
    }
  }
}
