import Quantities

/// A month's energy beside what it ought to be.
package struct EnergyComparison: Sendable, Hashable {
  /// The billing month.
  package let month: Month
  /// What was found. [kWh]
  package let found: Energy
  /// What it is held against. [kWh]
  package let expected: Energy

  package init(month: Month, found: Energy, expected: Energy) {
    self.month = month
    self.found = found
    self.expected = expected
  }

  /// Found less expected, without its sign. [kWh]
  package var difference: Energy {
    found < expected ? expected - found : found - expected
  }

  /// Whether the difference is more than some thousandths of what is expected.
  package func differs(byThousandths most: Int) -> Bool {
    difference.millijoules * 1000 > abs(expected.millijoules) * Int128(most)
  }

  /// Whether the figures agree within 2 % once a slip is undone.
  package func agrees(without slip: UnitSlip) -> Bool {
    let corrected = EnergyComparison(
      month: month, found: slip.corrected(found), expected: expected)
    return expected > .zero && !corrected.differs(byThousandths: 20)
  }

  /// `2.1 % more`; nothing where nothing is expected.
  var excess: Message? {
    guard expected > .zero else { return nil }
    let thousandths = RoundingMode.halfAwayFromZero.divide(
      difference.millijoules * 1000, by: expected.millijoules)
    let percent = "\(thousandths / 10).\(thousandths % 10)"
    return found < expected ? "\(percent) % less" : "\(percent) % more"
  }
}
