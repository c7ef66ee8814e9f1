import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Months with holes")
struct IncompleteMonthTests {
  private static let quarter: Int64 = 900_000_000

  /// 1 kW through January by quarter-hours, 4 kW in the first, less the intervals of `holes`.
  private static func profile(holes: Range<Int>) -> LoadProfile {
    var active = [Int64](repeating: quarter, count: 2976)
    active[0] = 4 * quarter
    for index in holes { active[index] = LoadProfile.missing }
    return LoadProfile(firstDay: Fixtures.month.firstDay, intervalSeconds: 900, active: active)
  }

  private static func outcome(
    _ profile: LoadProfile, _ charges: [Charge] = [Fixtures.flatEnergy("1")],
    _ account: Account = Fixtures.account()
  ) throws -> IncompleteMonth {
    let terms = BillingTerms(book: TariffBook(tariffs: [Fixtures.tariff(charges)]))
    let result = try Biller(terms: terms).bills(for: account, use: .intervals(profile))
    guard case .incomplete(let month) = try #require(result.months.first) else {
      throw Billed()
    }
    return month
  }

  private struct Billed: Error {}

  @Test("Four missing quarter-hours at 1 a kWh: 743.75 to 747.75, for up to 4 kW in each")
  func bounds() throws {
    let bounds = try #require(try Self.outcome(Self.profile(holes: 100..<104)).bounds)
    // 2,971 quarter-hours of 0.25 kWh and one of 1 kWh; four more of 0 or of 1 kWh.
    #expect(bounds.lowest == Fixtures.money("743.75"))
    #expect(bounds.highest == Fixtures.money("747.75"))
    #expect(bounds.ceiling == .observed(Fixtures.power("4")))
  }

  @Test("A profile that ends on the 30th is bounded over the 31st too")
  func shortProfile() throws {
    let whole = Self.profile(holes: 0..<0)
    let short = LoadProfile(
      firstDay: whole.firstDay, intervalSeconds: 900, active: Array(whole.active.prefix(2880)))
    let bounds = try #require(try Self.outcome(short).bounds)
    // 2,879 × 0.25 + 1 = 720.75; 96 more of up to 1 kWh.
    #expect(bounds.lowest == Fixtures.money("720.75"))
    #expect(bounds.highest == Fixtures.money("816.75"))
  }

  @Test("Where nothing was drawn, installed capacity is the ceiling")
  func capacity() throws {
    var profile = Self.profile(holes: 100..<104)
    for index in profile.active.indices where profile.active[index] != LoadProfile.missing {
      profile.active[index] = 0
    }
    var account = Fixtures.account()
    account.units = [InstalledUnit(id: "T1", capacity: Fixtures.power("100"), group: 0)]
    let bounds = try #require(
      try Self.outcome(profile, [Fixtures.flatEnergy("1")], account).bounds)
    #expect(bounds.ceiling == .capacity(Fixtures.power("100")))
    // Four quarter-hours of 25 kWh.
    #expect(bounds.lowest == .zero && bounds.highest == Fixtures.money("100"))
  }

  @Test("The true bill lies within its bounds for 200 seeded holes")
  func within() throws {
    let seeds = (0..<200).map { UInt64($0) }
    for seed in seeds {
      var random = SplitMix64(seed: seed)
      let first = Int(random.next() % 2000)
      let holes = (first + 1)..<(first + 2 + Int(random.next() % 200))
      var real = Self.profile(holes: 0..<0)
      for index in holes { real.active[index] = Int64(random.next() % 5) * Self.quarter }
      let truth = try #require(
        try Biller(
          terms: BillingTerms(
            book: TariffBook(tariffs: [Fixtures.tariff([Fixtures.flatEnergy("0.37")])]))
        ).bills(for: Fixtures.account(), use: .intervals(real)).bills.first)
      var holed = real
      for index in holes { holed.active[index] = LoadProfile.missing }
      let bounds = try #require(
        try Self.outcome(holed, [Fixtures.flatEnergy("0.37")]).bounds)
      #expect(
        bounds.lowest <= truth.total && truth.total <= bounds.highest, "seed \(seed)")
    }
  }

  @Test("Reactive energy missing beside active energy is not billed as none")
  func reactive() throws {
    var profile = Self.profile(holes: 0..<0)
    profile.reactiveForward = [Int64](repeating: 1000, count: 2976)
    profile.reactiveForward?[7] = LoadProfile.missing
    let version = try #require(Fixtures.tariff([Fixtures.flatEnergy("1")]).versions.first)
    let result = try DeterminantsBuilder.determinants(
      of: profile, month: Fixtures.month, version: version)
    #expect(result.reactiveForward == nil)
    #expect(
      result.withheld
        == [
          .reactive(
            from: LocalTime(date: Fixtures.month.firstDay, second: 7 * 900), intervals: 1)
        ])
  }

  @Test("An hour read as one hides the quarter-hour demand of its month, not its energy")
  func longReading() throws {
    var profile = Self.profile(holes: 0..<0)
    profile.coarse = [40..<44]
    let version = try #require(Fixtures.tariff([Fixtures.flatEnergy("1")]).versions.first)
    let result = try DeterminantsBuilder.determinants(
      of: profile, month: Fixtures.month, version: version)
    #expect(result.maximumDemand == nil)
    #expect(result.totalEnergy.quantity.description == "744.75")
    #expect(
      result.withheld
        == [.demand(from: LocalTime(date: Fixtures.month.firstDay, second: 36_000))])
    let charges = [Fixtures.basic(.actualDemand, Fixtures.demandRule())]
    let terms = BillingTerms(book: TariffBook(tariffs: [Fixtures.tariff(charges)]))
    let account = Fixtures.account { $0.basicCharge = .actualDemand }
    #expect(throws: BillingFailure.self) {
      try Biller(terms: terms).bills(for: account, use: .intervals(profile))
    }
  }
}
