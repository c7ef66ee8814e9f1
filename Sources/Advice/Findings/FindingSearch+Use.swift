import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
  /// How near to the discount a month counts as within reach: nine tenths of the way.
  private static let withinReach = Rate(units: 900_000_000_000)

  var discountFindings: [Finding] {
    var missed: [(month: Month, energy: Quantity, needed: Quantity)] = []
    var worth = Money.zero
    var earned: [Month] = []
    for bill in bills {
      guard let line = bill.lines.first(where: { $0.charge == "basic" }) else { continue }
      for case .discount(let threshold, let factor, let energy, let capacity, let granted, _)
        in line.working
      {
        let needed = threshold.times(capacity)
        if granted {
          earned.append(bill.month)
        } else if energy >= needed.times(Self.withinReach) {
          missed.append((bill.month, energy, needed))
          worth += Self.worth(of: factor, in: bill)
        }
      }
    }
    guard let nearest = missed.min(by: { $0.needed - $0.energy < $1.needed - $1.energy }) else {
      return []
    }
    return [
      Finding(
        code: earned.isEmpty ? .discountWithinReach : .discountLost, severity: .saving,
        evidence: [
          .init("months", .months(missed.map(\.month))),
          .init("nearest_month", .month(nearest.month)),
          .init("missing_kwh", .quantity(nearest.needed - nearest.energy)),
          .init("needed_kwh", .quantity(nearest.needed)),
          .init("worth_of_the_discount", .money(worth.rounded(digits: 2))),
        ])
    ]
  }

  /// What a discount that was not granted would have taken off the basic charge of a month, its
  /// billed demand unchanged; the energy that was missing has its own price.
  private static func worth(of factor: Rate, in bill: Bill) -> Money {
    bill.lines.filter { $0.charge == "basic" }.reduce(.zero) { sum, line in
      guard case .quantity(let quantity, _, let price) = line.product else { return sum }
      return sum + quantity.times(price.times(Rate.one - factor))
    }
  }

  var periodFindings: [Finding] {
    let even = evenShares
    guard !even.isEmpty else { return [] }
    var dear = Rate.zero
    var dearEven = Rate.zero
    var cheap = Rate.zero
    var cheapEven = Rate.zero
    for share in indicators.periodShares {
      guard let evenShare = even[share.period] else { continue }
      switch share.period {
      case .sharp, .peak:
        dear += share.share
        dearEven += evenShare
      case .valley, .deep:
        cheap += share.share
        cheapEven += evenShare
      default: continue
      }
    }
    let margin = Rate(units: 20_000_000_000)
    let isDear = dear > dearEven + margin
    let isMissed = cheap + margin < cheapEven
    guard isDear || isMissed else { return [] }
    let saving = evenLoadSaving.flatMap { $0 > .zero ? $0 : nil }
    let severity: Finding.Severity = saving == nil ? .info : .saving
    let bound: [Finding.Evidence] =
      saving.map { [.init("saving_of_an_even_load", .money($0))] } ?? []
    var findings: [Finding] = []
    if isDear {
      findings.append(
        Finding(
          code: .peakHeavy, severity: severity,
          evidence: [
            .init("sharp_and_peak_share", .rate(dear)),
            .init("share_of_an_even_load", .rate(dearEven)),
          ] + bound))
    }
    if isMissed {
      findings.append(
        Finding(
          code: .valleyUnused, severity: severity,
          evidence: [
            .init("valley_share", .rate(cheap)),
            .init("share_of_an_even_load", .rate(cheapEven)),
          ] + bound))
    }
    return findings
  }

  /// The share of each period in the hours of the months billed: what a load without any ups and
  /// downs would have.
  private var evenShares: [PeriodName: Rate] {
    var minutes: [PeriodName: Int] = [:]
    for bill in bills {
      guard let lengths = subject.minutes(in: bill.month) else { return [:] }
      minutes.merge(lengths, uniquingKeysWith: +)
    }
    return DayCalendar.evenShares(minutes)
  }

  /// What the account would save with the shares of an even load in every month, billed in full.
  private var evenLoadSaving: Money? {
    if let metered = EvenLoad(subject).metered {
      let even = try? subject.biller.bills(
        for: subject.account, use: subject.use, metered: metered)
      return even.map { bill.total - $0.total }
    }
    var even = subject
    guard let use = try? ShareShift(shares: .even, case: subject).apply(to: subject.use) else {
      return nil
    }
    even.use = use
    return (try? even.bills()).map { bill.total - $0.total }
  }

  var powerFactorFindings: [Finding] {
    var penalty = Money.zero
    var months: [Month] = []
    var nearStep: [(month: Month, value: PowerFactor, gain: Money)] = []
    for bill in bills {
      guard let line = bill.lines.first(where: { $0.charge == "power-factor" }),
        case .share(let base, let rate) = line.product, let value = bill.powerFactor,
        let standard = line.standard,
        let table = subject.version(in: bill.month)?.powerFactorCharge?.table(for: standard)
      else { continue }
      if rate > .zero {
        penalty += line.amount
        months.append(bill.month)
      }
      if let next = PowerFactor(hundredths: value.hundredths + 1),
        table.rate(for: next) < rate
      {
        nearStep.append((bill.month, value, base.times(rate - table.rate(for: next))))
      }
    }
    var findings: [Finding] = []
    if penalty > .zero {
      findings.append(
        Finding(
          code: .powerFactorPenalty, severity: .saving,
          evidence: [
            .init("months", .months(months)), .init("penalty", .money(penalty.rounded(digits: 2))),
          ]))
    }
    if !nearStep.isEmpty {
      let gain = nearStep.reduce(Money.zero) { $0 + $1.gain }
      findings.append(
        Finding(
          code: .powerFactorNearStep, severity: .info,
          evidence: [
            .init("months", .months(nearStep.map(\.month))),
            .init("gain_of_one_hundredth", .money(gain.rounded(digits: 2))),
          ]))
    }
    return findings
  }
}
