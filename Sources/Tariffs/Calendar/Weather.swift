import Quantities

/// The highest temperatures of some days, at the place a tariff's rule names.
public struct Weather: Sendable, Hashable {
  /// The highest temperature by day. [°C]
  public var highest: [CalendarDate: Quantity]

  /// Makes a record of temperatures.
  public init(highest: [CalendarDate: Quantity] = [:]) { self.highest = highest }
}
