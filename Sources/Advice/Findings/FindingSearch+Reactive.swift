import Billing
import Quantities
import Use

extension FindingSearch {
  /// Reactive energy that is fed back and lowers the power factor, and what the bills would be if
  /// nothing were.
  var overCompensationFindings: [Finding] {
    guard let search = try? OverCompensation(subject.use, of: subject.account) else { return [] }
    let billed = Set(bills.filter { $0.powerFactor != nil }.map(\.month))
    let months = search.months.filter { $0.lost > 0 && billed.contains($0.month) }
    guard let worst = months.max(by: { ($0.lost, $1.month) < ($1.lost, $0.month) }),
      let without = rebilled({ $0.use = $0.use.withoutReverse })
    else { return [] }
    let cost = bill.total - without.total
    // Where energy fed back does not count, it costs nothing and lowers no power factor billed.
    guard cost > .zero || Self.counts(worst, in: bills) else { return [] }
    let forward = months.reduce(Energy.zero) { $0 + $1.forward }
    let reverse = months.reduce(Energy.zero) { $0 + $1.reverse }
    var evidence: [Finding.Evidence] = [
      .init("months", .months(months.map(\.month))),
      .init("fed_back_kvarh", .quantity(reverse.quantity)),
      .init(
        "share_fed_back",
        .rate(Rate(reverse.quantity, over: (forward + reverse).quantity) ?? .zero)),
      .init("worst_month", .month(worst.month)),
    ]
    if let value = worst.powerFactor, let better = worst.withoutReverse {
      evidence += [
        .init("power_factor", .word(value.description)),
        .init("power_factor_without", .word(better.description)),
      ]
    }
    return [
      Finding(
        code: .overCompensation, severity: cost > .zero ? .saving : .info,
        evidence: evidence + [.init("cost", .money(cost))])
    ]
  }

  private static func counts(_ month: OverCompensation.Month, in bills: [Bill]) -> Bool {
    bills.first { $0.month == month.month }?.powerFactor == month.powerFactor
  }
}

extension MeteredUse {
  /// The use without any reactive energy fed back.
  fileprivate var withoutReverse: MeteredUse {
    func cleared(_ readings: [MonthlyReading]) -> [MonthlyReading] {
      readings.map { reading in
        var cleared = reading
        cleared.reactiveReverse = reading.reactiveReverse.map { _ in .zero }
        return cleared
      }
    }
    switch self {
    case .readings(let readings): return .readings(cleared(readings))
    case .intervals(var profile):
      profile.reactiveReverse = profile.reactiveReverse?.map {
        $0 == LoadProfile.missing ? $0 : 0
      }
      profile.registers = cleared(profile.registers)
      return .intervals(profile)
    }
  }
}
