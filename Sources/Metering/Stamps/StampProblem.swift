/// Why a cell is not a stamp.
enum StampProblem: Error {
  /// It is written in another way than the pattern.
  case otherPattern
  /// It names a day or a time that does not exist.
  case impossible
  /// Its year lies outside 1990 to 2099.
  case strangeYear
}
