import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
  /// How near to the discount a month counts as within reach: nine tenths of the way.
  private static let withinReach = Rate(units: 900_000_000_000)

  var discountFindings: [Finding] {
    var missed: [(month: Month, energy: Quantity, needed: Quantity)] = []
    var earned: [Month] = []
    for bill in bills {
      guard let line = bill.lines.first(where: { $0.charge == "basic" }) else { continue }
      for case .discount(let threshold, _, let energy, let capacity, let granted, _) in line.working
      {
        let needed = capacity.quantity.times(Rate(units: threshold.units * 1000))
        if granted {
          earned.append(bill.month)
        } else if energy >= needed.times(Self.withinReach) {
          missed.append((bill.month, energy, needed))
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
        ])
    ]
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
    var findings: [Finding] = []
    let margin = Rate(units: 20_000_000_000)
    if dear > dearEven + margin {
      findings.append(
        Finding(
          code: .peakHeavy, severity: .saving,
          evidence: [
            .init("sharp_and_peak_share", .rate(dear)),
            .init("share_of_an_even_load", .rate(dearEven)),
          ]))
    }
    if cheap + margin < cheapEven {
      findings.append(
        Finding(
          code: .valleyUnused, severity: .saving,
          evidence: [
            .init("valley_share", .rate(cheap)),
            .init("share_of_an_even_load", .rate(cheapEven)),
          ]))
    }
    return findings
  }

  /// The share of each period in the hours of the months billed: what a load without any ups and
  /// downs would have.
  private var evenShares: [PeriodName: Rate] {
    var minutes: [PeriodName: Int] = [:]
    var total = 0
    for bill in bills {
      guard let calendar = subject.version(in: bill.month)?.timeOfUse else { return [:] }
      for number in bill.month.firstDay.dayNumber..<bill.month.endDay.dayNumber {
        for run in calendar.plan(on: CalendarDate(dayNumber: number)).runs {
          let length = run.to.minutes - run.from.minutes
          minutes[calendar.periods[run.period], default: 0] += length
          total += length
        }
      }
    }
    guard total > 0 else { return [:] }
    return minutes.mapValues {
      Rate(
        units: RoundingMode.halfAwayFromZero.divide(
          Int128($0) * Rate.unitsPerOne, by: Int128(total)))
    }
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

  var dataFindings: [Finding] {
    var findings: [Finding] = []
    if !bill.incompleteMonths.isEmpty {
      findings.append(
        Finding(
          code: .dataGap, severity: .error,
          evidence: [.init("months", .months(bill.incompleteMonths))]))
    }
    let differing = bills.filter { bill in
      bill.notes.contains { if case .registersDiffer = $0 { return true } else { return false } }
    }
    if !differing.isEmpty {
      findings.append(
        Finding(
          code: .dataSuspect, severity: .warning,
          evidence: [.init("months", .months(differing.map(\.month)))]))
    }
    let mean = bills.isEmpty ? 0 : indicators.energy.millijoules / Int128(bills.count)
    let idle = bills.filter { $0.determinants.totalEnergy.millijoules * 20 < mean }
    if !idle.isEmpty {
      findings.append(
        Finding(
          code: .idleMonth, severity: .info,
          evidence: [.init("months", .months(idle.map(\.month)))]))
    }
    return findings
  }
}

extension BillLine {
  /// The power-factor standard the line was worked out by.
  fileprivate var standard: PowerFactorStandard? {
    for case .powerFactor(_, _, _, let standard) in working { return standard }
    return nil
  }
}
