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
  static let differences: [(rate: String, load: String, charge: String, why: String)] = [
    (
      "u-lipsl", "twoshift_15m", "demand",
      "the last tier ends at 500 kW, above which the peer bills nothing and we its price"
    )
  ]

  /// Two loads of each rate, which between them have both steps; all ten with `PEER_BILLS=all`.
  static func loads(of rate: PeerRate) -> [String] {
    if ProcessInfo.processInfo.environment["PEER_BILLS"] == "all" { return rate.loads }
    let named = differences.filter { rate.id.hasPrefix($0.rate) }.map(\.load)
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
  static func amounts(_ bills: [Bill], _ charge: String) throws -> [Double] {
    try bills.map { bill in
      let lines = bill.lines.filter { ChargeSelector(charge).selects($0.charge) }
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
    "Energy and demand of every month to 1e-9 of the peer's, but where a difference is named",
    arguments: PeerRate.all)
  func bills(rate: PeerRate) throws {
    let biller = try Self.biller(rate)
    for load in Self.loads(of: rate) {
      let peer = try PeerBill(rate, load: load)
      let bills = try biller.bills(
        for: Account(id: "A", tariff: rate.id), use: .intervals(try PeerBill.profile(load))
      ).bills
      for (charge, theirs) in [("energy", peer.energy), ("demand", peer.demand)] {
        let ours = try Self.amounts(bills, charge)
        let named = Self.differences.filter {
          rate.id.hasPrefix($0.rate) && $0.load == load && $0.charge == charge
        }
        #expect(
          Self.agree(ours, theirs) == named.isEmpty,
          "\(rate) \(load) \(charge): ours \(ours), the peer's \(theirs); \(named.map(\.why))")
      }
    }
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
    #expect(try Self.amounts(bills, "demand").max() == 3232.8616)
  }
}
