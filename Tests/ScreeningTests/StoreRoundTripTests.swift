import Quantities
import Testing

@testable import Screening

@Suite("A store gives back what was put into it")
struct StoreRoundTripTests {
  @Test("500 random rows come back as they were, the store closed in between", arguments: [1, 2])
  func rows(seed: UInt64) throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let rows = StoreSamples.rows(500, seed: seed)
      let store = try ScreenStore(
        path: path, inputs: StoreSamples.inputs, resuming: false)
      for row in rows { try store.save(row, place: "at \(row.account)") }
      try store.close()
      let again = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: true)
      let kept = Dictionary(
        uniqueKeysWithValues: try again.rows().map { ($0.account, $0) })
      #expect(kept.count == 500, "seed \(seed)")
      for row in rows { #expect(kept[row.account] == row, "seed \(seed)") }
      #expect(again.finished.count == 500)
      #expect(again.finished["A77"] == "at A77")
    }
  }

  @Test("A row saved again takes the place of the earlier one, findings and extra columns too")
  func replaced() throws {
    try StoreSamples.withFolder { folder in
      let store = try ScreenStore(
        path: folder + "/run.sqlite", inputs: StoreSamples.inputs, resuming: false)
      for seed in [3, 4, 5] as [UInt64] {
        for row in StoreSamples.rows(100, seed: seed) { try store.save(row, place: "\(seed)") }
      }
      let last = StoreSamples.rows(100, seed: 5).sorted { $0.account < $1.account }
      #expect(try store.rows() == last)
      let codes = last.reduce(0) { $0 + ($1.figures?.findings.count ?? 0) }
      #expect(
        try StoreSamples.table(store, "SELECT count(*) FROM findings") == [["\(codes)"]])
      #expect(
        try StoreSamples.table(store, "SELECT DISTINCT place FROM accounts") == [["5"]])
    }
  }

  @Test(
    "Every millijoule is told apart in kilowatt-hours",
    arguments: [0, 1, 2, 3, -1, 3_600_000_000, 3_600_000_001, 123_456_789_012_345_678])
  func energies(millijoules: Int) {
    for step in -20...20 {
      let energy = Energy(millijoules: Int128(millijoules + step))
      #expect(StoredDecimal.energy(StoredDecimal.text(energy)) == energy)
    }
    #expect(StoredDecimal.text(Energy(kilowattHours: 4_390_000)) == "4390000")
    // 1 mJ = 1 ÷ 3.6e9 kWh = 2.78e-10 kWh.
    #expect(StoredDecimal.text(Energy(millijoules: 1)) == "0.0000000003")
  }

  @Test("Money is text with the digits of its currency, and more where it has more")
  func money() throws {
    #expect(StoredDecimal.text(try Money("5777640.2"), digits: 2) == "5777640.20")
    #expect(StoredDecimal.text(try Money("240000"), digits: 2) == "240000.00")
    #expect(StoredDecimal.text(try Money("-0.125"), digits: 2) == "-0.125")
    #expect(StoredDecimal.text(try Money("7"), digits: 0) == "7")
    #expect(StoredDecimal.steps(try Money("-1.005"), digits: 2) == -101)
    #expect(StoredDecimal.steps(Money(units: .max), digits: 4) == nil)
    for text in ["", "x", "1.", "1.2.3", "1e5", "0.1234567890123", "--1", "1.-5", "-"] {
      #expect(StoredDecimal.value(text) as Price? == nil, "\(text)")
    }
  }
}
