import Quantities

/// Why a repair of a month by its register was not made.
package enum RepairRefusal: Sendable, Hashable {
  /// The intervals that are there hold more than the register. [kWh]
  case negative(present: Energy, register: Energy)
  /// The profile does not hold all days of the month.
  case notSpanned
  /// Intervals of the month are missing.
  case gaps(Int)
  /// There is energy to spread, but every interval is zero.
  case nothingToScale
  /// An interval would have 10 GW or more.
  case tooLarge
}
