import Advice
import Billing
import Casework
import Documents
import Quantities
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

/// The mill of the published case; see samples/titanium-mill/README.md.
@Suite("The titanium mill, from readings and from intervals")
struct MillTests {
  static let folders = ["samples/titanium-mill", "samples/titanium-mill-intervals"]

  static func mill(_ folder: String) throws -> AccountCase {
    let dossier = try DossierReader.open(
      DossierRequest(origin: .folder(TestPlaces.path(folder))))
    let entry = try #require(dossier.accounts.first)
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")])
      .load(ids: [entry.account.tariff])
    return AccountCase(
      account: entry.account, use: try #require(entry.use),
      biller: Biller(terms: BillingTerms(book: book)))
  }

  private func money(_ text: String) throws -> Money { try Money(text) }

  @Test(
    "Basic charge 240 000.00 a month; the year 5 777 640.25, on average 1.3161", arguments: folders)
  func year(folder: String) throws {
    let bill = try Self.mill(folder).bills()
    #expect(bill.bills.count == 12)
    for month in bill.bills {
      #expect(month.amount(of: ChargeSelector("basic")).text(digits: 2) == "240000.00")
    }
    #expect(bill.total.text(digits: 2) == "5777640.25")
    #expect(bill.averagePrice?.text(digits: 4) == "1.3161")
    #expect(bill.energy == Energy(kilowattHours: 4_390_000))
  }

  @Test("Both sources give the same determinants but for the time of the maximum")
  func sameDeterminants() throws {
    let bills = try Self.folders.map { try Self.mill($0).bills().bills }
    for (reading, interval) in zip(bills[0], bills[1]) {
      #expect(reading.determinants.energy == interval.determinants.energy)
      #expect(
        reading.determinants.maximumDemand?.power == interval.determinants.maximumDemand?.power)
      #expect(reading.determinants.reactiveForward == interval.determinants.reactiveForward)
      #expect(reading.lines.map(\.amount) == interval.lines.map(\.amount))
      #expect(interval.determinants.maximumDemand?.start != nil)
    }
  }

  @Test("10 000 kVA saves 1 429 200.00: 1 440 000 less the reward lost", arguments: folders)
  func smallerTransformer(folder: String) throws {
    let change = try WhatIf(
      Self.mill(folder), levers: [.transformers(try TransformerSet("10000"))])
    #expect(change.saving.text(digits: 2) == "1429200.00")
  }

  private static let shares: [PeriodName: Rate] = [
    .sharp: Rate(units: 50_000_000_000), .peak: Rate(units: 250_000_000_000),
    .flat: Rate(units: 200_000_000_000), .valley: Rate(units: 500_000_000_000),
  ]

  @Test(
    "Shares of 5/25/20/50 save 472 742.64: 476 315.00 less the reward lost, to within 1",
    arguments: folders)
  func shift(folder: String) throws {
    let change = try WhatIf(Self.mill(folder), levers: [.shiftShares(Self.shares)])
    #expect((change.saving - (try money("472742.64"))).magnitude < (try money("1")))
  }

  @Test("Both together save the sum, 1 901 942.64, attributed in order and adding up exactly")
  func together() throws {
    let change = try WhatIf(
      Self.mill(Self.folders[0]),
      levers: [.transformers(try TransformerSet("10000")), .shiftShares(Self.shares)])
    #expect((change.saving - (try money("1901942.64"))).magnitude < (try money("1")))
    #expect(change.levers.map(\.lever.name) == ["shift-shares", "transformers"])
    #expect(change.levers.reduce(Money.zero) { $0 + $1.saving } == change.saving)
    #expect(
      change.warnings.contains {
        if case .demandKept = $0 { return true }
        return false
      })
  }

  @Test("Every month keeps its energy when shares are moved", arguments: folders)
  func energyKept(folder: String) throws {
    let change = try WhatIf(Self.mill(folder), levers: [.shiftShares(Self.shares)])
    for (before, after) in zip(change.baseline.bills, change.scenario.bills) {
      #expect(before.determinants.totalEnergy == after.determinants.totalEnergy)
      let half = after.determinants.totalEnergy.quantity
      #expect(after.determinants.energy(in: .valley).quantity.units * 2 == half.units)
    }
  }

  @Test("The audit finds the floor, the transformer and the dear hours, and what does not hold")
  func audit() throws {
    let audit = try Audit(Self.mill(Self.folders[0]))
    let codes = audit.findings.map(\.code)
    #expect(codes == [.floorBinds, .oversizedTransformer, .peakHeavy, .valleyUnused])
    // (12 × 8000 − 12 × 2375.25) kW × 30 CNY.
    #expect(
      audit.findings[0].value("paid_for_unused_demand") == .money(try money("2024910")))
    // 6300 kVA, the least at 110 kV: January 2871, July 2536 and ten months at the floor of 2520 make
    // 30 607 kW for 96 000; declaring 2520 kW from July makes 2520 of the 2536, since 2520 × 1.05
    // is 2646. 65 409 × 30 less the reward of 0.75 % on it.
    #expect(audit.best?.saving.text(digits: 2) == "1947552.97")
    #expect(audit.optimum?.isOptimal == true)
    guard case .floor(let floor, _, let meetsAt) = audit.thresholds.first?.kind else {
      Issue.record("no floor")
      return
    }
    #expect(floor.description == "8000")
    #expect(meetsAt.description == "7177.5")
    #expect(audit.indicators.loadFactor?.text(digits: 3) == "0.175")
    #expect(audit.indicators.loadRatio?.text(digits: 3) == "0.144")
  }

  @Test("A method the rules of 2013 do not know is refused")
  func actualDemand() throws {
    let mill = try Self.mill(Self.folders[0])
    #expect(throws: WhatIf.Failure.self) {
      try WhatIf(mill, levers: [.basicCharge(.always(.actualDemand))])
    }
  }

  @Test("Shares that are not the tariff's periods, or not the whole, are refused")
  func wrongShares() throws {
    let mill = try Self.mill(Self.folders[0])
    for shares in [
      [PeriodName.peak: Rate.one],
      [
        .sharp: Rate(units: 50_000_000_000), .peak: .zero, .flat: .zero,
        .valley: Rate(units: 940_000_000_000),
      ],
    ] {
      #expect(throws: WhatIf.Failure.self) {
        try WhatIf(mill, levers: [.shiftShares(shares)])
      }
    }
  }

  @Test("A contract demand that is tried holds in every month, also where registers name another")
  func contractOverRegisters() throws {
    var mill = try Self.mill(Self.folders[1])
    guard case .intervals(var profile) = mill.use else {
      Issue.record("no intervals")
      return
    }
    var reading = MonthlyReading(month: try #require(Month(iso: "2013-03")))
    reading.contractDemand = Power(9000)
    profile.registers = [reading]
    mill.use = .intervals(profile)
    let change = try WhatIf(mill, levers: [.contractDemand(.plan(.always(Power(8500))))])
    let march = Month(ordinal: 2013 * 12 + 2)
    #expect(change.baseline.bills.first { $0.month == march }?.billedDemand == Power(9000))
    #expect(change.scenario.bills.allSatisfy { $0.billedDemand == Power(8500) })
  }
}
