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
      shares: shares, batteries: batteries)
  }

  /// Each size that was named, charged and discharged where it saves most.
  private var batteries: [Sensitivity.BatteryPoint] {
    guard !freedom.batterySizes.isEmpty else { return [] }
    let others = comparison.levers.map(\.lever).filter { $0.name != "storage" }
    guard
      let state = try? WhatIf(subject, levers: others, baseline: comparison.baseline).result,
      case .intervals(let profile) = state.use,
      let problems = try? state.addedUp().problems(
        freeContract: others.contains { $0.name == "contract-demand" })
    else { return [] }
    return StorageSizing.curve(freedom.batterySizes, problems: problems, profile: profile).map {
      .init(battery: $0.battery, saving: $0.saving)
    }
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
