import Quantities

/// A value far above the others of its day and its month.
package struct DemandSpike: Sendable, Hashable {
  /// The billing month.
  package let month: Month
  /// When its interval begins.
  package let start: LocalTime
  /// Its mean power. [kW]
  package let power: Power
  /// The highest mean power of the month that is no such value, and when its interval begins;
  /// nothing where the month has no other value.
  package let next: MaximumPower?

  package init(month: Month, start: LocalTime, power: Power, next: MaximumPower?) {
    self.month = month
    self.start = start
    self.power = power
    self.next = next
  }

  /// A mean power and when its interval begins.
  package struct MaximumPower: Sendable, Hashable {
    /// When the interval begins.
    package let start: LocalTime
    /// The mean. [kW]
    package let power: Power

    package init(start: LocalTime, power: Power) {
      self.start = start
      self.power = power
    }
  }
}
