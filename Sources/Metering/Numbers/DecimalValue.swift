/// What a cell that should hold a number holds.
enum DecimalValue {
  /// Energy of the interval. [mJ]
  case energy(Int64)
  /// Energy of the interval, rounded to a whole number. [mJ]
  case rounded(Int64)
  /// A word that stands for no value, or nothing.
  case missing
  /// A number with more digits than are read.
  case tooFine
  /// A number beyond the limit.
  case tooLarge
  /// Something else.
  case unreadable
}
