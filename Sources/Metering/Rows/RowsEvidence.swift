import Quantities

/// What was seen in a table that was read row by row.
package enum RowsEvidence: Sendable, Hashable {
  /// A number that is not written as the others are declared or proven to be.
  case otherNumberStyle(text: String, heading: String, style: NumberStyle)
  /// A local time that the clocks of the zone skip, with a value.
  case skippedTime(text: String, zone: String)
  /// A repeated hour whose rows cannot be told apart.
  case repeatedHour(text: String, zone: String)
  /// An hour marked as repeated where clocks are not put back.
  case noRepeatedHour(text: String, zone: String?)
  /// A cell that should hold an hour number.
  case unreadableHour(text: String)
  /// A dial that began again at zero behind its highest reading.
  case rollover(first: String, from: String, to: String)
  /// A dial that runs backwards otherwise.
  case decrease(from: String, to: String, line: Int)
  /// One moment with two readings of a dial.
  case dialContradiction(at: String, values: [String], line: Int)
  /// The factor of a dial that changes between two readings.
  case multiplierChange(from: String, to: String)
  /// Neighbouring dial readings too far apart to say when the energy flowed.
  case longPause(days: Int)
  /// A sum below the data that does not agree with the values.
  case sumDiffers(printed: String, found: String, heading: String)
  /// Rows or cells at fault that became gaps, as asked.
  case skippedRows(first: String)
  /// Readings that nothing says the length of.
  case unknownLength

  var code: LoadFindingCode {
    switch self {
    case .otherNumberStyle, .unreadableHour, .skippedRows, .unknownLength: return .unreadable
    case .skippedTime, .repeatedHour, .noRepeatedHour: return .clockChange
    case .rollover, .decrease, .multiplierChange, .longPause: return .registerDecrease
    case .dialContradiction: return .contradictory
    case .sumDiffers: return .sumCheck
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .rollover: return .info
    case .sumDiffers, .skippedRows: return .warning
    default: return .error
    }
  }

  func text(account: Message, count: Int) -> Message {
    let quoted = LoadEvidence.quoted
    let counted = Message.counted
    switch self {
    case .otherNumberStyle(let text, let heading, let style):
      return
        """
        \(quoted(text)) in column \(quoted(heading)) is not written as \(style.rawValue) is, the \
        file's numbers
        """
    case .skippedTime(let text, let zone):
      return "\(quoted(text)) does not exist: the clock of \(zone) is put forward over it"
    case .repeatedHour(let text, let zone):
      return
        """
        the clock of \(zone) shows \(quoted(text)) twice, and the order of the rows does not tell the \
        first from the second (\(counted(count, "row")))
        """
    case .noRepeatedHour(let text, let zone):
      let clock: Message =
        zone.map { "the clock of \($0) is not put back then" } ?? "no zone is known"
      return "\(quoted(text)) is marked as a repeated hour, but \(clock)"
    case .unreadableHour(let text):
      return "\(quoted(text)) is no hour; 1 to 24, or 2* for a repeated one, is expected"
    case .rollover(let first, let from, let to):
      let times: Message = count == 1 ? "once" : "\(count) times"
      return
        """
        the dial of account \(account) went past its highest reading and began again \
        \(times), the first time at \(first), from \(from) to \(to)
        """
    case .decrease(let from, let to, let line):
      return
        "the dial reads \(to), less than \(from) in line \(line), and is not near its highest reading"
    default:
      return moreText(account: account, count: count)
    }
  }

  private func moreText(account: Message, count: Int) -> Message {
    let counted = Message.counted
    switch self {
    case .dialContradiction(let start, let values, let line):
      return
        """
        the dial has two readings at \(start), \(Message.list(values, separator: " and ")); the first stands \
        in line \(line)
        """
    case .multiplierChange(let from, let to):
      return "the multiplier changes from \(from) to \(to) between two readings of the dial"
    case .longPause(let days):
      return "\(counted(days, "day")) lie between this dial reading and the one before"
    case .sumDiffers(let printed, let found, let heading):
      return
        "the sum below column \"\(heading)\" is \(printed), but its values add up to \(found)"
    case .skippedRows(let first):
      return
        """
        \(count) \(count == 1 ? "row or cell" : "rows or cells") of account \(account) cannot be read \
        and became gaps, as asked; the first: \(first)
        """
    case .unknownLength:
      return
        """
        a single reading of account \(account) does not tell how long its interval is; two or more \
        are expected
        """
    default: return account
    }
  }

  var hint: Message? {
    switch self {
    case .otherNumberStyle:
      return "--numbers says how they are written: 1234.5, 1234,5, 1.234,5 or 1,234.5"
    case .skippedTime:
      return "if the stamps are in standard time all year, give its offset: --zone -05:00"
    case .repeatedHour: return "export the stamps with their offset from UTC, or in standard time"
    case .noRepeatedHour(_, nil): return "--zone says in which zone the hours are numbered"
    case .decrease:
      return "if the meter was changed, give each meter's readings a file of their own"
    case .multiplierChange: return "give the readings before and after a file of their own each"
    case .dialContradiction: return "remove the row that is wrong"
    case .sumDiffers: return "rows may be missing, or the sum may be of other rows"
    default: return nil
    }
  }
}
