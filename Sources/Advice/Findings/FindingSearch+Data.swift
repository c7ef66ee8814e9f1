import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
  var dataFindings: [Finding] {
    var findings: [Finding] = []
    if !bill.incompleteMonths.isEmpty {
      findings.append(
        Finding(
          code: .dataGap, severity: .error,
          evidence: [.init("months", .months(bill.incompleteMonths))]
            + (told.first { $0.kind == .gap }.map(Self.evidence) ?? [])))
    }
    let differing = bills.filter { bill in
      bill.notes.contains { if case .registersDiffer = $0 { return true } else { return false } }
    }
    if !differing.isEmpty, !told.contains(where: { $0.rule == Self.registerRule }) {
      findings.append(
        Finding(
          code: .dataSuspect, severity: .warning,
          evidence: [.init("months", .months(differing.map(\.month)))]))
    }
    findings += doubtFindings
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

  /// The rule by which registers that do not add up are found where data are read.
  private static let registerRule = "Q15"

  /// Doubts, those found by one rule together, the first of them told.
  private var told: [DataDoubt] {
    var merged: [DataDoubt] = []
    for doubt in doubts {
      guard let index = merged.firstIndex(where: { $0.rule == doubt.rule && $0.kind == doubt.kind })
      else {
        merged.append(doubt)
        continue
      }
      let known = merged[index]
      merged[index] = DataDoubt(
        kind: known.kind, severity: known.severity, rule: known.rule,
        count: known.count + doubt.count, text: known.text)
    }
    return merged
  }

  private static func evidence(_ doubt: DataDoubt) -> [Finding.Evidence] {
    [
      .init("rule", .word(doubt.rule)), .init("times", .count(doubt.count)),
      .init("seen", .sentence(doubt.text)),
    ]
  }

  private var doubtFindings: [Finding] {
    let hasGap = !bill.incompleteMonths.isEmpty
    // The first gap is told with the months it keeps from being billed.
    let gap = hasGap ? told.first { $0.kind == .gap } : nil
    return told.filter { $0 != gap }.map { doubt in
      let evidence = Self.evidence(doubt)
      switch doubt.kind {
      case .gap: return Finding(code: .dataGap, severity: doubt.severity, evidence: evidence)
      case .suspect:
        return Finding(code: .dataSuspect, severity: doubt.severity, evidence: evidence)
      case .multiplier(let fits):
        return Finding(
          code: .multiplierSuspect, severity: doubt.severity,
          evidence: evidence + (fits.isEmpty ? [] : [.init("would_fit", .words(fits))]))
      }
    }
  }
}
