/// Why a table is read row by row instead of by whole days.
enum RowsReason: Sendable, Hashable, CaseIterable {
  /// Stamps carry their offset from UTC.
  case offsets
  /// The clocks of the stamps' zone are changed, or the zone is not the one that is billed in.
  case zone
  /// Columns or rows of dial readings, whose differences are the values.
  case dials
  /// Energy fed back stands beside the energy drawn.
  case exports
  /// A column says how readings came about.
  case qualities
  /// Rows say when their intervals end, so that each may have a length of its own.
  case ends
  /// Hours are numbered instead of stamped.
  case hours
  /// The rows are not all as far apart.
  case mixedLengths
  /// Stamps lie off the grid of their interval.
  case offGrid
  /// Ends are written as the last minute or second of their intervals.
  case inclusiveEnds
  /// Numbers are not written with a decimal point alone.
  case numbers
  /// A sum below the data can be checked.
  case sums
  /// Values at fault may be repaired, as asked.
  case repairs
}
