import Billing
import Quantities
import Reporting
import Testing
import Use

@Suite("Problems and notes in words")
struct ProblemTests {
  static func problems() throws -> [BillingProblem] {
    let january = Fixtures.month("2026-01")
    let pages = try ["2025-11", "2025-12", "2026-03"].map { iso in
      try Fixtures.range(
        "\(Fixtures.month(iso).firstDay)", "\(Fixtures.month(iso).lastDay)")
    }
    return [
      .unknownTariff("cn-hubei-twopart", known: ["cn-hubei-two-part", "cn-hubei-single-part"]),
      .unknownTariff("x", known: (1...9).map { "cn-area-\($0)" }), .unknownTariff("x", known: []),
      .noRulesInForce(
        tariff: "cn-hubei-two-part", month: january,
        versions: [try Fixtures.range("2026-06-01")]),
      .noPriceInForce(tariff: "cn-hubei-two-part", month: january, pages: pages),
      .noPriceInForce(tariff: "cn-hubei-two-part", month: january, pages: []),
      .noPriceInForce(
        tariff: "cn-hubei-two-part", month: january,
        pages: try (1...9).map { try Fixtures.range("2025-0\($0)-01", "2025-0\($0)-28") }),
      .noPriceRow(
        tariff: "cn-hubei-two-part", month: january, voltage: .kV330,
        rows: [[.from1To10kV, .kV20], [.kV35]]),
      .missingPrice(columns: ["purchase"], charge: "energy", month: january, found: []),
      .missingPrice(
        columns: ["purchase", "line-loss"], charge: "energy", month: january,
        found: ["in the month's table"]),
      .missingAccountValue(.voltage, charge: "energy"),
      .missingAccountValue(.transformers, charge: "basic"),
      .missingAccountValue(.basicCharge, charge: "basic"),
      .missingAccountValue(.contractDemand, charge: "demand"),
      .methodNotAllowed(
        .actualDemand, allowed: [.capacity, .contractDemand], tariff: "cn-hunan-2013"),
      .missingRegister(.sharp, month: january, read: [.peak, .flat, .valley]),
      .missingRegister(.sharp, month: january, read: []),
      .unknownRegister(PeriodName("peek"), month: january, periods: [.peak, .flat]),
      .unknownRegister(.deep, month: january, periods: [.all]),
      .missingUse(.maximumDemand, charge: "basic", month: january),
      .missingUse(.maximumApparent, charge: "demand/kva", month: january),
      .missingUse(.reactive, charge: "power-factor", month: january),
      .missingUse(.sequence, charge: "energy", month: january),
      .unknownHolidays(january.firstDay, known: try Fixtures.range("2024-01-01", "2025-12-31")),
      .edgeInsideInterval(Fixtures.clock("08:30"), intervalSeconds: 3600),
      .intervalDoesNotFit(intervalSeconds: 1200, demandSeconds: 900),
      .missingLosses(unit: "T2"), .missingSubMeter("lighting", month: january),
      .missingLineDemand(line: "north", month: january),
      .missingCurve(january.firstDay), .curveNeedsIntervals(month: january),
    ]
  }

  @Test("Every problem reads as recorded")
  func problems() throws {
    let text = try Self.problems().map { problem in
      "\(Problem(problem).text)   exit \(problem.exitCode()), "
        + "with --tariff \(problem.exitCode(tariffGiven: true))\n"
    }.joined(separator: "\n")
    try expectGolden(text, "problems.txt")
  }

  @Test("Codes are kebab-case and each kind of problem has its own")
  func codes() throws {
    let codes = Set(try Self.problems().map(\.code))
    #expect(codes.count == 18)
    #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  @Test("What twelve months lack is said once")
  func months() throws {
    let months = (0..<12).map { Fixtures.month("2025-01").adding($0) } + [Fixtures.month("2026-03")]
    let failure = BillingFailure(
      months.map { .noPriceInForce(tariff: "t", month: $0, pages: []) }
        + [.missingAccountValue(.voltage, charge: "energy")])
    let problems = Problem.list(of: failure, account: Account(id: "A-1", tariff: "t"))
    #expect(problems.count == 2)
    #expect(
      problems[0].message
        == "account A-1: no price of t is in force in 2025-01 to 2025-12, 2026-03; "
        + "it has no price page")
    #expect(Problem.exitCode(of: problems) == 1)
    #expect(Problem.exitCode(of: problems.prefix(1)) == 3)
    #expect(Problem.exitCode(of: []) == 0)
  }

  @Test("Every note reads as recorded")
  func notes() throws {
    let notes: [BillNote] = [
      .billedUnderFallback(
        named: "cn-hubei-two-part", billed: "cn-hubei-single-part", capacity: Power(80)),
      .noEnergyNoPowerFactor, .noPowerFactorStandard,
      .coarseDemand(intervalSeconds: 3600, demandSeconds: 900),
      .shortHistory(known: 0, needed: 11), .shortHistory(known: 3, needed: 11),
      .annualMinimumOpen(monthsKnown: 1), .annualMinimumOpen(monthsKnown: 7),
      .priceGiven(name: "purchase", price: try Price("0.3845")),
      .asOf(Fixtures.month("2026-01")),
      .registersDiffer(
        sum: Energy(kilowattHours: 1_866_000), total: try Energy(kilowattHours: "1866012.5")),
    ]
    let codes = notes.map { "\($0.severity.rawValue) \($0.code): \($0.text)\n" }
    try expectGolden(codes.joined(), "notes.txt")
  }
}
