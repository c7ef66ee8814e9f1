import TestSupport
import Testing

@testable import Documents

@Suite("Exact sums of decimal texts")
struct DecimalSumTests {

  private func sum(_ texts: [String]) -> String {
    var sum = DecimalSum()
    for text in texts {
      let isAdded = sum.add(text)
      #expect(isAdded, "\(text)")
    }
    return sum.text
  }

  @Test(
    "Carries and signs",
    arguments: [
      ([], "0"), (["0.1", "0.2"], "0.3"), (["0.5", "0.5"], "1"), (["-0.5", "-0.5"], "-1"),
      (["1", "-0.25"], "0.75"), (["-1", "0.25"], "-0.75"), (["0.25", "-0.5"], "-0.25"),
      (["2.5", "-2.5"], "0"), (["-0.0"], "0"), (["10", "-9.999"], "0.001"),
      (["007.10", "-0.1"], "7"),
      (
        ["0." + String(repeating: "9", count: 36), "0." + String(repeating: "0", count: 35) + "1"],
        "1"
      ),
      (
        Array(repeating: String(repeating: "9", count: 30), count: 3),
        "2" + String(repeating: "9", count: 29) + "7"
      ),
    ] as [([String], String)])
  func sums(texts: [String], total: String) { #expect(sum(texts) == total) }

  @Test("Texts that are no decimal numbers, or too long, add nothing")
  func refused() {
    var sum = DecimalSum()
    let isAdded = sum.add("1")
    #expect(isAdded)
    for text in [
      "", "-", "1.", ".1", "1e1", "+1", "1 ", "1.1.1", String(repeating: "9", count: 31),
      "0." + String(repeating: "1", count: 37),
    ] {
      let isAdded = sum.add(text)
      #expect(!isAdded, "\(text)")
    }
    #expect(sum.text == "1")
  }

  @Test("200 random sums are those of whole numbers of millionths")
  func random() {
    for seed in UInt64(0)..<200 {
      var generator = SplitMix64(seed: seed)
      var exact: Int128 = 0
      var sum = DecimalSum()
      for _ in 0..<Int.random(in: 1...50, using: &generator) {
        let units = Int.random(in: -5_000_000...5_000_000, using: &generator)
        exact += Int128(units)
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        let text = "\(units < 0 ? "-" : "")\(padded.dropLast(6)).\(padded.suffix(6))"
        let isAdded = sum.add(text)
        #expect(isAdded, "seed \(seed): \(text)")
      }
      var again = DecimalSum()
      let isAdded = again.add(sum.text)
      #expect(isAdded, "seed \(seed)")
      #expect(again.text == sum.text, "seed \(seed)")
      let parts = sum.text.split(separator: ".")
      let fraction = parts.count > 1 ? String(parts[1]) : ""
      let units = Int128(
        parts[0] + fraction + String(repeating: "0", count: max(0, 6 - fraction.count)))
      #expect(units == exact, "seed \(seed): \(sum.text)")
    }
  }
}
