import Billing
import Metering
import Quantities
import Tariffs
import Use

extension AccountReview {
  /// What bills were issued for, held against what was metered.
  func issuedEnergy(beside use: MeteredUse) -> [Seen] {
    let billed = Dictionary(grouping: issued, by: \.month).compactMapValues(energy)
    let compared = billed.sorted { $0.key < $1.key }.compactMap { month, energy in
      metered(use, month).map {
        EnergyComparison(month: month, found: $0, expected: energy)
      }
    }.filter(differs)
    guard !compared.isEmpty else { return [] }
    var seconds: Int?
    if case .intervals(let profile) = use { seconds = profile.intervalSeconds }
    let fits = slips(intervalSeconds: seconds) { slip in
      compared.allSatisfy { $0.agrees(without: slip) }
    }
    return [(.sumCheck(.issued, months: compared, fits: fits), compared.count)]
  }

  private func differs(_ figure: EnergyComparison) -> Bool {
    // Losses and sub-meters stand between the meter and the bill.
    if account.meteringSide == .lowVoltage || !account.subMeters.isEmpty {
      return figure.differs(byThousandths: 100)
    }
    return tolerance.isExceeded(by: figure.found, figure.expected)
  }

  /// What the meter counted in a month; nothing for one that is not whole.
  private func metered(_ use: MeteredUse, _ month: Month) -> Energy? {
    switch use {
    case .intervals(let profile):
      return MeteredMonth(profile, MonthlyReading(month: month), account)
        .flatMap { $0.isWhole ? $0.energy : nil }
    case .readings(let readings):
      return readings.first { $0.month == month }.map(\.totalEnergy)
    }
  }

  /// The energy of a bill: its total line's, or the sum over its energy lines.
  private func energy(of lines: [IssuedLine]) -> Energy? {
    if let total = lines.first(where: { $0.charge == "total" })?.energy { return total }
    var parts: [String: Energy] = [:]
    for line in lines {
      let names = line.charge.split(separator: "/")
      guard names.first == "energy", let energy = line.energy else { continue }
      parts[names.dropFirst().first.map(String.init) ?? "", default: .zero] += energy
    }
    guard !parts.isEmpty else { return nil }
    guard let month = lines.first?.month, let terms,
      version(on: account.billingPeriod(of: month).start, terms)?.energyCharge?.billing
        == .components
    else { return parts.values.reduce(.zero, +) }
    // Each component is billed on the whole energy; one that is waived for a part is on less.
    return parts.values.max()
  }
}
