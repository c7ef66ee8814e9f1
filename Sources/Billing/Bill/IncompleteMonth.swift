import Quantities
import Use

/// A month of which intervals are missing, so that it is not billed.
public struct IncompleteMonth: Sendable, Hashable {
  /// What was metered of it.
  public let determinants: BillingDeterminants
  /// Between which amounts its bill would lie; nothing where that cannot be worked out.
  public let bounds: MonthBounds?

  /// Makes a month of holes.
  public init(determinants: BillingDeterminants, bounds: MonthBounds?) {
    self.determinants = determinants
    self.bounds = bounds
  }
}
