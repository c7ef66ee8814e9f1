import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
  /// Bills the utility has issued that differ, and the price row that would explain it.
  var issuedFindings: [Finding] {
    guard !issued.isEmpty,
      let verification = try? Verification(subject, issued: issued, tolerance: .zero)
    else { return [] }
    let differing = verification.months.filter { !$0.agrees }
    guard !differing.isEmpty else { return [] }
    let months = differing.map(\.month)
    let lines = differing.flatMap { month in
      let totals = month.lines.filter { $0.charge == "total" }
      return totals.isEmpty ? month.lines : totals
    }
    let paid = lines.reduce(Money.zero) { $0 + ($1.issued ?? .zero) }
    let computed = lines.reduce(Money.zero) { $0 + ($1.computed ?? .zero) }
    let explaining = (differing.first?.explainedBy ?? []).filter { variant in
      differing.allSatisfy { $0.explainedBy.contains(variant) }
    }
    var findings = [
      Finding(
        code: .billDiffers, severity: .warning,
        evidence: [
          .init("months", .months(months)), .init("issued", .money(paid)),
          .init("computed", .money(computed)), .init("difference", .money(paid - computed)),
          .init("explained_by", .variants(explaining)),
        ])
    ]
    if let voltage = voltage(explaining: months) {
      findings.append(
        Finding(
          code: .wrongPriceRow, severity: .error,
          evidence: [
            .init("months", .months(months)),
            .init("voltage", .word(subject.account.voltage?.rawValue ?? "")),
            .init("voltage_that_fits", .word(voltage.rawValue)),
            .init("difference", .money(paid - computed)),
          ]))
    }
    return findings
  }

  /// A voltage of another price row by which all that was issued in some months follows.
  private func voltage(explaining months: [Month]) -> Voltage? {
    guard let present = subject.account.voltage, let month = months.first,
      let tariff = subject.biller.terms.book.tariffs[subject.account.tariff]
    else { return nil }
    let day = (subject.biller.terms.asOf ?? month).firstDay
    let rows = subject.biller.terms.book.pages(for: tariff, on: day).flatMap(\.rows).filter {
      $0.tariff == tariff.id && $0.voltages?.contains(present) == false
    }
    return rows.lazy.compactMap { $0.voltages?.min() }.first { voltage in
      let other = rebilled {
        $0.account.voltage = voltage
        $0.account.events.removeAll {
          if case .voltage = $0.change { return true } else { return false }
        }
      }
      guard let other else { return false }
      return months.allSatisfy { month in
        guard let bill = other.bills.first(where: { $0.month == month }) else { return false }
        return issued.filter { $0.month == month }.allSatisfy { charge in
          let computed =
            charge.charge == "total"
            ? bill.total : bill.amount(of: ChargeSelector(charge.charge))
          return charge.amount == computed
        }
      }
    }
  }
}
