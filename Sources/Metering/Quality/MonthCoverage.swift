import Quantities

/// How much of a billing month lies between the first and the last value of a profile.
package struct MonthCoverage: Sendable, Hashable {
  /// The billing month.
  package let month: Month
  /// The days between the first and the last value.
  package let days: Int
  /// The days of the month.
  package let expected: Int
}
