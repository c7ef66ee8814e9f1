import Quantities
import Use

/// The ratings transformers are made in, by the voltage an account is supplied at.
///
/// They are those of the R10 series that GB/T 6451 (oil) and GB/T 10228 (dry) list; which of them a
/// supply voltage knows follows the tables of GB/T 6451: up to 3150 kVA at 10 and 20 kV, 50 to
/// 31 500 kVA at 35 kV, from 6300 kVA at 66 and 110 kV, from 31 500 kVA at 220 kV.
package enum TransformerSeries {
  /// The ratings for a supply voltage, ascending. [kVA]
  ///
  /// - Returns: Nothing below 1 kV, where a customer has no transformer.
  package static func ratings(at voltage: Voltage) -> [Power] {
    guard let bounds = bounds(at: voltage) else { return [] }
    return RecommendationSearch.standardRatings.filter(bounds.contains).map { Power($0) }
  }

  private static func bounds(at voltage: Voltage) -> ClosedRange<Int>? {
    switch voltage {
    case .below1kV: nil
    case .from1To10kV, .kV20: 30...3150
    case .kV35: 50...31_500
    case .kV66: 6300...63_000
    case .kV110: 6300...180_000
    case .kV220, .kV330: 31_500...240_000
    }
  }
}
