import Quantities

/// Use that was filled in, as asked, because nothing was metered.
public struct EstimatedUse: Sendable, Hashable {
  /// Intervals that were filled.
  public var intervals = 0
  /// Their active energy. [kWh]
  public var energy = Energy.zero

  /// No use.
  public init() {}
}

extension LoadProfile {
  /// What of some days was filled in.
  package func estimatedUse(in period: DateSpan) -> EstimatedUse {
    var use = EstimatedUse()
    for index in estimated.joined() where period.contains(place(of: index).day) {
      use.intervals += 1
      use.energy += Energy(millijoules: Int128(active[index]))
    }
    return use
  }

  /// The profile with nothing where values were filled in.
  package var withoutEstimates: LoadProfile {
    var profile = self
    for index in estimated.joined() {
      profile.active[index] = 0
      profile.reactiveForward?[index] = 0
      profile.reactiveReverse?[index] = 0
    }
    profile.estimated = []
    return profile
  }
}
