/// How a file with end stamps prints the last interval of day D as midnight.
enum MidnightStyle: Sendable, Hashable {
  /// `D+1 0:00`, as clocks do.
  case nextDate
  /// `D 0:00`, under the date of the day that ends.
  case sameDate
}
