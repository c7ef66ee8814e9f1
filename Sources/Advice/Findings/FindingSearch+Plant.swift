import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
  var plantFindings: [Finding] { standbyFindings + pauseFindings + lossFindings }

  /// Units in hot standby, billed as if they had been sealed (冷备用, 加封).
  private var standbyFindings: [Finding] {
    let account = subject.account
    let lines = account.lines.filter { $0.standby == .hot }.map(\.billedCapacity)
    let units = account.installedUnits.filter { $0.standby == .hot }.map(\.capacity)
    let ready = (account.lines.isEmpty ? units : lines).reduce(.zero, +)
    guard ready > .zero, let capacity = indicators.capacity,
      let sealed = rebilled({ $0.account.sealHotStandby() }), bill.total > sealed.total
    else { return [] }
    return [
      Finding(
        code: .standbyCharged, severity: .saving,
        evidence: [
          .init("standby_kva", .power(ready)), .init("capacity_kva", .power(capacity)),
          .init("capacity_sealed_kva", .power(sealed.account.billedCapacity ?? .zero)),
          .init("saving", .money(bill.total - sealed.total)),
        ])
    ]
  }

  private var pauseFindings: [Finding] {
    let pause = bestSaving { if case .pause = $0 { return true } else { return false } }
    guard let pause, case .pause(let pauses) = pause.lever,
      case .remainingLoad(let load, let limit) = pause.feasibility
    else { return [] }
    let spans = pauses.map { pause -> Message in
      let (first, last) = (pause.span.start.month, pause.span.lastDay.month)
      return first == last
        ? "\(pause.unit): \(first)" : "\(pause.unit): \(first) to \(last)"
    }
    return [
      Finding(
        code: .pausePossible, severity: .saving,
        evidence: [
          .init("pauses", .sentences(spans)),
          .init("units", .count(Set(pauses.map(\.unit)).count)),
          .init("days", .count(pauses.reduce(0) { $0 + $1.span.dayCount })),
          .init("load_ratio_of_the_rest", .rate(load)), .init("loading_limit", .rate(limit)),
          .init("saving", .money(pause.saving)),
        ])
    ]
  }

  /// Losses that were added to what the meter counted, and what they cost: the bill as it would be
  /// by the meter alone.
  private var lossFindings: [Finding] {
    guard subject.account.meteringSide == .lowVoltage else { return [] }
    var metered = Quantity.zero
    var transformers = Quantity.zero
    var line = Quantity.zero
    var reactive = Quantity.zero
    for bill in bills {
      let working = bill.lines.lazy.flatMap(\.working)
      for case .losses(let counted, let iron, let copper, let own, let beside) in working {
        metered += counted
        transformers += iron + copper
        line += own
        reactive += beside
        break
      }
    }
    guard transformers + line > .zero,
      let without = rebilled({ $0.account.meteringSide = .highVoltage })
    else { return [] }
    return [
      Finding(
        code: .lossesBilledLowVoltage, severity: .info,
        evidence: [
          .init("transformer_losses_kwh", .quantity(transformers.rounded(digits: 0))),
          .init("line_losses_kwh", .quantity(line.rounded(digits: 0))),
          .init("reactive_losses_kvarh", .quantity(reactive.rounded(digits: 0))),
          .init(
            "share_of_metered_energy", .rate(Rate(transformers + line, over: metered) ?? .zero)),
          .init("cost", .money(bill.total - without.total)),
        ])
    ]
  }
}

extension Account {
  /// Has the utility seal what stands by in readiness.
  fileprivate mutating func sealHotStandby() {
    units = units.map {
      InstalledUnit(
        id: $0.id, capacity: $0.capacity, group: $0.group,
        standby: $0.standby == .hot ? .cold : $0.standby, losses: $0.losses)
    }
    transformers = transformers.flatMap {
      try? TransformerSet($0.description.replacing("(hot)", with: "(cold)"))
    }
    lines = lines.map {
      SupplyLine(
        id: $0.id, capacity: $0.capacity, highVoltageMotors: $0.highVoltageMotors,
        contractDemand: $0.contractDemand, standby: $0.standby == .hot ? .cold : $0.standby)
    }
  }
}
