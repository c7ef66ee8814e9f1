import Billing
import Quantities
import Tariffs
import Use

/// The capacitors worth having: those with which every month earns the best rate of its table.
///
/// The adjustment is a share of charges that are above zero, so the best rate is the cheapest
/// whatever else is chosen.
struct CompensationChoice {
  /// The lever; nothing where every month has the best rate, or none can be reached.
  let lever: Lever?

  init(_ subject: AccountCase, _ bill: AccountBill) {
    var target: PowerFactor?
    var isNeeded = false
    for bill in bill.bills {
      guard let line = bill.lines.first(where: { $0.charge == "power-factor" }),
        case .share(_, let rate) = line.product, let standard = line.standard,
        let table = subject.version(in: bill.month)?.powerFactorCharge?.table(for: standard),
        let best = Self.best(of: table)
      else { continue }
      target = max(target ?? best.value, best.value)
      isNeeded = isNeeded || rate > best.rate
    }
    guard isNeeded, let target else {
      lever = nil
      return
    }
    // What cannot be reached in every month may be reached in part.
    let reachable = (50...target.hundredths).reversed().lazy
      .compactMap { PowerFactor(hundredths: $0) }
      .first { ((try? subject.bank(.powerFactor($0))) ?? nil) != nil }
    lever = reachable.map { .compensation(.powerFactor($0)) }
  }

  /// The least power factor with the lowest rate of a table.
  private static func best(
    of table: PowerFactorTable
  ) -> (value: PowerFactor, rate: Rate)? {
    let all = (1...100).compactMap { PowerFactor(hundredths: $0) }.map { ($0, table.rate(for: $0)) }
    return all.min { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map { (value: $0.0, rate: $0.1) }
  }
}
