import Quantities

/// When the batches of a period should begin.
package struct BatchPlan: Sendable, Hashable {
  /// How good the plan is.
  package enum Outcome: Sendable, Hashable {
    /// No other starts cost less.
    case optimal
    /// The search stopped at its limit; other starts might cost less by at most this. [currency]
    case gap(Money)
  }

  /// The runs that could be moved, by day and in the order of the batches; those on days with
  /// holes in the load or a changed clock stay as they are and are not told.
  package let runs: [BatchRun]
  /// The load with the batches at their new starts, for each interval of the period. [mJ]
  package let load: [Int64]
  /// What the load costs now, by the problem's prices. [currency]
  package let presentCost: Money
  /// What the new load costs; never more than now. [currency]
  package let cost: Money
  /// How good the plan is.
  package let outcome: Outcome

  /// What the plan saves in the period. [currency]
  package var saving: Money { presentCost - cost }
}
