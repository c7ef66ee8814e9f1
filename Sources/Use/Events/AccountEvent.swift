import Quantities

/// A change to an account on a day; in force from 00:00 of it.
public struct AccountEvent: Sendable, Hashable {
  /// The day.
  public let date: CalendarDate
  /// What changes.
  public let change: Change

  /// What can change.
  public enum Change: Sendable, Hashable {
    /// A transformer is sealed (暂停).
    case pause(unit: String)
    /// A sealed transformer is in use again.
    case resume(unit: String)
    /// A transformer is added. [kVA]
    case add(unit: String, capacity: Power)
    /// A transformer is taken away for good (减容).
    case remove(unit: String)
    /// A transformer is changed for one of another rating (暂换). [kVA]
    case replace(unit: String, capacity: Power)
    /// Another contract demand. [kW]
    case contract(Power)
    /// Another method of the basic charge.
    case method(BasicChargeMethod)
    /// Another tariff.
    case tariff(String)
    /// Another supply voltage.
    case voltage(Voltage)
  }

  /// Makes an event.
  public init(date: CalendarDate, change: Change) {
    self.date = date
    self.change = change
  }
}
