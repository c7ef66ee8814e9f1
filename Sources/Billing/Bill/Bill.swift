import Quantities
import Tariffs
import Use

/// One month's bill: lines that add up to the total to the last cent.
public struct Bill: Sendable, Hashable {
  /// The billing month.
  public let month: Month
  /// The days it is for.
  public let period: DateSpan
  /// The tariff billed under, after any fallback.
  public let tariff: String
  /// What the bill depends on.
  public let determinants: BillingDeterminants
  /// The method of the basic charge, where there is one.
  public let method: BasicChargeMethod?
  /// The demand the basic charge bills, where it bills demand. [kW]
  public let billedDemand: Power?
  /// The capacity the account is counted with, where known. [kVA]
  public let capacity: Power?
  /// The month's average power factor, where an adjustment was worked out.
  public let powerFactor: PowerFactor?
  /// The lines, in the tariff's order.
  public let lines: [BillLine]
  /// The sum of the lines. [currency]
  public let total: Money
  /// What the reader ought to know.
  public internal(set) var notes: [BillNote]

  /// The sum of the lines of a charge. [currency]
  public func amount(of selector: ChargeSelector) -> Money {
    lines.filter { selector.selects($0.charge) }.reduce(.zero) { $0 + $1.amount }
  }
}
