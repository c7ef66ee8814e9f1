import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Intervals scaled to another sum")
struct ScaledSumTests {
  /// Scales values, handed over in two pieces.
  static func scaled(_ values: [Int64], to target: Int128) -> [Int64] {
    var result = values
    var sum = ScaledSum()
    let cut = values.count / 3
    values.withUnsafeBufferPointer { all in
      sum.add(UnsafeBufferPointer(rebasing: all[..<cut]))
      sum.add(UnsafeBufferPointer(rebasing: all[cut...]))
    }
    sum.target = target
    result.withUnsafeMutableBufferPointer { all in
      sum.scale(UnsafeMutableBufferPointer(rebasing: all[..<cut]))
      sum.scale(UnsafeMutableBufferPointer(rebasing: all[cut...]))
    }
    return result
  }

  /// The definition: differences of running totals, each cut to a whole number.
  static func expected(_ values: [Int64], to target: Int128) -> [Int64] {
    let known = values.filter { $0 != LoadProfile.missing }
    let sum = known.reduce(Int128(0)) { $0 + Int128($1) }
    var (running, given, position): (Int128, Int128, Int128) = (0, 0, 0)
    return values.map { value in
      guard value != LoadProfile.missing else { return value }
      running += Int128(value)
      position += 1
      let reached =
        sum > 0 ? running * target / sum : position * target / Int128(known.count)
      defer { given = reached }
      return Int64(reached - given)
    }
  }

  @Test("1, 2, 3 and a hole to 12 are 2, 4, 6 and the hole; zeros to 7 are 2, 2, 3")
  func small() {
    let missing = LoadProfile.missing
    #expect(Self.scaled([1, 2, missing, 3], to: 12) == [2, 4, missing, 6])
    #expect(Self.scaled([0, 0, 0], to: 7) == [2, 2, 3])
    #expect(Self.scaled([3, -1, 2], to: 8) == [6, -2, 4])
  }

  @Test(
    "2,000 seeded lists of any size, some with holes, some negative, come to their sum value by value as defined"
  )
  func random() {
    var random = SplitMix64(seed: 12)
    for turn in 0..<2_000 {
      let most: Int64 =
        [9, 1_000_000, 900_000_000_000, 1_500_000_000_000_000_000, 4_000_000_000_000_000_000][
          turn % 5]
      // Three of the second largest are just below what a reciprocal is made for.
      let count = turn % 5 == 3 ? 3 : Int.random(in: 1...40, using: &random)
      let values = (0..<count).map { _ -> Int64 in
        switch Int.random(in: 0...9, using: &random) {
        case 0: return LoadProfile.missing
        case 1 where turn % 3 == 0: return -Int64.random(in: 0...(most / 64), using: &random)
        case 2: return 0
        default: return Int64.random(in: 0...most, using: &random)
        }
      }
      let known = values.filter { $0 != LoadProfile.missing }
      let sum = known.reduce(Int128(0)) { $0 + Int128($1) }
      // Products of the largest values leave 128 bits, so they are scaled to a part of themselves.
      let part = Int128(sum.magnitude) / 3 * Int128(turn % 5 == 3 ? 2 : [2, 7, 1000][turn % 3])
      let target = turn % 5 == 4 ? 1 << 50 : sum.magnitude > 0 ? part : 77
      let found = Self.scaled(values, to: Int128(target))
      #expect(found == Self.expected(values, to: Int128(target)), "turn \(turn)")
      guard !known.isEmpty, sum >= 0 else { continue }
      let reached = found.filter { $0 != LoadProfile.missing }.reduce(Int128(0)) { $0 + Int128($1) }
      #expect(reached == Int128(target), "turn \(turn)")
    }
  }
}
