/// What a channel of a meter counts, as the file gives it.
package enum SeriesMeasure: String, Sendable, Hashable, CaseIterable {
  case activeEnergy = "active-energy"
  case reactiveEnergy = "reactive-energy"
  case activePower = "active-power"
  case reactivePower = "reactive-power"

  init(isReactive: Bool, isPower: Bool) {
    switch (isReactive, isPower) {
    case (false, false): self = .activeEnergy
    case (false, true): self = .activePower
    case (true, false): self = .reactiveEnergy
    case (true, true): self = .reactivePower
    }
  }

  /// Whether it is reactive.
  package var isReactive: Bool { self == .reactiveEnergy || self == .reactivePower }
  /// Whether values are means over their intervals rather than sums.
  package var isPower: Bool { self == .activePower || self == .reactivePower }
}
