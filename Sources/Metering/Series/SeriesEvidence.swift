import Quantities

/// What was seen when the readings of a channel were put in order of time.
package enum SeriesEvidence: Sendable, Hashable {
  /// Readings that stand after later ones.
  case unsorted(newestFirst: Bool)
  /// Readings given twice with equal values.
  case repeated(first: LocalTime)
  /// One stretch of time with two values.
  case contradictory(at: LocalTime, line: Int, values: [String])
  /// Different readings of one interval, of which one was kept as asked.
  case resolved(rule: String, first: LocalTime)
  /// Readings that lie over one another.
  case overlapping(at: LocalTime, line: Int)
  /// Readings of another length than most.
  case mixedLengths(seconds: Int, foundSeconds: Int, first: LocalTime)
  /// Readings off the grid of their interval.
  case offGrid(first: LocalTime, seconds: Int, mostSeconds: Int)
  /// Readings that were moved to the grid.
  case snapped(mostSeconds: Int)
  /// Readings of 10 GW or more, such as a number that stands for no value.
  case tooLarge(first: LocalTime)
  /// Negative energy in a channel of energy drawn.
  case negative(first: LocalTime)
  /// Negative energy that was taken off as asked.
  case netted(kilowattHours: String)
  /// Intervals without a reading.
  case missing(expected: Int, empty: Int, first: LocalTime, longestRun: Int)
  /// Intervals with active but without reactive energy.
  case reactiveMissing(first: LocalTime)
  /// Days of another number of hours than the clock of the zone gives them.
  case dayLength(date: CalendarDate, found: Int, expected: Int)
  /// Blocks of whole days that do not begin at midnight.
  case midnight(clock: LocalTime, zone: String)
  /// Readings not marked as metered.
  case notActual(quality: ReadingQuality, first: LocalTime, kilowattHours: String)
  /// Readings that are not marked as metered and were made gaps, as asked.
  case notActualDropped(quality: ReadingQuality)
  /// Several channels that could each be the account's energy.
  case severalChannels([String])
  /// Readings too long to be intervals of a day.
  case tooLong(seconds: Int)
  /// A length of which a day has no whole number.
  case oddLength(seconds: Int)
  /// More days than interval data is kept for.
  case spanTooLong(from: CalendarDate, to: CalendarDate)
  /// Files of one account that differ in an interval.
  case contradictoryFiles(at: LocalTime)
  /// Files of one account whose intervals differ.
  case filesDiffer(seconds: Int, otherSeconds: Int)
}
