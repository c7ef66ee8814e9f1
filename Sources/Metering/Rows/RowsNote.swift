import Quantities

/// What the reader of single rows made of what the file does not say outright.
package enum RowsNote: Sendable, Hashable {
  /// Numbers that are not written with a decimal point alone.
  case numbers(NumberStyle)
  /// Ends of intervals written as their last minute or second.
  case inclusiveEnds(seconds: Int)
  /// The zone stamps without an offset were read in.
  case zone(String)
  /// Dial readings and the factor their differences were multiplied by.
  case dials(channel: String, multiplier: String)
  /// A sum below the data that agrees with the values.
  case sumAgrees(text: String, heading: String)
  /// Rows of the hour that clocks skip; they held nothing.
  case skippedHour(account: String, count: Int, first: String)
  /// Rows of the hour that clocks show twice, each there once: taken for the first.
  case onceInRepeatedHour(account: String, count: Int, first: String)

  /// One English sentence.
  var sentence: Message {
    let counted = Message.counted
    switch self {
    case .numbers(let style): return "numbers are read as written in \(style.rawValue)"
    case .inclusiveEnds(let seconds):
      return
        """
        ends are written as the last \(seconds == 1 ? "second" : "minute") of their intervals: 23:59 \
        was read as 24:00
        """
    case .zone(let name): return "stamps without an offset are of the zone \(name)"
    case .dials(let channel, let multiplier):
      return
        """
        the differences of the dial readings of column "\(channel)" were multiplied by \
        \(multiplier)
        """
    case .sumAgrees(let text, let heading):
      return "the sum \(text) below column \"\(heading)\" agrees with its values"
    case .skippedHour(let account, let count, let first):
      return
        """
        left out: \(counted(count, "empty row")) of account \(account) in the hour that the clock \
        skips, the first at \(first)
        """
    case .onceInRepeatedHour(let account, let count, let first):
      return
        """
        \(counted(count, "row")) of account \(account) stand once in the hour that the clock shows \
        twice, the first at \(first); they were taken for its first run
        """
    }
  }
}
