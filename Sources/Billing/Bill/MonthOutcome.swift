import Quantities
import Use

/// A month that was billed, or why it was not.
public enum MonthOutcome: Sendable, Hashable {
  /// The bill.
  case billed(Bill)
  /// Intervals are missing; nothing is billed from part of a month.
  case incomplete(IncompleteMonth)

  /// The month.
  public var month: Month {
    switch self {
    case .billed(let bill): return bill.month
    case .incomplete(let month): return month.determinants.month
    }
  }

  /// The bill, where there is one.
  public var bill: Bill? {
    guard case .billed(let bill) = self else { return nil }
    return bill
  }
}
