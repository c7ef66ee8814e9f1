import Quantities

/// What a battery makes of a load in one period.
package struct StoragePlan: Sendable, Hashable {
  /// What the meter shows in each interval of the period; missing where it was missing. [mJ]
  package let netLoad: [Int64]
  /// What is stored when the period begins, and at least when it ends. [kWh]
  package let startLevel: Energy
  /// What the load costs without the battery, by the problem's prices. [currency]
  package let presentCost: Money
  /// What the net load costs; never more than without the battery. [currency]
  package let cost: Money
  /// What no use of the battery can fall below. [currency]
  ///
  /// The objective of a linear programme, so it holds to about a millionth.
  package let bound: Money

  /// What the battery saves in the period. [currency]
  package var saving: Money { presentCost - cost }
}
