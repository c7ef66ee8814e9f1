import Advice
import Billing
import Casework
import Quantities
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

/// Bills with one planted difference each; the variant that was planted must be the one named.
@Suite("A difference between issued and computed bills is explained by what caused it")
struct VerificationTests {
  private func subject(_ folder: String, asOf: String?) throws -> AccountCase {
    let dossier = try DossierReader.open(
      DossierRequest(origin: .folder(TestPlaces.path(folder))))
    let entry = try #require(dossier.accounts.first)
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")])
      .load(ids: [entry.account.tariff])
    return AccountCase(
      account: entry.account, use: try #require(entry.use),
      biller: Biller(
        terms: BillingTerms(book: book, asOf: asOf.flatMap { Month(iso: $0) })))
  }

  /// What a utility would have issued for a case: every charge and the total.
  private func issued(_ subject: AccountCase) throws -> [IssuedCharge] {
    try subject.bills().bills.flatMap { bill in
      ["basic", "energy", "funds", "power-factor"].compactMap { charge in
        bill.lines.contains { ChargeSelector(charge).selects($0.charge) }
          ? IssuedCharge(
            month: bill.month, charge: charge, amount: bill.amount(of: ChargeSelector(charge)))
          : nil
      } + [IssuedCharge(month: bill.month, charge: "total", amount: bill.total)]
    }
  }

  @Test("What is issued as computed agrees in every line of every month")
  func agreement() throws {
    let mill = try subject("samples/titanium-mill", asOf: nil)
    let verification = try Verification(mill, issued: try issued(mill), tolerance: .zero)
    #expect(verification.agrees)
    #expect(verification.months.count == 12)
  }

  @Test("Reading B billed in July and December, when the contract was exceeded")
  func readingB() throws {
    let works = try subject("samples/steel-works", asOf: "2026-01")
    var planted = works
    planted.account.excessReading = .b
    let verification = try Verification(works, issued: try issued(planted), tolerance: .zero)
    let differing = verification.months.filter { !$0.agrees }
    #expect(differing.map(\.month.description) == ["2025-07", "2025-12"])
    for month in differing { #expect(month.explainedBy == [.excessReading(.b)]) }
  }

  @Test("Stamps read one interval late")
  func stamps() throws {
    let works = try subject("samples/steel-works", asOf: "2026-01")
    guard case .intervals(var profile) = works.use else {
      Issue.record("no intervals")
      return
    }
    func late(_ values: [Int64]) -> [Int64] { [values[values.count - 1]] + values.dropLast() }
    profile.active = late(profile.active)
    profile.reactiveForward = profile.reactiveForward.map(late)
    var planted = works
    planted.use = .intervals(profile)
    let verification = try Verification(works, issued: try issued(planted), tolerance: .zero)
    let differing = verification.months.filter { !$0.agrees }
    #expect(differing.count == 12)
    for month in differing { #expect(month.explainedBy == [.stampShift(intervals: 1)]) }
  }

  @Test("A multiplier applied twice, and funds taken into the power-factor base")
  func others() throws {
    let mill = try subject("samples/titanium-mill", asOf: nil)
    var planted = mill
    guard case .readings(let readings) = mill.use else {
      Issue.record("no readings")
      return
    }
    planted.use = .readings(
      readings.map { reading in
        var tenfold = reading
        tenfold.energy = reading.energy.map {
          RegisterEnergy(
            period: $0.period, energy: Energy(millijoules: $0.energy.millijoules * 10))
        }
        tenfold.total = reading.total.map { Energy(millijoules: $0.millijoules * 10) }
        tenfold.reactiveForward = reading.reactiveForward.map {
          Energy(millijoules: $0.millijoules * 10)
        }
        tenfold.maximumDemand = reading.maximumDemand.map { Power(units: $0.units * 10) }
        return tenfold
      })
    let verification = try Verification(mill, issued: try issued(planted), tolerance: .zero)
    for month in verification.months {
      #expect(month.explainedBy == [.multiplier(Rate(10))], "\(month.month)")
    }

    let works = try subject("samples/steel-works", asOf: "2026-01")
    // January: base 817 361.87 and funds 48 092.80 at −0.30 %.
    let bill = try #require(try works.bills().bills.first)
    let base = bill.total - bill.amount(of: ChargeSelector("power-factor"))
    let wrong = base.times(Rate(units: -3_000_000_000)).rounded(digits: 2)
    let plantedBill = [
      IssuedCharge(month: bill.month, charge: "power-factor", amount: wrong),
      IssuedCharge(month: bill.month, charge: "total", amount: base + wrong),
    ]
    let second = try Verification(works, issued: plantedBill, tolerance: .zero)
    #expect(second.months.first?.explainedBy == [.fundsInPowerFactorBase])
  }

  @Test("A difference that nothing known explains is left unexplained; the tolerance is kept")
  func unexplained() throws {
    let mill = try subject("samples/titanium-mill", asOf: nil)
    let bill = try #require(try mill.bills().bills.first)
    let wrong = [
      IssuedCharge(
        month: bill.month, charge: "total", amount: bill.total + (try Money("17.35")))
    ]
    let strict = try Verification(mill, issued: wrong, tolerance: .zero)
    #expect(!strict.agrees && strict.months[0].explainedBy.isEmpty)
    #expect(strict.months[0].lines[0].difference.text(digits: 2) == "17.35")
    #expect(try Verification(mill, issued: wrong, tolerance: try Money("17.35")).agrees)
    #expect(try !Verification(mill, issued: wrong, tolerance: try Money("17.34")).agrees)
  }
}
