import Quantities
import Use

extension MeteredUse {
  /// Interval data moved in time; what leaves one end comes in at the other, so that every month
  /// stays whole.
  func shifted(by intervals: Int) -> MeteredUse {
    guard case .intervals(var profile) = self else { return self }
    func rotated(_ values: [Int64]) -> [Int64] {
      guard !values.isEmpty else { return values }
      let start = ((-intervals) % values.count + values.count) % values.count
      return Array(values[start...] + values[..<start])
    }
    profile.active = rotated(profile.active)
    profile.reactiveForward = profile.reactiveForward.map(rotated)
    profile.reactiveReverse = profile.reactiveReverse.map(rotated)
    return .intervals(profile)
  }

  /// Every figure of use times a factor.
  func scaled(by factor: Rate) -> MeteredUse {
    switch self {
    case .intervals(var profile):
      func scale(_ values: [Int64]) -> [Int64] {
        values.map { value in
          guard value != LoadProfile.missing else { return value }
          let scaled = WideProduct(Int128(value), factor.units).divided(by: Rate.unitsPerOne)
          return Int64(clamping: scaled)
        }
      }
      profile.active = scale(profile.active)
      profile.reactiveForward = profile.reactiveForward.map(scale)
      profile.reactiveReverse = profile.reactiveReverse.map(scale)
      return .intervals(profile)
    case .readings(let readings):
      return .readings(
        readings.map { reading in
          var scaled = reading
          func energy(_ value: Energy) -> Energy {
            value.scaled(by: factor.units, over: Rate.unitsPerOne)
          }
          scaled.energy = reading.energy.map {
            RegisterEnergy(period: $0.period, energy: energy($0.energy))
          }
          scaled.total = reading.total.map(energy)
          scaled.reactiveForward = reading.reactiveForward.map(energy)
          scaled.reactiveReverse = reading.reactiveReverse.map(energy)
          scaled.maximumDemand = reading.maximumDemand?.times(factor)
          scaled.maximumApparent = reading.maximumApparent?.times(factor)
          scaled.maximumReactive = reading.maximumReactive?.times(factor)
          scaled.windowDemand = reading.windowDemand.mapValues { $0.times(factor) }
          scaled.lineDemand = reading.lineDemand.mapValues { $0.times(factor) }
          scaled.subMeters = reading.subMeters.mapValues(energy)
          return scaled
        })
    }
  }
}
