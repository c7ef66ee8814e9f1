import Quantities
import Testing

@testable import Screening

@Suite("The views of a store add up exactly")
struct StoreViewTests {
  /// Five accounts of two industries, one in doubt and one that failed.
  private static func rows() throws -> [ScreenRow] {
    [
      try StoreSamples.billed(
        "A", total: "100.10", price: "0.6", saving: "10.05", findings: ["floor-binds"]),
      try StoreSamples.billed(
        "B", total: "200.20", price: "0.7001", saving: "0.10",
        findings: ["peak-heavy", "floor-binds"]),
      try StoreSamples.billed("C", total: "-0.35", price: "0.9"),
      try StoreSamples.billed("D", total: "1000", price: "9", findings: ["data-suspect"]),
      try StoreSamples.billed(
        "E", industry: "glass", currency: "JPY", digits: 0, total: "7", price: "12.5",
        saving: "3"),
      ScreenRow(
        account: "F", name: "F", industry: "glass", voltage: nil, tariff: "t",
        outcome: .failed("no month is whole")),
    ]
  }

  private static func withStore(_ body: (ScreenStore) throws -> Void) throws {
    try StoreSamples.withFolder { folder in
      let store = try ScreenStore(
        path: folder + "/run.sqlite", inputs: StoreSamples.inputs, resuming: false)
      for row in try rows() { try store.save(row, place: "") }
      try store.flush()
      try body(store)
    }
  }

  @Test("by_industry: three of steel, of 0.60, 0.7001 and 0.90 a kWh, have a median of 0.7001")
  func industries() throws {
    try Self.withStore { store in
      #expect(
        try StoreSamples.table(store, "SELECT * FROM by_industry") == [
          ["glass", "JPY", "1", "7", "12.5", "3"],
          // 100.10 + 200.20 − 0.35 + 1000; 10.05 + 0.10. D is in doubt: no part of the median.
          ["steel", "CNY", "4", "1299.95", "0.7001", "10.15"],
        ])
      try store.save(StoreSamples.billed("G", total: "0.01", price: "0.65"), place: "")
      try store.save(StoreSamples.billed("D", total: "-1299.97", price: nil), place: "")
      try store.flush()
      #expect(
        try StoreSamples.table(
          store, "SELECT total, median_price FROM by_industry WHERE industry = 'steel'")
          // 100.10 + 200.20 − 0.35 + 0.01 − 1299.97; (0.65 + 0.7001) ÷ 2.
          == [["-1000.01", "0.67505"]])
    }
  }

  @Test("A hundred thousand fen are added without a fen of error")
  func manyFen() throws {
    try StoreSamples.withFolder { folder in
      let store = try ScreenStore(
        path: folder + "/run.sqlite", inputs: StoreSamples.inputs, resuming: false)
      try store.save(StoreSamples.billed("A", total: "90071992547409.93"), place: "")
      for index in 0..<1000 {
        try store.save(StoreSamples.billed("B\(index)", total: "1234567.01"), place: "")
      }
      try store.flush()
      #expect(
        try StoreSamples.table(store, "SELECT total, median_price, saving FROM by_industry")
          // 90071992547409.93, which is 2⁵³ + 1 fen and no binary fraction, + 1000 × 1234567.01.
          == [["90073227114419.93", nil, "0.00"]])
    }
  }

  @Test("by_finding and errors: floor-binds at two accounts, which save 10.15")
  func findings() throws {
    try Self.withStore { store in
      let found = try StoreSamples.table(store, "SELECT * FROM by_finding")
      #expect(
        found == [
          ["floor-binds", "CNY", "2", "10.15"], ["data-suspect", "CNY", "1", "0.00"],
          ["peak-heavy", "CNY", "1", "0.10"],
        ])
      #expect(
        try StoreSamples.table(store, "SELECT account, error FROM errors")
          == [["F", "no month is whole"]])
    }
  }

  @Test("ranked: the answer's columns in its order, void once a further row is kept")
  func ranked() throws {
    try Self.withStore { store in
      #expect(try StoreSamples.table(store, "SELECT * FROM ranked").isEmpty)
      let ranking = Ranking(try store.rows())
      try store.save(ranking)
      try store.save(ranking)
      // Steel's median is 0.7001 and its median distance 0.1001; C costs 0.1999 more, which is
      // 0.2855 of 0.7001, above the margin at which a price is told.
      #expect(
        try StoreSamples.table(
          store,
          """
          SELECT account, total, average_price, peer_median_price, substr(price_deviation, 1, 6),
            findings, best_lever, saving, rank, error, reason FROM ranked
          """) == [
            [
              "A", "100.10", "0.6", "0.7001", "-0.142", "floor-binds", "basic-charge", "10.05", "1",
              nil, "lever",
            ],
            ["E", "7", "12.5", "12.5", "0", nil, "basic-charge", "3", "2", nil, "lever"],
            [
              "B", "200.20", "0.7001", "0.7001", "0", "peak-heavy floor-binds", "basic-charge",
              "0.10", "3", nil, "lever",
            ],
            [
              "C", "-0.35", "0.9", "0.7001", "0.2855", "price-above-peers", nil, nil, "4", nil,
              "dearer-than-peers",
            ],
            [
              "D", "1000.00", "9", "0.7001", "11.855", "data-suspect price-above-peers", nil, nil,
              nil, nil, "suspect",
            ],
            ["F", nil, nil, nil, nil, nil, nil, nil, nil, "no month is whole", "failed"],
          ])
      #expect(
        try StoreSamples.table(
          store, "SELECT accounts FROM by_finding WHERE code = 'price-above-peers'") == [["2"]])
      try store.save(StoreSamples.billed("G", total: "1"), place: "")
      try store.flush()
      #expect(try StoreSamples.table(store, "SELECT * FROM ranked").isEmpty)
    }
  }
}
