import Quantities

/// Why no bank can be sized.
public enum CompensationProblem: Error, Sendable, Hashable {
  /// A month's reactive energy is not metered.
  case noReactive(Month)
  /// No month has any energy.
  case noUse
  /// Steps are to be above zero. [kvar]
  case noStep(Power)
  /// In these months no bank reaches the target: what is fed back already stays, and so does what
  /// is drawn below one step.
  case unreachable([Shortfall])

  /// A month in which the target is out of reach.
  public struct Shortfall: Sendable, Hashable {
    /// The billing month.
    public let month: Month
    /// The most a bank can do in it.
    public let reachable: PowerFactor
  }
}
