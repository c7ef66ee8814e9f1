import Quantities

/// The readings of one meter reading, bound to what they count and where.
struct GreenButtonChannel {
  let meter: String
  /// The name of the meter reading where the meter has several of one kind; otherwise empty.
  var register = ""
  /// The last name in the address of its meter reading.
  let name: String
  let type: GreenButtonType
  let clock: GreenButtonClock?
  let verdict: GreenButtonVerdict
  /// Whether the reading type was found by its links rather than taken for being the only one.
  let isLinked: Bool
  /// Its blocks, by position in the file.
  var blocks: [Int] = []

  /// Whether two channels could not be told apart by meter and kind.
  func isLike(_ other: GreenButtonChannel) -> Bool {
    guard case .used(let measure, let direction, _, _) = verdict,
      case .used(let otherMeasure, let otherDirection, _, _) = other.verdict
    else { return false }
    return meter == other.meter && measure == otherMeasure && direction == otherDirection
  }
}
