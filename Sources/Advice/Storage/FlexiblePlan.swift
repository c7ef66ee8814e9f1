import Quantities

/// What load that may move and a battery beside it make of a period together.
package struct FlexiblePlan: Sendable, Hashable {
  /// The load after what moves in it, before the battery. [mJ]
  package let load: [Int64]
  /// What the battery makes of that load; its present cost and bound are those of the load as it was,
  /// before anything moved.
  package let storage: StoragePlan
  /// What shift and battery would come to one after the other. [currency]
  package let costApart: Money
}
