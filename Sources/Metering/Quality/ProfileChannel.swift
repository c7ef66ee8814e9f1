import Quantities
import Use

/// A channel of a profile, and the register that counts the same.
enum ProfileChannel: CaseIterable {
  case active
  case reactiveForward
  case reactiveReverse

  /// Its values; nothing where it is not metered.
  func values(of profile: LoadProfile) -> [Int64]? {
    switch self {
    case .active: return profile.active
    case .reactiveForward: return profile.reactiveForward
    case .reactiveReverse: return profile.reactiveReverse
    }
  }

  /// Sets its values.
  func set(_ values: [Int64], in profile: inout LoadProfile) {
    switch self {
    case .active: profile.active = values
    case .reactiveForward: profile.reactiveForward = values
    case .reactiveReverse: profile.reactiveReverse = values
    }
  }

  /// What its register counted in a month; nothing where there is none.
  func register(of reading: MonthlyReading) -> Energy? {
    switch self {
    case .active:
      return reading.total == nil && reading.energy.isEmpty ? nil : reading.totalEnergy
    case .reactiveForward: return reading.reactiveForward
    case .reactiveReverse: return reading.reactiveReverse
    }
  }
}
