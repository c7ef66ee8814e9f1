import Quantities

/// What was seen, with the figures it rests on.
package enum LoadEvidence: Sendable, Hashable {
  /// A cell that should hold a number.
  case unreadableNumber(text: String, heading: String, why: NumberError)
  /// Numbers finer than a millijoule, rounded to whole ones.
  case rounded
  /// A number with more digits behind its point than are read.
  case tooFine(text: String, heading: String)
  /// A value of 10 GW or more.
  case tooLarge(text: String, heading: String)
  /// A stamp in another pattern than the file's.
  case unreadableStamp(text: String, pattern: String)
  /// A day or a time of day that no calendar or clock has.
  case impossibleStamp(text: String)
  /// A year before 1990 or after 2099.
  case strangeYear(text: String)
  /// 24:00 as the start of an interval.
  case endOfDayAsStart(text: String)
  /// A date in a wide file with a time of day that is not midnight.
  case timeInDate(text: String)
  /// A row with fewer or more cells than the heading.
  case cellCount(found: Int, expected: Int)
  /// A quantity in a wide file that is none of those known.
  case unknownQuantity(text: String)
  /// A row without an account.
  case accountMissing
  /// An account number in which a spreadsheet left only the leading digits.
  case accountShortened(text: String)
  /// A row of another account than the caller's.
  case otherAccount(text: String)
  /// Intervals without a value, out of those from the first day to the last.
  case missing(expected: Int, emptyCells: Int, first: LocalTime, longestRun: Int)
  /// Intervals with active but without reactive energy.
  case reactiveMissing(first: LocalTime)
  /// Rows that say again what another row said.
  case repeated(first: LocalTime)
  /// Two rows that contradict each other; values as they stand for the interval.
  case contradictory(at: LocalTime, first: LoadPlace?, values: [String])
  /// Rows of several meters under one account.
  case severalMeters(heading: String, at: LocalTime)
  /// Rows that stand after later ones.
  case unsorted
  /// Rows further apart than the file's interval.
  case mixedLengths(fileSeconds: Int, foundSeconds: Int, from: LocalTime)
  /// Files of one account with different intervals.
  case filesDiffer(seconds: Int, otherFile: String, otherSeconds: Int)
  /// A stamp that is no multiple of the interval.
  case offGrid(text: String, intervalSeconds: Int)
  /// Negative active power or energy.
  case negative(text: String, heading: String)
  /// A clock set back by an hour, in stamps without a zone.
  case clockSetBack(at: LocalTime)
  /// Midnights printed with the date of the day they end.
  case midnightOfSameDate
  /// More days between the first and the last than interval data is kept for.
  case spanTooLong(from: CalendarDate, to: CalendarDate)
  /// Faults of rows beyond those told one by one; whether the file was read to its end.
  case moreFaults(file: String, isWhole: Bool)
  /// Contradictions beyond those told one by one.
  case moreConflicts
  /// Seen when the readings of a channel were put in order.
  case series(SeriesEvidence)
  /// Seen in a Green Button file.
  case greenButton(GreenButtonEvidence)
  /// Seen in a NEM12 file.
  case nem12(NEM12Evidence)
  /// Seen in a table that was read row by row.
  case rows(RowsEvidence)
  /// Seen in the values.
  case quality(QualityEvidence)
}
