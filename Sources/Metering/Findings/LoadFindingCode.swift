/// The stable name of a rule that interval data is checked by.
package enum LoadFindingCode: String, Sendable, Hashable, CaseIterable {
  /// A number or a stamp that cannot be read, or a row that is not whole.
  case unreadable = "Q01"
  /// Intervals without a value.
  case missing = "Q02"
  /// One stamp twice with equal values.
  case repeated = "Q03"
  /// One stamp twice with different values.
  case contradictory = "Q04"
  /// Intervals of different lengths that overlap.
  case overlapping = "Q05"
  /// Rows out of order.
  case unsorted = "Q06"
  /// Intervals of different lengths.
  case mixedLengths = "Q07"
  /// Stamps off the grid of the interval.
  case offGrid = "Q08"
  /// Negative energy drawn.
  case negative = "Q09"
  /// A long run of zeros.
  case zeroRun = "Q10"
  /// A long run of one value.
  case stuck = "Q11"
  /// One value far above its neighbours.
  case spike = "Q12"
  /// More than the installed capacity can carry.
  case implausible = "Q13"
  /// A sum that does not agree with the figure printed for it.
  case sumCheck = "Q14"
  /// Period registers that do not add up to the total register.
  case registerSum = "Q15"
  /// Energy by period that does not agree with the registers.
  case periodCheck = "Q16"
  /// A maximum demand that does not agree with the register.
  case demandCheck = "Q17"
  /// Active energy without reactive energy.
  case reactiveMissing = "Q18"
  /// Values marked as estimated or edited.
  case notActual = "Q19"
  /// A register that runs backwards.
  case registerDecrease = "Q20"
  /// A day of 23 or 25 hours.
  case clockChange = "Q21"
  /// A midnight that does not stand where a day ends.
  case midnight = "Q22"
  /// A month the file does not span.
  case coverage = "Q23"
  /// A row of zeros between rows that are not.
  case zeroRow = "Q24"
}
