import Advice
import Casework
import Metering

extension DataDoubt {
  /// What was seen of an account where its files were read and where its use was held against
  /// registers and bills; what is only worth knowing is left out.
  ///
  /// - Parameters:
  ///   - account: The account's number; of a dossier with one account, all is about that.
  ///   - dossier: The dossier.
  ///   - reviewed: What was seen when the use was held against registers, capacity and bills.
  /// - Returns: What the files made us notice first, then what the review did.
  package static func all(
    of account: String, in dossier: Dossier, reviewed: [LoadFinding]
  ) -> [DataDoubt] {
    let isOnly = dossier.accounts.count == 1
    let read = dossier.accounts.filter { isOnly || $0.account.id == account }.flatMap(\.findings)
    return (read + reviewed.filter { isOnly || $0.account == account }).compactMap(Self.init)
  }

  /// A doubt; nothing for what is only worth knowing.
  package init?(_ finding: LoadFinding) {
    guard finding.severity != .info else { return nil }
    self.init(
      kind: Self.kind(finding), severity: finding.severity == .error ? .error : .warning,
      rule: finding.code.rawValue, count: finding.count, text: finding.sentence)
  }

  private static func kind(_ finding: LoadFinding) -> Kind {
    switch finding.evidence {
    case .quality(.implausible(_, _, _, let fits)): return .multiplier(fits: fits.map(\.factor))
    case .quality(.unusualPeak): return .multiplier(fits: [])
    case .quality(.sumCheck(_, _, let fits)) where !fits.isEmpty,
      .quality(.demandCheck(_, let fits)) where !fits.isEmpty:
      return .multiplier(fits: fits.map(\.factor))
    default: break
    }
    switch finding.code {
    case .missing, .reactiveMissing, .coverage: return .gap
    default: return .suspect
    }
  }
}

extension IssuedCharge {
  /// What the utility billed an account.
  package static func all(of account: String, in dossier: Dossier) -> [IssuedCharge] {
    dossier.issued.filter { $0.account == account }.map {
      IssuedCharge(month: $0.month, charge: $0.charge, amount: $0.amount)
    }
  }
}

extension UnitSlip {
  /// What figures are to be multiplied by to undo the slip.
  fileprivate var factor: String {
    switch self {
    case .energyForPower(let perHour): return "\(perHour)"
    case .powerForEnergy(let perHour): return "1/\(perHour)"
    case .thousandth: return "1000"
    case .thousandfold: return "1/1000"
    case .multiplierMissing(let rate): return "\(rate)"
    case .multiplierTwice(let rate): return "1/\(rate)"
    }
  }
}
