import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Intervals become determinants")
struct DeterminantsTests {
  private let tariff = Fixtures.tariff([Fixtures.flatEnergy("1")], hours: Fixtures.hours)

  private func determinants(_ profile: LoadProfile) throws -> BillingDeterminants {
    let version = try #require(tariff.versions.first)
    return try DeterminantsBuilder.determinants(
      of: profile, month: Fixtures.month, version: version)
  }

  private func profile(_ seconds: Int, _ value: (Int) -> Int64) -> LoadProfile {
    LoadProfile(
      firstDay: Fixtures.month.firstDay, intervalSeconds: seconds,
      active: (0..<(31 * 86_400 / seconds)).map(value))
  }

  @Test("A load of 1 kW has 93 kWh in 31 × 3 sharp hours, 217, 186 and 248 in the others")
  func periods() throws {
    for seconds in [300, 900, 1800, 3600] {
      let result = try determinants(profile(seconds) { _ in Int64(seconds) * 1_000_000 })
      #expect(
        result.energy.map { "\($0.period) \($0.energy)" } == [
          "sharp 93", "peak 217", "flat 186", "valley 248",
        ])
      #expect(result.totalEnergy.description == "744")
      #expect(result.maximumDemand?.power.description == "1")
      #expect(result.coverage.isWhole)
    }
  }

  @Test("Every interval falls into the period its start lies in: 40 seeded months")
  func everyInterval() throws {
    for seed in UInt64(0)..<40 {
      var generator = SplitMix64(seed: seed)
      let values = (0..<2976).map { _ in Int64.random(in: 0...1_000_000_000_000, using: &generator)
      }
      let result = try determinants(profile(900) { values[$0] })
      var expected: [PeriodName: Int128] = [:]
      for (index, value) in values.enumerated() {
        let period = Fixtures.hours.period(
          on: Fixtures.month.firstDay.adding(days: index / 96), minute: index % 96 * 15)
        if let period { expected[period, default: 0] += Int128(value) }
      }
      for register in result.energy {
        #expect(register.energy.millijoules == expected[register.period], "seed \(seed)")
      }
      let highest = try #require(values.max())
      #expect(
        result.maximumDemand?.power
          == Energy(millijoules: Int128(highest)).meanPower(overSeconds: 900), "seed \(seed)")
      let index = try #require(values.firstIndex(of: highest))
      #expect(
        result.maximumDemand?.start
          == LocalTime(
            date: Fixtures.month.firstDay.adding(days: index / 96), second: index % 96 * 900),
        "seed \(seed)")
    }
  }

  @Test(
    "9,999,999 kW over 744 hours are 7,439,999,256 kWh, in intervals of a quarter hour to a day")
  func largest() throws {
    let version = try #require(Fixtures.tariff([Fixtures.flatEnergy("1")]).versions.first)
    for seconds in [900, 3600, 21_600, 43_200, 86_400] {
      let result = try DeterminantsBuilder.determinants(
        of: profile(seconds) { _ in 9_999_999_000_000 * Int64(seconds) }, month: Fixtures.month,
        version: version)
      #expect(result.totalEnergy.description == "7439999256", "\(seconds) s")
      #expect(result.energy.map(\.energy.description) == ["7439999256"], "\(seconds) s")
      #expect(result.maximumDemand?.power == Power(9_999_999), "\(seconds) s")
    }
  }

  @Test("5-minute data: fixed quarters show 200 kW, a sliding quarter across their border 300 kW")
  func sliding() throws {
    // 300 kW from 09:10 to 09:25, nothing else: two thirds of either fixed quarter.
    let result = try determinants(
      profile(300) { index in (110..<113).contains(index) ? 300 * 300 * 1_000_000 : 0 })
    #expect(result.maximumDemand?.power.description == "200")
    #expect(result.maximumDemand?.start?.description == "2026-01-01T09:15")
    #expect(result.slidingDemand?.power.description == "300")
    #expect(result.slidingDemand?.start?.description == "2026-01-01T09:10")
  }

  @Test("A sliding quarter may cross midnight")
  func slidingAcrossMidnight() throws {
    let result = try determinants(
      profile(300) { index in (286..<289).contains(index) ? 300 * 300 * 1_000_000 : 0 })
    #expect(result.slidingDemand?.power.description == "300")
    #expect(result.slidingDemand?.start?.description == "2026-01-01T23:50")
  }

  @Test("A window from 19:05 to 21:55 has no quarter that begins before it or ends behind it")
  func windowEdges() throws {
    let hours = DayCalendar(
      periods: [.peak, .flat],
      plans: [
        DayPlan(
          runs: [
            PeriodRun(from: .midnight, to: try #require(ClockTime("19:05")), period: 1),
            PeriodRun(
              from: try #require(ClockTime("19:05")), to: try #require(ClockTime("21:55")),
              period: 0),
            PeriodRun(from: try #require(ClockTime("21:55")), to: .endOfDay, period: 1),
          ])
      ], planIndex: Array(repeating: 0, count: 84))
    let window = DemandWindow(name: "evening", calendar: hours, periods: [0])
    let version = try #require(
      Fixtures.tariff([Fixtures.flatEnergy("1")], windows: [window]).versions.first)
    // 900 kW from 19:10 to 19:15 of one day, 1200 kW from 21:45 to 21:50 of another, 100 kW else:
    // (100 + 100 + 900) ÷ 3 and (1200 + 100 + 100) ÷ 3 = 466.67 kW of quarters across an edge.
    let result = try DeterminantsBuilder.determinants(
      of: profile(300) { index in
        let power: Int64 = index == 288 + 230 ? 900 : index == 5 * 288 + 261 ? 1200 : 100
        return power * 300_000_000
      }, month: Fixtures.month, version: version)
    #expect(result.windowDemand["evening"]?.power == Power(100))
    #expect(result.windowDemand["evening"]?.start?.description == "2026-01-01T19:15")
    #expect(result.maximumDemand?.start?.description == "2026-01-06T21:45")
  }

  @Test("Hourly data give the hour's mean, and the bill says so")
  func coarse() throws {
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
    let bills = try Biller(terms: terms).bills(
      for: Fixtures.account(), use: .intervals(profile(3600) { _ in 3_600_000_000 }))
    #expect(
      bills.bills.first?.notes.contains(.coarseDemand(intervalSeconds: 3600, demandSeconds: 900))
        == true)
  }

  @Test("A month with one interval missing is named, not billed")
  func missing() throws {
    var profile = profile(900) { _ in 900_000_000 }
    profile.active[1000] = LoadProfile.missing
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
    let result = try Biller(terms: terms).bills(for: Fixtures.account(), use: .intervals(profile))
    #expect(result.bills.isEmpty)
    #expect(result.incompleteMonths == [Fixtures.month])
    guard case .incomplete(let month) = result.months.first else {
      Issue.record("billed")
      return
    }
    #expect(month.determinants.coverage == .intervals(present: 2975, expected: 2976))
  }

  @Test("A period that begins inside an interval is refused")
  func edge() throws {
    let hours = DayCalendar(
      periods: [.flat, .peak],
      plans: [
        DayPlan(
          runs: [
            PeriodRun(from: .midnight, to: try #require(ClockTime("07:30")), period: 0),
            PeriodRun(from: try #require(ClockTime("07:30")), to: .endOfDay, period: 1),
          ])
      ], planIndex: Array(repeating: 0, count: 84))
    let version = try #require(
      Fixtures.tariff([Fixtures.flatEnergy("1")], hours: hours).versions.first)
    #expect(
      throws: BillingProblem.edgeInsideInterval(
        try #require(ClockTime("07:30")), intervalSeconds: 3600)
    ) {
      try DeterminantsBuilder.determinants(
        of: profile(3600) { _ in 0 }, month: Fixtures.month, version: version)
    }
  }

  @Test("Apparent demand is √(P² + Q²): 300 kW and 400 kvar are 500 kVA")
  func apparent() throws {
    let charge = Fixtures.charge(
      "demand/kva",
      .demand(
        DemandCharge(window: nil, months: .all, unit: .kVA, demand: Fixtures.demandRule(price: "2"))
      ))
    let tariff = Fixtures.tariff([charge])
    let values = Array(repeating: Int64(300 * 900 * 1_000_000), count: 2976)
    let profile = LoadProfile(
      firstDay: Fixtures.month.firstDay, intervalSeconds: 900, active: values,
      reactiveForward: Array(repeating: Int64(400 * 900 * 1_000_000), count: 2976))
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
    let bill = try Biller(terms: terms).bills(
      for: Fixtures.account(), use: .intervals(profile)
    ).bills.first
    #expect(bill?.total.text(digits: 2) == "1000.00")
  }

  /// A charge of 2 on each kvar of the highest reactive power.
  private static func reactive(window: String? = nil, free: String = "0") -> Charge {
    Fixtures.charge(
      "demand/kvar",
      .demand(
        DemandCharge(
          window: window, months: .all, unit: .kvar, demand: Fixtures.demandRule(price: "2"),
          freeShare: Fixtures.rate(free))))
  }

  /// 1000 kW, from 19 to 22 o'clock 120 kW; 400 kvar from noon to one o'clock of the third day,
  /// 700 kvar in the five minutes after it, 100 kvar else.
  private func reactiveLoad() -> LoadProfile {
    let noon = 2 * 288 + 144
    let count = 31 * 288
    return LoadProfile(
      firstDay: Fixtures.month.firstDay, intervalSeconds: 300,
      active: (0..<count).map { index in
        (228..<264).contains(index % 288) ? 120 * 300_000_000 : 1000 * 300_000_000
      },
      reactiveForward: (0..<count).map { index in
        let kvar: Int64 = index == noon + 12 ? 700 : (noon..<noon + 12).contains(index) ? 400 : 100
        return kvar * 300_000_000
      })
  }

  @Test("Reactive demand is the highest mean of 15 minutes: 400 kvar, not 700 kvar of 5 minutes")
  func reactiveDemand() throws {
    let tariff = Fixtures.tariff([Self.reactive()])
    let bill = try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))).bills(
      for: Fixtures.account(), use: .intervals(reactiveLoad())
    ).bills.first
    // The quarter of an hour after one o'clock has (700 + 100 + 100) ÷ 3 = 300 kvar.
    #expect(bill?.determinants.maximumReactive?.power == Power(400))
    #expect(bill?.determinants.maximumReactive?.start?.description == "2026-01-03T12:00")
    #expect(bill?.total.text(digits: 2) == "800.00")
  }

  @Test(
    "A quarter of the kW of the same hours is free: 400 kvar less 250, in sharp hours 100 less 30")
  func freeReactiveDemand() throws {
    // From 19 to 22 o'clock 100 kvar, and a quarter of 120 kW free, or 0.9 of it: 108 kvar.
    let sharp = DemandWindow(name: "kvar", calendar: Fixtures.hours, periods: [0])
    let cases: [(window: String?, free: String, total: String)] = [
      (nil, "0.25", "300.00"), ("kvar", "0.25", "140.00"), ("kvar", "0.9", "0.00"),
    ]
    for (window, free, total) in cases {
      let tariff = Fixtures.tariff([Self.reactive(window: window, free: free)], windows: [sharp])
      let bill = try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))).bills(
        for: Fixtures.account(), use: .intervals(reactiveLoad())
      ).bills.first
      #expect(bill?.total.text(digits: 2) == total)
      #expect(bill?.determinants.windowReactive["kvar"]?.power == Power(100))
    }
  }

  @Test("A month cut in two has the highest reactive demand of both parts")
  func reactiveDemandOfParts() throws {
    let tariff = Fixtures.tariff([Self.reactive()])
    for day in [2, 20] {
      let account = Fixtures.account {
        $0.events = [
          AccountEvent(date: Fixtures.month.firstDay.adding(days: day), change: .voltage(.kV35))
        ]
      }
      let bill = try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))).bills(
        for: account, use: .intervals(reactiveLoad())
      ).bills.first
      #expect(bill?.total.text(digits: 2) == "800.00", "\(day)")
    }
  }

  @Test("Where intervals have no reactive power, the register's highest is billed")
  func reactiveDemandOfRegister() throws {
    let tariff = Fixtures.tariff([Self.reactive()])
    var load = reactiveLoad()
    load.reactiveForward = nil
    load.registers = [Fixtures.reading { $0.maximumReactive = Fixtures.power("50") }]
    let bill = try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))).bills(
      for: Fixtures.account(), use: .intervals(load)
    ).bills.first
    #expect(bill?.total.text(digits: 2) == "100.00")
  }

  @Test("Without reactive power, or with a part of it, a charge on kvar has no bill")
  func unknownReactiveDemand() throws {
    let tariff = Fixtures.tariff([Self.reactive()])
    #expect(throws: (any Error).self) {
      try Fixtures.bills(tariff, readings: [Fixtures.reading(kW: "1000")])
    }
    var load = reactiveLoad()
    load.reactiveForward?[5] = LoadProfile.missing
    #expect(throws: (any Error).self) {
      try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))).bills(
        for: Fixtures.account(), use: .intervals(load))
    }
    let bill = try Fixtures.bills(
      tariff, readings: [Fixtures.reading { $0.maximumReactive = Fixtures.power("12.5") }]
    ).first
    #expect(bill?.total.text(digits: 2) == "25.00")
  }
}
