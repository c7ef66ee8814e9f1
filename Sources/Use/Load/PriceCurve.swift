import Quantities

/// Prices by time of day, for accounts that buy in the market; they take the place of the component
/// `purchase`.
public struct PriceCurve: Sendable, Hashable {
  /// The steps of one day: from a time on, until the next.
  public struct Step: Sendable, Hashable {
    /// The start.
    public let from: ClockTime
    /// The price from then on. [currency/kWh]
    public let price: Price

    /// Makes a step.
    public init(from: ClockTime, price: Price) {
      self.from = from
      self.price = price
    }
  }

  /// The steps of a date, where it has its own.
  public let byDate: [CalendarDate: [Step]]
  /// The steps of every day of a month.
  public let byMonth: [Month: [Step]]

  /// Makes a curve; the steps of a day are in order and begin at 00:00.
  public init(byDate: [CalendarDate: [Step]], byMonth: [Month: [Step]]) {
    self.byDate = byDate
    self.byMonth = byMonth
  }

  /// The steps of a day; nothing where the curve does not tell.
  public func steps(on date: CalendarDate) -> [Step]? { byDate[date] ?? byMonth[date.month] }
}
