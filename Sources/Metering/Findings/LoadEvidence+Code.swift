extension LoadEvidence {
  /// The rule it falls under.
  var code: LoadFindingCode {
    switch self {
    case .unreadableNumber, .rounded, .tooFine, .tooLarge, .unreadableStamp, .impossibleStamp,
      .strangeYear,
      .endOfDayAsStart, .timeInDate, .cellCount, .unknownQuantity, .accountMissing,
      .accountShortened, .otherAccount, .spanTooLong, .moreFaults:
      return .unreadable
    case .missing: return .missing
    case .reactiveMissing: return .reactiveMissing
    case .repeated: return .repeated
    case .contradictory, .severalMeters, .moreConflicts: return .contradictory
    case .unsorted: return .unsorted
    case .mixedLengths, .filesDiffer: return .mixedLengths
    case .offGrid: return .offGrid
    case .negative: return .negative
    case .clockSetBack: return .clockChange
    case .midnightOfSameDate: return .midnight
    case .series(let evidence): return evidence.code
    case .greenButton(let evidence): return evidence.code
    case .nem12(let evidence): return evidence.code
    case .rows(let evidence): return evidence.code
    case .quality(let evidence): return evidence.code
    }
  }

  /// What it means for the account.
  var severity: LoadFindingSeverity {
    switch self {
    case .missing, .reactiveMissing: return .warning
    case .repeated, .unsorted, .midnightOfSameDate, .rounded: return .info
    case .series(let evidence): return evidence.severity
    case .greenButton(let evidence): return evidence.severity
    case .nem12(let evidence): return evidence.severity
    case .rows(let evidence): return evidence.severity
    case .quality(let evidence): return evidence.severity
    default: return .error
    }
  }
}
