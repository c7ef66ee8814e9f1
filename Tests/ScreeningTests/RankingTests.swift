import Quantities
import TestSupport
import Testing
import Use

@testable import Screening

@Suite("Peers and ranking")
struct RankingTests {
  /// An account with a price and what a visit may save.
  static func row(
    _ account: String, _ price: String, industry: String = "alloys", voltage: Voltage? = .kV35,
    saving: String? = nil, even: String? = nil, findings: [String] = [], basicShare: String? = nil
  ) throws -> ScreenRow {
    var row = try StoreSamples.billed(
      account, industry: industry, total: "1000", price: price, saving: saving,
      findings: findings)
    row.voltage = voltage
    guard case .billed(var figures) = row.outcome else { return row }
    figures.evenLoadSaving = try even.map { try Money($0) }
    figures.basicShare = try basicShare.map { try Rate($0) }
    row.outcome = .billed(figures)
    return row
  }

  @Test(
    "Prices 0.50, 0.55, 0.60, 0.66, 1.34: median 0.60, distances 0.10, 0.05, 0, 0.06, 0.74, so 1.34 is 0.74 ÷ (1.4826 × 0.06) = 8.3187 off"
  )
  func robust() throws {
    let prices = ["0.50", "0.55", "0.60", "0.66", "1.34"]
    let rows = try prices.enumerated().map { try Self.row("A\($0)", $1) }
    let ranking = Ranking(rows)
    let mill = try #require(ranking.rows.first { $0.row.account == "A4" }?.place)
    #expect(mill.peers.count == 5)
    #expect(mill.peers.medianPrice == (try Price("0.60")))
    // 0.74 ÷ 0.088956 = 8.318719…, and 1.34 ÷ 0.60 − 1 = 1.233333…
    #expect(mill.robustZ?.text(digits: 4) == "8.3187")
    #expect(mill.priceDeviation?.text(digits: 4) == "1.2333")
    #expect(
      ranking.rows.first { $0.row.account == "A4" }?.findings == ["price-above-peers"])
  }

  @Test("Of an even count the median is the mean of the two in the middle: 0.50, 0.60 are 0.55")
  func even() throws {
    #expect(
      PeerStatistics.median([try Price("0.60"), try Price("0.50")]) == (try Price("0.55")))
    #expect(PeerStatistics.median([Price]()) == nil)
    // All alike: no distance, so no score.
    let ranking = Ranking(try (0..<6).map { try Self.row("A\($0)", "0.7") })
    #expect(ranking.rows[0].place?.robustZ == nil)
    #expect(ranking.rows[0].place?.priceDeviation == .zero)
  }

  @Test("Four at a voltage are measured by their industry, five by each other")
  func groups() throws {
    var rows = try (0..<5).map { try Self.row("A\($0)", "0.5") }
    rows += try (0..<4).map { try Self.row("B\($0)", "0.9", voltage: .kV110) }
    let ranking = Ranking(rows)
    func place(_ account: String) throws -> PeerPlace {
      try #require(ranking.rows.first { $0.row.account == account }?.place)
    }
    #expect(try place("A0").group == .industryAndVoltage("alloys", .kV35))
    #expect(try place("B0").group == .industry("alloys"))
    // 0.5 five times and 0.9 four times.
    #expect(try place("B0").peers.medianPrice == (try Price("0.5")))
    #expect(try place("B0").priceDeviation == (try Rate("0.8")))
    #expect(ranking.peers(industry: "alloys", voltage: .kV110)?.count == 9)
    #expect(ranking.peers(industry: "steel", voltage: .kV110) == nil)
  }

  @Test(
    "Most saved stands first; an even load counts where it is more; of equals the dearer, then the lesser number"
  )
  func order() throws {
    let ranking = Ranking([
      try Self.row("C", "0.60", saving: "10"), try Self.row("A", "0.61"),
      try Self.row("B", "0.61"), try Self.row("D", "0.60", saving: "5", even: "20"),
      try Self.row("E", "0.70"), try Self.row("F", "9.00", findings: ["data-suspect"]),
      ScreenRow(
        account: "G", name: "", industry: "alloys", voltage: nil, tariff: "t",
        outcome: .failed("no price")),
    ])
    #expect(ranking.rows.map(\.row.account) == ["D", "C", "E", "A", "B", "F", "G"])
    #expect(ranking.rows.map(\.rank) == [1, 2, 3, 4, 5, nil, nil])
    #expect(ranking.rows[0].reason == .evenLoad(try Money("20")))
    // The doubtful 9.00 is in no median: of 0.60, 0.60, 0.61, 0.61, 0.70 it is 0.61.
    #expect(ranking.rows[0].place?.peers.medianPrice == (try Price("0.61")))
    #expect(
      ranking.rows[2].reason
        == .dearerThanPeers(try #require(ranking.rows[2].place?.priceDeviation)))
    #expect(ranking.rows[3].reason == .nothing)
    #expect(ranking.rows[5].reason == .suspect)
    #expect(ranking.rows[6].reason == .failed)
  }

  @Test("The order in which rows come does not matter, over 50 shuffles of 40 rows")
  func shuffled() throws {
    var random = SplitMix64(seed: 9)
    let rows = try (0..<40).map { number in
      try Self.row(
        "A\(number)", "0.\(Int.random(in: 40...49, using: &random))",
        industry: number % 3 == 0 ? "alloys" : "steel",
        voltage: number % 2 == 0 ? .kV35 : nil,
        saving: number % 4 == 0 ? "\(Int.random(in: 1...4, using: &random))" : nil)
    }
    let expected = Ranking(rows).rows
    for _ in 0..<50 { #expect(Ranking(rows.shuffled(using: &random)).rows == expected) }
  }

  @Test(
    "Industries placed one by one, sorted by the text of their order, are numbered as ranked whole, for 30 seeds"
  )
  func steps() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let rows = try (0..<40).map { number in
        var row = try Self.row(
          "A\(number)", "0.\(Int.random(in: 40...49, using: &random))",
          industry: ["alloys", "steel", "钢"][number % 3],
          voltage: number % 2 == 0 ? .kV35 : nil,
          saving: number % 4 == 0 ? "\(Int.random(in: -4...4, using: &random))" : nil,
          even: number % 5 == 0 ? "0.\(Int.random(in: 1...4, using: &random))" : nil,
          findings: number % 11 == 0 ? ["data-suspect"] : [])
        if number % 13 == 0 { row.outcome = .failed("why") }
        return row
      }
      let industries = Dictionary(grouping: rows, by: \.industry).values
      let placed = industries.flatMap { Ranking.placed($0) }
      let sorted = placed.sorted {
        $0.order.text.utf8.lexicographicallyPrecedes($1.order.text.utf8)
      }
      let half = 17
      let numbered =
        Ranking(ordered: Array(sorted[..<half]), behind: 0).rows
        + Ranking(ordered: Array(sorted[half...]), behind: half).rows
      #expect(numbered == Ranking(rows).rows, "seed \(seed)")
    }
  }

  @Test("A basic charge of 30 % stands out among 10 %, 15 % does not", arguments: ["0.30", "0.15"])
  func basicShare(_ share: String) throws {
    var rows = try (0..<5).map { try Self.row("A\($0)", "0.6", basicShare: "0.10") }
    rows.append(try Self.row("Z", "0.6", basicShare: share))
    let found = Ranking(rows).rows.first { $0.row.account == "Z" }?.findings
    #expect(found == (share == "0.30" ? ["basic-share-above-peers"] : []))
  }

  @Test("Energy of 1200 MWh in twelve months is 100 MWh a month, the least of the second band")
  func bands() {
    func band(_ kilowattHours: Int, _ months: Int) -> SizeBand {
      SizeBand(Energy(kilowattHours: kilowattHours), months: months)
    }
    #expect(band(1_200_000, 12) == .medium)
    #expect(band(1_199_999, 12) == .small)
    #expect(band(1_000_000, 1) == .large)
    #expect(band(120_000_000, 12) == .huge)
  }
}
