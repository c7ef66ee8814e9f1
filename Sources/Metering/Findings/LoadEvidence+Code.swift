extension LoadEvidence {
  /// The rule it falls under.
  var code: LoadFindingCode {
    switch self {
    case .unreadableNumber, .tooFine, .tooLarge, .unreadableStamp, .impossibleStamp, .strangeYear,
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
    }
  }

  /// What it means for the account.
  var severity: LoadFindingSeverity {
    switch self {
    case .missing, .reactiveMissing: return .warning
    case .repeated, .unsorted, .midnightOfSameDate: return .info
    default: return .error
    }
  }
}
