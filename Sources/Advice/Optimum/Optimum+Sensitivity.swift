import Billing
import Quantities
import Use

extension Optimum {
  /// How the optimum changes with the size of the transformers and with the share of the load that
  /// can move; searched anew for each share.
  public var sensitivity: Sensitivity {
    var capacities: [Power: Money] = [:]
    for alternative in alternatives {
      guard let capacity = alternative.capacity else { continue }
      capacities[capacity] = min(capacities[capacity] ?? alternative.total, alternative.total)
    }
    return Sensitivity(
      capacities: capacities.sorted { $0.key < $1.key }
        .map { .init(capacity: $0.key, total: $0.value) },
      shares: shares)
  }

  /// Quarters of the share that was given, and all of it.
  private var shares: [Sensitivity.SharePoint] {
    guard let shift = freedom.shift else { return [] }
    return (0...4).compactMap { quarter in
      let share = Rate(units: shift.share.units * Int128(quarter) / 4)
      var other = freedom
      other.shift = FlexibleShift(
        share: share, addedLimit: shift.addedLimit, ceiling: shift.ceiling, within: shift.within)
      guard
        let search = try? OptimumSearch(subject, comparison.baseline, other),
        let total = search.plants.first?.total
      else { return nil }
      return Sensitivity.SharePoint(share: share, total: total)
    }
  }
}
