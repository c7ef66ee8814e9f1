/// The unit of a line's quantity.
public enum BillUnit: String, Sendable, Hashable {
  /// Energy.
  case kWh
  /// Demand.
  case kW
  /// Apparent demand or installed capacity.
  case kVA
  /// Reactive demand.
  case kvar
  /// Reactive energy.
  case kvarh
  /// Fixed charges by the month.
  case month
  /// Fixed charges by the day.
  case day
  /// A top-up to a least amount.
  case amount
}
