extension LoadFindingCode {
  /// One sentence on what the rule looks for.
  package var summary: String {
    switch self {
    case .unreadable: return "A number or a stamp cannot be read, or a row is not whole."
    case .missing: return "Intervals have no value."
    case .repeated: return "One interval is given twice with equal values."
    case .contradictory: return "One interval is given twice with different values."
    case .overlapping: return "Intervals of different lengths lie over one another."
    case .unsorted: return "Rows are not in order of time."
    case .mixedLengths: return "Intervals have different lengths."
    case .offGrid: return "Stamps lie off the grid of the interval."
    case .negative: return "Energy drawn is negative, or nothing says which way it flows."
    case .zeroRun: return "Nothing is drawn for six hours or more."
    case .stuck: return "One value stands for three hours or more while its neighbours vary."
    case .spike: return "One value is far above its day and month, or above the transformers."
    case .implausible: return "The load is more than the transformers can carry."
    case .sumCheck:
      return "A sum does not agree with the register, the bill or the file's own total."
    case .registerSum: return "The period registers do not add up to the total register."
    case .periodCheck: return "The energy by period does not agree with the period registers."
    case .demandCheck: return "The highest demand does not agree with the register."
    case .reactiveMissing: return "Intervals have active but no reactive energy."
    case .notActual: return "Values are marked as estimated, edited or otherwise not metered."
    case .registerDecrease: return "A dial runs backwards, or its readings cannot be subtracted."
    case .clockChange: return "A day of 23 or 25 hours is not written as the clock shows it."
    case .midnight: return "A midnight does not stand where a day begins or ends."
    case .coverage: return "The values begin or end within a billing month."
    case .zeroRow: return "A single interval is zero in every channel between others that are not."
    }
  }

  /// What is done about it where the user asks; nothing where only the file can be corrected.
  package var repair: String? {
    switch self {
    case .unreadable: return "--skip-bad-rows"
    case .missing: return "--fill linear:2h, --fill like-day:4w or --fill register"
    case .contradictory: return "--duplicates first, last, max or quality"
    case .offGrid: return "--snap SECONDS"
    case .negative: return "--net"
    case .sumCheck: return "--scale-to-register"
    case .notActual: return "--require-actual"
    default: return nil
    }
  }
}
