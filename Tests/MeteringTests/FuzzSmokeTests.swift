import FuzzSupport
import TestSupport
import Testing

/// A short run of what `make fuzz` does for ten minutes with libFuzzer.
@Suite("Broken load files")
struct FuzzSmokeTests {
  @Test("Seeded slips: accepted twice alike or refused, never a total beside an error")
  func smoke() {
    var accepted = 0
    for kind in FuzzSeed.Kind.allCases {
      let seeds = FuzzSeed.seeds(of: kind)
      for seed in 0..<UInt64(25) {
        var mutator = FuzzMutator(seed: seed)
        switch FuzzCheck.check(mutator.mutate(seeds), kind, seed: seed) {
        case .accepted: accepted += 1
        case .refused: break
        case .broken(let promise): Issue.record("\(kind.rawValue), seed \(seed): \(promise)")
        }
      }
    }
    // Where nothing is accepted, nothing is tested.
    #expect(accepted > 5)
  }

  @Test("The seeds themselves are sound", arguments: FuzzSeed.Kind.allCases)
  func sound(_ kind: FuzzSeed.Kind) {
    for bytes in FuzzSeed.seeds(of: kind) {
      guard case .accepted = FuzzCheck.check(bytes, kind, seed: 0) else {
        Issue.record("\(kind.rawValue)")
        continue
      }
    }
  }
}
