import Advice
import Billing
import Casework
import Foundation
import Quantities
import TariffFiles
import Tariffs
import Use

/// Times determinants, bills and optimisers of one account in memory:
/// `EngineBench LOAD.csv TARIFFS REPEATS`.
@main
enum EngineBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let repeats = Int(arguments[3]) else {
      print("usage: EngineBench LOAD.csv TARIFFS REPEATS")
      return
    }
    let subject = try subject(load: arguments[1], tariffs: arguments[2])
    guard case .intervals(let profile) = subject.use else { return }
    let count = Int128(profile.active.count)
    let sum = profile.active.reduce(Int128(0)) { $0 + Int128($1) }
    let mean = Energy(millijoules: sum / count).meanPower(overSeconds: profile.intervalSeconds)
    let highest = Energy(millijoules: Int128(profile.active.max() ?? 0))
      .meanPower(overSeconds: profile.intervalSeconds)
    let fifth = try Rate("0.2")
    let shift = FlexibleShift(
      share: fifth, addedLimit: mean.times(fifth), ceiling: highest, within: .day)
    try determinants(subject, profile, 20 * repeats)
    print("baseline \(try subject.bills().total)")
    var best = Money.zero
    try time("joint shift of a year, monthly demand charge", repeats) {
      best = try LoadShift.least(shift, of: subject)
    }
    print("optimum \(best.text(digits: 4))")
    var freedom = Freedom()
    freedom.shift = shift
    try time("optimise with a shift, re-billed", repeats) {
      _ = try Optimum(subject, freedom: freedom)
    }
    try time("optimise without a shift", repeats) { _ = try Optimum(subject) }
  }

  /// The determinants of all months, their days laid out before, as the peers' tables are.
  private static func determinants(
    _ subject: AccountCase, _ profile: LoadProfile, _ repeats: Int
  ) throws {
    let tariff = subject.biller.terms.book.tariffs[subject.account.tariff]
    guard let version = tariff?.version(on: profile.firstDay) else { return }
    let months = profile.months
    let layouts = try months.map {
      try MeterLayout(
        period: DateSpan($0), version: version, intervalSeconds: profile.intervalSeconds)
    }
    var sum = Energy.zero
    try time("determinants of a year", repeats) {
      sum = .zero
      for (month, layout) in zip(months, layouts) {
        sum +=
          DeterminantsBuilder.determinants(
            of: profile, month: month, period: DateSpan(month), layout: layout
          ).totalEnergy
      }
    }
    print("energy \(sum)")
    try time("twelve bills with their lines", repeats) { _ = try subject.bills() }
  }

  private static func time(_ name: String, _ repeats: Int, _ body: () throws -> Void) rethrows {
    try body()
    var times: [Duration] = []
    for _ in 0..<repeats { times.append(try ContinuousClock().measure { try body() }) }
    times.sort()
    let middle = times[times.count / 2] / .milliseconds(1)
    print("\(name): \(String(format: "%.3f", middle)) ms")
  }

  private static func subject(load: String, tariffs: String) throws -> AccountCase {
    let library = try TariffLibrary(folders: [tariffs])
    var request = DossierRequest(origin: .table(load))
    request.particulars = [.tariff: "bench-peers"]
    let dossier = try DossierReader.open(request)
    guard let first = dossier.accounts.first, let use = first.use else {
      throw CocoaError(.fileReadNoSuchFile)
    }
    let terms = BillingTerms(book: try library.load(ids: [first.account.tariff]))
    return AccountCase(account: first.account, use: use, biller: Biller(terms: terms))
  }
}
