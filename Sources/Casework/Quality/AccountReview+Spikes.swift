import Billing
import Metering
import Quantities
import Use

extension AccountReview {
  /// What the spikes of each month are worth: its bill as metered, and with every value above the
  /// month's next highest cut to that.
  func spikeWorth(_ values: [LoadFinding], of profile: LoadProfile) -> [Seen] {
    guard let terms else { return [] }
    let biller = Biller(terms: terms)
    func total(_ profile: LoadProfile, _ month: Month) -> Money? {
      let bills = try? biller.bills(for: account, use: .intervals(profile), months: [month])
      return bills?.bills.first?.total
    }
    return values.compactMap { finding -> Seen? in
      guard case .quality(.spike(let spike, _)) = finding.evidence, let next = spike.next,
        let metered = total(profile, spike.month),
        let without = total(cut(profile, in: spike.month, to: next.power), spike.month)
      else { return nil }
      return (.spikeWorth(spike, metered: metered, without: without), 1)
    }
  }

  private func cut(_ profile: LoadProfile, in month: Month, to power: Power) -> LoadProfile {
    var cut = profile
    // Milliwatts × seconds are millijoules.
    let most = Int64(clamping: power.units * Int128(profile.intervalSeconds))
    for day in account.billingPeriod(of: month).days {
      for index in profile.range(of: day) ?? 0..<0 where cut.active[index] > most {
        cut.active[index] = most
      }
    }
    return cut
  }
}
