/// How "kept for at least so many months" is read.
package enum HoldReading: Sendable, Hashable, CaseIterable {
  /// A choice begins with a calendar quarter, half-year or year and holds for whole ones (1583号:
  /// a method changes with the next quarter). The months before the first of them are a part.
  case calendar
  /// A choice begins with any month and holds for so many from there.
  case rolling

  /// Whether a choice held for some months may give way to another at the beginning of a month.
  func mayChange(atOrdinal ordinal: Int, heldFor held: Int, term: Int) -> Bool {
    switch self {
    case .calendar: ordinal % term == 0
    case .rolling: held >= term
    }
  }
}
