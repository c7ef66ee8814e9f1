import Metering
import Use

/// What may be done to an account's profile as a whole; nothing unless asked.
package struct ProfileRepairs: Sendable, Hashable {
  /// How gaps are filled, in this order.
  package var fills: [FillRule]
  /// Whether each month's intervals are scaled to its register.
  package var scalesToRegister: Bool

  package init(fills: [FillRule] = [], scalesToRegister: Bool = false) {
    self.fills = fills
    self.scalesToRegister = scalesToRegister
  }

  /// The profile after the repairs that were asked for, and what they did.
  func applied(
    to profile: LoadProfile, of account: Account
  ) -> (profile: LoadProfile, findings: [LoadFinding]) {
    var repaired = profile
    var findings: [LoadFinding] = []
    func take(_ result: RepairedProfile) {
      let known = repaired.estimated
      repaired = result.profile
      repaired.estimated = known + result.estimated.map(\.range)
      findings += result.findings
    }
    if !fills.isEmpty {
      take(repaired.filled(by: fills, account: account.id, readingDay: account.readingDay))
    }
    if scalesToRegister {
      take(repaired.scaledToRegisters(account: account.id, readingDay: account.readingDay))
    }
    return (repaired, findings)
  }
}
