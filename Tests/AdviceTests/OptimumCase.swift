import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@testable import Advice

/// A small account with every choice of the basic charge, small enough to try all there is.
struct OptimumCase {
  let seed: UInt64
  let subject: AccountCase

  private static let rule = RuleReference(source: nil, file: "test.xml", line: 1)

  /// Makes a case.
  ///
  /// - Parameters:
  ///   - seed: What it is drawn from.
  ///   - pauses: Whether there are two or three units, rules of their pauses, and months enough.
  /// - Throws: What is wrong with a number, which nothing is.
  init(seed: UInt64, pauses: Bool = false) throws {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    func price(_ range: ClosedRange<Int>) -> PriceSource {
      .literal(Price(Int.random(in: range, using: &random)))
    }
    let reading: ExcessReading = Bool.random(using: &random) ? .a : .b
    let discount = DemandRule.Discount(
      energyPerCapacity: Quantity(260), factor: try Rate("0.9"), rule: Self.rule)
    let demand = price(30...45)
    let tiers = [DemandRule.Tier(upTo: nil, price: demand)]
    var methods = [
      BasicCharge.Method(
        method: .capacity, basis: .capacity(price: price(18...30)), rule: Self.rule),
      BasicCharge.Method(
        method: .contractDemand,
        basis: .demand(
          DemandRule(
            tiers: tiers, floors: [.capacityUnderContract(try Rate("0.4"))],
            contract: .init(
              allowance: try Rate("1.05"), reading: reading, withoutContract: .floor),
            discounts: [discount])), rule: Self.rule),
    ]
    if Bool.random(using: &random) {
      methods.append(
        BasicCharge.Method(
          method: .actualDemand,
          basis: .demand(
            DemandRule(tiers: tiers, floors: [], contract: nil, discounts: [discount])),
          rule: Self.rule))
    }
    let energy = EnergyCharge(
      billing: .derived, components: [],
      periods: [
        PeriodPrice(
          period: .all, months: .all,
          tiers: [.init(upTo: nil, formula: .price(.literal(try Price("0.6"))))],
          publishedColumn: nil, rule: Self.rule)
      ])
    let basic =
      pauses
      ? BasicCharge(methods: methods, pauses: Self.pauses(&random)) : BasicCharge(methods: methods)
    let methodMonths = Bool.random(using: &random) ? 3 : 1
    let contractMonths = Bool.random(using: &random) && !pauses ? methodMonths : 1
    let range = try #require(
      DateRange(from: CalendarDate(iso: "2020-01-01") ?? CalendarDate(dayNumber: 0), to: nil))
    let version = TariffVersion(
      inForce: range, eligibility: [], timeOfUse: .undivided, demandWindows: [],
      demandIntervalSeconds: 900, rounding: BillRounding(energyDigits: 0),
      terms: ChangeTerms(methodMonths: methodMonths, contractMonths: contractMonths, rule: nil),
      charges: [
        Charge(name: "basic", kind: .basic(basic), rule: Self.rule),
        Charge(name: "energy", kind: .energy(energy), rule: Self.rule),
      ], rule: Self.rule)
    let tariff = Tariff(
      id: "test", area: "test", currency: "CNY", timeZone: "Asia/Shanghai", titles: [:],
      versions: [version], file: "test.xml")
    var account = Account(id: "O", tariff: tariff.id)
    account.transformers = try TransformerSet(
      (pauses ? ["30+20", "2x25", "20+20+10", "30|20+20"] : ["50", "30+30", "63", "30|50+30"])
        .randomElement(using: &random) ?? "50")
    account.basicCharge = methods.randomElement(using: &random)?.method
    account.contractDemand = Power(Int.random(in: 12...40, using: &random))
    account.powerFactorStandard = .none
    let level = Int.random(in: pauses ? 10...34 : 5...26, using: &random)
    let first = pauses ? Int.random(in: 0...11, using: &random) : 1
    let count = pauses ? 4 : Int.random(in: 2...3, using: &random)
    let readings = (0..<count).map { index in
      var reading = MonthlyReading(month: Month(ordinal: 2026 * 12 + first + index))
      reading.maximumDemand = Power(
        units: Int128(level * Int.random(in: (pauses ? 30 : 60)...100, using: &random)) * 10_000)
      reading.energy = [
        RegisterEnergy(
          period: .all,
          energy: Energy(kilowattHours: level * Int.random(in: 200...500, using: &random)))
      ]
      reading.reactiveForward = .zero
      return reading
    }
    subject = AccountCase(
      account: account, use: .readings(readings),
      biller: Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))))
  }

  private static func pauses(_ random: inout SplitMix64) -> PauseRule {
    PauseRule(
      leastDays: [15, 15, 40].randomElement(using: &random) ?? 15,
      mostAYear: [nil, nil, 1].randomElement(using: &random) ?? nil,
      mostMonthsAYear: [1, 2, 6].randomElement(using: &random) ?? 6,
      shareStillDue: [.zero, .zero, Rate(units: Rate.unitsPerOne / 2)]
        .randomElement(using: &random) ?? .zero,
      stillDueWithinMonths: nil, rule: rule)
  }

  /// Every set of transformers that may be had, the present one among them.
  func sets() throws -> [TransformerSet] {
    let bill = try subject.bills()
    return [try #require(subject.account.transformers)]
      + PlantOptions.sets(subject, bill, Freedom()).map(\.set)
  }

  /// The least total of all choices, every one of them billed.
  func enumerated() throws -> Money {
    var least: Money?
    for set in try sets() {
      let total = try leastTotal(subject.applying(.transformers(set)))
      least = min(least ?? total, total)
    }
    return try #require(least)
  }

  /// Every method for every stretch in which none may be changed, with every contract for every
  /// stretch in which that may not.
  private func leastTotal(_ changed: AccountCase) throws -> Money {
    let version = try #require(changed.version(in: changed.months[0]))
    let methods = try #require(version.basicCharge?.methods)
    return try Self.stretches(changed.months, version.terms.methodMonths).reduce(.zero) {
      total, stretch in
      let costs = try methods.map { method in
        try Self.stretches(stretch, version.terms.contractMonths).reduce(.zero) {
          $0 + (try cost(changed, $1, method.method))
        }
      }
      return total + (try #require(costs.min()))
    }
  }

  /// Some months by a method, with the best of every whole kilowatt for all of them.
  private func cost(
    _ changed: AccountCase, _ months: [Month], _ method: BasicChargeMethod
  ) throws -> Money {
    var trial = changed
    trial.account.basicCharge = method
    if case .readings(let readings) = changed.use {
      trial.use = .readings(readings.filter { months.contains($0.month) })
    }
    // What is below the floor is raised to it.
    let most = Int(try #require(changed.account.billedCapacity).units / Power.unitsPerOne)
    let contracts = method == .contractDemand ? Array((most * 2 / 5)...most) : [1]
    return try #require(
      try contracts.map { contract in
        trial.account.contractDemand = Power(contract)
        return try trial.bills().total
      }.min())
  }

  static func stretches(_ months: [Month], _ term: Int) -> [[Month]] {
    Dictionary(grouping: months) { $0.ordinal / term }.values.map { $0.sorted() }
  }
}
