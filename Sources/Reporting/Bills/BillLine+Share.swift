import Billing

extension BillLine {
  /// Whether the line is a part of other lines, not a quantity at a price.
  var isShare: Bool {
    if case .share = product { return true }
    return false
  }
}
