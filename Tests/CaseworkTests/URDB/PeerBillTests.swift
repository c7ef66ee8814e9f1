import Billing
import Documents
import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@testable import TariffFiles

/// Rates of the US database, converted and billed, against the bills of NREL's PySAM.
@Suite("US rates: bills as the peer's", .enabled(if: !PeerRate.all.isEmpty))
struct PeerBillTests {

  /// Where our bills are not the peer's: by rate, load and charge, and why.
  static let differences: [(rate: String, load: String?, charge: String, why: String)] = [
    (
      "u-lipsl", "twoshift_15m", "demand",
      "the last tier ends at 500 kW, above which the peer bills nothing and we its price"
    ),
    ("u-a5821d", nil, "fixed", "24.878 a day: the peer takes 365 ÷ 12 days for every month"),
    ("u-fce5c3", nil, "fixed", "19.71253 a day: the peer takes 365 ÷ 12 days for every month"),
  ]

  /// Two loads of each rate, which between them have both steps; all ten with `PEER_BILLS=all`.
  static func loads(of rate: PeerRate) -> [String] {
    if ProcessInfo.processInfo.environment["PEER_BILLS"] == "all" { return rate.loads }
    let named = differences.filter { rate.id.hasPrefix($0.rate) }.compactMap(\.load)
    return ["office_15m", "spiky_1h"] + named
  }

  static func biller(_ rate: PeerRate) throws -> Biller {
    let text = try URDBConversion.tariff(from: try rate.source(), try rate.request()).text
    return try biller(of: text, id: rate.id)
  }

  /// A biller under the one tariff of a text.
  static func biller(of text: String, id: String) throws -> Biller {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("urdb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appendingPathComponent("tariff.xml"))
    let library = try TariffLibrary(folders: [folder.path])
    #expect(TariffChecker(library: library).check([folder.path]) == [])
    return Biller(terms: BillingTerms(book: try library.load(ids: [id])))
  }

  /// The exact amounts of a charge by month. [USD]
  static func amounts(
    _ bills: [Bill], _ charge: String, but other: String? = nil
  ) throws -> [Double] {
    try bills.map { bill in
      let lines = bill.lines.filter {
        ChargeSelector(charge).selects($0.charge) && $0.charge != other
      }
      let sum = lines.reduce(Money.zero) { $0 + $1.exactAmount }
      return try #require(Double(sum.description))
    }
  }

  static func agree(_ ours: [Double], _ theirs: [Double]) -> Bool {
    ours.count == theirs.count
      && zip(ours, theirs).allSatisfy { abs($0 - $1) <= 1e-9 * max(abs($1), 1) }
  }

  @Test("There are 35 rates of ten loads each")
  func counts() {
    #expect(PeerRate.all.count == 35)
    #expect(PeerRate.all.allSatisfy { $0.loads.count == 10 })
  }

  @Test(
    "Energy, demand and fixed charges to 1e-9 of the peer's but for differences by name; minima",
    arguments: PeerRate.all)
  func bills(rate: PeerRate) throws {
    let biller = try Self.biller(rate)
    for load in Self.loads(of: rate) {
      let peer = try PeerBill(rate, load: load)
      let bills = try biller.bills(
        for: Account(id: "A", tariff: rate.id), use: .intervals(try PeerBill.profile(load))
      ).bills
      for (charge, theirs) in [
        ("energy", peer.energy), ("demand", peer.demand), ("fixed", peer.fixed),
      ] {
        let ours = try Self.amounts(bills, charge, but: "demand/reactive")
        let named = Self.differences.filter {
          rate.id.hasPrefix($0.rate) && $0.load ?? load == load && $0.charge == charge
        }
        #expect(
          Self.agree(ours, theirs) == named.isEmpty,
          "\(rate) \(load) \(charge): ours \(ours), the peer's \(theirs); \(named.map(\.why))")
      }
      // What is added to reach the least bill follows from lines rounded to the cent, of which there
      // are at most three here, and is rounded itself.
      let minimum = try Self.amounts(bills, "minimum")
      #expect(
        zip(minimum, peer.minimum).allSatisfy { abs($0 - $1) <= 0.02 },
        "\(rate) \(load): ours \(minimum), the peer's \(peer.minimum)")
      // Half of the active power is reactive, so that half of the peer's kW are our kvar.
      let kvar = try Self.amounts(bills, "demand/reactive")
      let price = rate.reactivePrice ?? 0
      #expect(Self.agree(kvar, peer.peak.map { $0 / 2 * price }), "\(rate) \(load): \(kvar)")
    }
  }

  @Test("Eight of the 35 rates have a price of reactive power, and each of them is carried")
  func reactiveRates() throws {
    for rate in PeerRate.all {
      let text = try URDBConversion.tariff(from: try rate.source(), try rate.request()).text
      #expect(text.contains("unit=\"kvar\"") == (rate.reactivePrice != nil), "\(rate)")
    }
  }

  @Test("Days of the month, not 365 ÷ 12: 31 × 24.878 = 771.218 in January, 28 × 24.878 = 696.584")
  func fixedByTheDay() throws {
    let rate = try #require(PeerRate.all.first { $0.id.hasPrefix("u-a5821d") })
    let bills = try Self.biller(rate).bills(
      for: Account(id: "A", tariff: rate.id), use: .intervals(try PeerBill.profile("office_1h"))
    ).bills
    #expect(try Self.amounts(bills, "fixed").prefix(2) == [771.218, 696.584])
    // Over the year both bill 365 days.
    let peer = try PeerBill(rate, load: "office_1h")
    let year = try Self.amounts(bills, "fixed").reduce(0, +)
    #expect(abs(year - peer.fixed.reduce(0, +)) < 1e-9 * year)
  }

  @Test("Every key that is left out must be: without the word the rate is refused by that key")
  func leftOut() throws {
    for entry in PeerRate.passedOver {
      let rate = try #require(PeerRate.all.first { $0.id.hasPrefix(entry.rate) })
      var request = try rate.request()
      request.without.removeAll { $0 == entry.key }
      do {
        _ = try URDBConversion.tariff(from: try rate.source(), request)
        Issue.record("\(entry.rate) converts with \(entry.key)")
      } catch let error as DiagnosticsError {
        let refusals = error.diagnostics.filter { $0.severity == .error }
        #expect(!refusals.isEmpty)
        #expect(refusals.allSatisfy { $0.code == "urdb-key" && $0.line != nil }, "\(refusals)")
        #expect(refusals.allSatisfy { $0.message.contains(entry.key) }, "\(refusals)")
      }
    }
  }

  @Test("Above LIPS-L's last tier of 500 kW its price of 14.48 goes on: 530.17 kW in a month")
  func aboveTheLastTier() throws {
    let rate = try #require(PeerRate.all.first { $0.id.hasPrefix("u-lipsl") })
    let bills = try Self.biller(rate).bills(
      for: Account(id: "A", tariff: rate.id),
      use: .intervals(try PeerBill.profile("twoshift_15m"))
    ).bills
    // 300 kW at nothing, 100 kW × 13.48 = 1348, 130.17 kW × 14.48 = 1884.8616.
    #expect(try Self.amounts(bills, "demand", but: "demand/reactive").max() == 3232.8616)
  }
}
