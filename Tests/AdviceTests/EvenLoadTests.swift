import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("An even load worked out from sums")
struct EvenLoadTests {
  /// A use of some months; its values are few or many, so that several intervals are the highest.
  static func subject(
    _ tariff: String, _ profile: LoadProfile, asOf: Month? = nil
  ) throws -> AccountCase {
    var account = Account(id: "E", tariff: tariff)
    account.voltage = .from1To10kV
    account.transformers = try TransformerSet("1600")
    account.basicCharge = .actualDemand
    account.powerFactorStandard = .none
    let terms = BillingTerms(book: try ShiftCase.book, asOf: asOf)
    return AccountCase(account: account, use: .intervals(profile), biller: Biller(terms: terms))
  }

  static func profile(
    _ first: String, days: Int, seconds: Int, _ value: (Int) -> Int64
  ) throws -> LoadProfile {
    LoadProfile(
      firstDay: try #require(CalendarDate(iso: first)), intervalSeconds: seconds,
      active: (0..<(days * 86_400 / seconds)).map(value))
  }

  @Test(
    "300 seeded years of months are billed as with all their intervals shifted",
    arguments: 0..<6)
  func sameBills(_ part: Int) throws {
    var known: [Bool: Int] = [:]
    for seed in (part * 50)..<(part * 50 + 50) {
      var random = SplitMix64(seed: UInt64(seed))
      let seconds = [900, 1800, 3600][seed % 3]
      let isPeers = seed % 2 == 0
      let most: Int64 = [7, 400, 1_000_000_007, 900_000_000_000][seed % 4]
      let steps = Int64.random(in: 1...50, using: &random)
      let nights = Bool.random(using: &random)
      let profile = try Self.profile(
        isPeers ? "2025-01-01" : "2026-01-01", days: 31 + 28 + 31, seconds: seconds
      ) { index in
        let hour = index * seconds / 3600 % 24
        // All of a valley without use leaves nothing to be scaled.
        if nights, hour < 8 { return 0 }
        return most / steps * Int64.random(in: 0...steps, using: &random)
      }
      let subject = try Self.subject(
        isPeers ? "bench-peers" : "cn-hubei-two-part", profile,
        asOf: isPeers ? nil : Month(iso: "2026-01")
      ).addedUp()
      guard let metered = EvenLoad(subject).metered else { continue }
      known[isPeers, default: 0] += 1
      var shifted = subject
      shifted.use = try ShareShift(shares: .even, case: subject).apply(to: subject.use)
      let expected = try shifted.bills()
      let found = try subject.biller.bills(
        for: subject.account, use: subject.use, metered: metered)
      #expect(found.bills.count == 3)
      for (found, expected) in zip(found.bills, expected.bills) {
        #expect(found.lines == expected.lines, "seed \(seed), \(found.month)")
        #expect(
          found.determinants == expected.determinants, "seed \(seed), \(found.month)")
      }
    }
    print("even loads from sums, of 25:", known)
    #expect(known[true] ?? 0 > 3 && known[false] == 25)
  }

  @Test("Of two quarter hours that come to as much the first is the highest, as for the meter")
  func ties() throws {
    let profile = try Self.profile("2025-01-01", days: 31, seconds: 900) { index in
      [700, 2000].contains(index) ? 9_000_000_000 : 900_000_000
    }
    let subject = try Self.subject("bench-peers", profile).addedUp()
    let metered = try #require(EvenLoad(subject).metered)
    let bill = try subject.biller.bills(
      for: subject.account, use: subject.use, metered: metered
    ).bills.first
    var shifted = subject
    shifted.use = try ShareShift(shares: .even, case: subject).apply(to: subject.use)
    let expected = try #require(shifted.bills().bills.first?.determinants.maximumDemand)
    #expect(bill?.determinants.maximumDemand == expected)
  }

  @Test("Holes, negative values, changed clocks and parts of months take the long way")
  func refused() throws {
    func isKnown(_ change: (inout LoadProfile) -> Void) throws -> Bool {
      var profile = try Self.profile("2025-01-01", days: 31, seconds: 900) { index in
        Int64(index % 96 + 1) * 9_000_000_000
      }
      change(&profile)
      return EvenLoad(try Self.subject("bench-peers", profile).addedUp()).metered != nil
    }
    #expect(try isKnown { _ in })
    #expect(try !isKnown { $0.active[77] = LoadProfile.missing })
    #expect(try !isKnown { $0.active[77] = -1 })
    #expect(try !isKnown { $0.estimated = [5..<9] })
    #expect(try !isKnown { $0.coarse = [4..<8] })
    let fine = try Self.profile("2025-01-01", days: 31, seconds: 300) { _ in 9_000_000_000 }
    #expect(EvenLoad(try Self.subject("bench-peers", fine).addedUp()).metered == nil)
    let short = try Self.profile("2025-01-01", days: 30, seconds: 900) { _ in 9_000_000_000 }
    #expect(EvenLoad(try Self.subject("bench-peers", short).addedUp()).metered == nil)
  }

  @Test("Demand that counts in some hours only takes the long way")
  func windows() throws {
    let tariff = try #require(try ShiftCase.book.tariffs["bench-peers"])
    let versions = tariff.versions.map { version in
      TariffVersion(
        inForce: version.inForce, eligibility: version.eligibility, timeOfUse: version.timeOfUse,
        demandWindows: [DemandWindow(name: "day", calendar: version.timeOfUse, periods: [1])],
        demandIntervalSeconds: version.demandIntervalSeconds, rounding: version.rounding,
        terms: version.terms, charges: version.charges, rule: version.rule)
    }
    let windowed = Tariff(
      id: tariff.id, area: tariff.area, currency: tariff.currency, timeZone: tariff.timeZone,
      titles: tariff.titles, versions: versions, file: tariff.file)
    let profile = try Self.profile("2025-01-01", days: 31, seconds: 900) { _ in 9_000_000_000 }
    for (book, isKnown) in [
      (try ShiftCase.book, true), (TariffBook(tariffs: [windowed]), false),
    ] {
      let subject = AccountCase(
        account: Account(id: "E", tariff: tariff.id), use: .intervals(profile),
        biller: Biller(terms: BillingTerms(book: book)))
      #expect((EvenLoad(subject.addedUp()).metered != nil) == isKnown)
    }
  }
}
