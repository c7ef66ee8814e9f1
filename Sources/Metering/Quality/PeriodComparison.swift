import Quantities

/// The energy of a period by intervals beside its register.
package struct PeriodComparison: Sendable, Hashable {
  /// The period.
  package let period: PeriodName
  /// By the intervals. [kWh]
  package let metered: Energy
  /// By the register. [kWh]
  package let register: Energy

  package init(period: PeriodName, metered: Energy, register: Energy) {
    self.period = period
    self.metered = metered
    self.register = register
  }
}
