import Billing
import Quantities

extension BillLine {
  /// The power-factor standard the line was worked out by.
  var standard: PowerFactorStandard? {
    for case .powerFactor(_, _, _, let standard) in working { return standard }
    return nil
  }
}
