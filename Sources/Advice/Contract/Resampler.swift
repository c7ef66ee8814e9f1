import Quantities

/// Draws whole numbers below a bound, the same ones for the same seed (SplitMix64).
struct Resampler: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from zero up to, not with, the bound.
  mutating func below(_ bound: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)).multipliedFullWidth(by: bound).high
  }

  /// Whether something of a probability happens.
  mutating func happens(_ probability: Rate) -> Bool {
    Int128(below(UInt64(Rate.unitsPerOne))) < probability.units
  }
}
