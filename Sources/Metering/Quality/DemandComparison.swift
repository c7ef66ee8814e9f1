import Quantities

/// A month's maximum demand by intervals beside its register.
package struct DemandComparison: Sendable, Hashable {
  /// The billing month.
  package let month: Month
  /// The supply line, where each has a register of its own.
  package let line: String?
  /// By the intervals. [kW]
  package let metered: Power
  /// When that interval begins.
  package let start: LocalTime?
  /// By the register. [kW]
  package let register: Power

  package init(month: Month, line: String?, metered: Power, start: LocalTime?, register: Power) {
    self.month = month
    self.line = line
    self.metered = metered
    self.start = start
    self.register = register
  }

  /// Whether the two differ by more than 2 % of the register.
  package var differs: Bool { Self.differs(metered, register) }

  /// Whether they agree once a slip is undone.
  package func agrees(without slip: UnitSlip) -> Bool {
    register > .zero && !Self.differs(slip.corrected(metered), register)
  }

  private static func differs(_ metered: Power, _ register: Power) -> Bool {
    (metered - register).magnitude.units * 50 > register.units
  }
}
