import Quantities

extension SeriesEvidence {
  var code: LoadFindingCode {
    switch self {
    case .unsorted: return .unsorted
    case .repeated: return .repeated
    case .contradictory, .resolved, .severalChannels, .contradictoryFiles: return .contradictory
    case .overlapping: return .overlapping
    case .mixedLengths, .tooLong, .oddLength, .filesDiffer: return .mixedLengths
    case .offGrid, .snapped: return .offGrid
    case .tooLarge: return .spike
    case .negative, .netted: return .negative
    case .missing: return .missing
    case .reactiveMissing: return .reactiveMissing
    case .dayLength: return .clockChange
    case .midnight: return .midnight
    case .notActual, .notActualDropped: return .notActual
    case .spanTooLong: return .unreadable
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .unsorted, .repeated: return .info
    case .midnight, .tooLong, .oddLength, .resolved, .mixedLengths, .snapped, .netted, .missing,
      .reactiveMissing, .notActual, .notActualDropped, .dayLength:
      return .warning
    case .contradictory, .overlapping, .offGrid, .negative, .tooLarge, .severalChannels,
      .spanTooLong, .filesDiffer, .contradictoryFiles:
      return .error
    }
  }

  /// Whether nothing is billed while it stands: errors, and what a look at the file cannot settle.
  var keepsFromBilling: Bool {
    switch self {
    case .midnight, .tooLong, .oddLength: return true
    default: return severity == .error
    }
  }

  func text(account: Message, count: Int) -> Message {
    let counted = Message.counted
    let verb = LoadEvidence.verb
    switch self {
    case .unsorted(true):
      return "the readings of \(account) stand newest first; they were sorted"
    case .unsorted(false):
      return
        """
        the readings of \(account) are not in order of time: \(counted(count, "reading")) \
        \(verb(count, "stands", "stand")) behind a later one; they were sorted
        """
    case .repeated(let first):
      return
        """
        two equal readings for \(counted(count, "interval")) of \(account), the first at \(first); \
        one of each was kept
        """
    case .contradictory(let start, let line, let values):
      return
        """
        the interval at \(start) of \(account) has two values, \(Message.list(values, separator: " and ")); \
        the first stands in line \(line)
        """
    case .resolved(let rule, let first):
      return
        """
        different readings of \(counted(count, "interval")) of \(account), the first at \(first); \
        the \(rule) of each was kept, as asked
        """
    case .overlapping(let start, let line):
      return
        """
        \(counted(count, "reading")) of \(account) \(verb(count, "begins", "begin")) before the one \
        before has ended: the first at \(start), within the one of line \(line)
        """
    case .mixedLengths(let seconds, let found, let first):
      let length = LoadEvidence.length
      return
        """
        \(counted(count, "reading")) of \(account) \(verb(count, "lasts", "last")) \
        \(length(found)) instead of \(length(seconds)), the first at \(first): the energy counts, \
        but no demand of \(length(seconds)) is known there
        """
    default:
      return valueText(account: account, count: count)
    }
  }

  private func valueText(account: Message, count: Int) -> Message {
    let counted = Message.counted
    let verb = LoadEvidence.verb
    let length = LoadEvidence.length
    switch self {
    case .offGrid(let first, let seconds, let most):
      return
        """
        \(counted(count, "reading")) of \(account) off the grid of \(length(seconds)), by up \
        to \(most) s; the first at \(first)
        """
    case .snapped(let most):
      return
        """
        moved to the grid of the intervals as asked: \(counted(count, "reading")) of \(account), by \
        up to \(most) s
        """
    case .tooLarge(let first):
      return
        """
        \(counted(count, "reading")) of \(account) \(verb(count, "is", "are")) a mean power of 10 GW \
        or more, the first at \(first): a number that stands for no value, or a unit misread
        """
    case .negative(let first):
      return
        """
        \(counted(count, "reading")) of \(account) \(verb(count, "is", "are")) negative, the first at \
        \(first), but energy drawn is expected
        """
    case .netted(let energy):
      return
        """
        \(counted(count, "negative reading")) of \(account): \(energy) kWh were taken for energy fed \
        back and left out of the energy drawn, as asked
        """
    case .missing(let expected, let empty, let first, let longest):
      let among: Message = empty > 0 ? ", \(counted(empty, "empty one")) among them" : ""
      return
        """
        no value for \(count) of \(expected) intervals of \(account)\(among); the first at \(first), \
        \(longest) in a row at most
        """
    case .reactiveMissing(let first):
      return
        """
        active but no reactive energy in \(counted(count, "interval")) of \(account), the first at \
        \(first)
        """
    case .dayLength(let date, let found, let expected):
      return
        "\(date) has \(found) intervals of \(account), but the clock of the zone gives it \(expected)"
    case .midnight(let clock, let zone):
      return
        """
        the days of \(account) begin at \(clock) on the clock of \(zone), not at midnight: local \
        time may have been written as UTC
        """
    case .notActual(let quality, let first, let energy):
      return
        """
        \(counted(count, "reading")) of \(account) \(verb(count, "is", "are")) \(quality.words), \
        \(energy) kWh in all, the first at \(first)
        """
    case .notActualDropped(let quality):
      return
        """
        left out as asked: \(counted(count, "reading")) of \(account) that \
        \(verb(count, "is", "are")) \(quality.words)
        """
    case .severalChannels(let names):
      return
        "\(account) has several channels of energy drawn: \(Message.list(names, separator: ", "))"
    case .tooLong(let seconds):
      return
        "the readings of \(account) last \(length(seconds)); intervals of at most 60 min are expected"
    case .oddLength(let seconds):
      return "a day has no whole number of readings of \(seconds) s (\(account))"
    case .spanTooLong(let from, let to):
      return "the readings of \(account) run from \(from) to \(to), more than 25 years"
    case .contradictoryFiles(let start):
      return "two files of \(account) give different values for the interval at \(start)"
    case .filesDiffer(let seconds, let other):
      return
        "\(account) has intervals of \(length(seconds)) in one file and of \(length(other)) in another"
    default:
      return account
    }
  }

  var hint: Message? {
    switch self {
    case .contradictory: return "--duplicates first, last, max or quality says which one counts"
    case .overlapping: return "remove the readings that say the same twice"
    case .missing: return "--fill linear:2h, like-day:4w or register fills gaps"
    case .notActual: return "--require-actual makes gaps of them"
    case .offGrid(_, _, let most): return "--snap \(most) moves them"
    case .negative: return "--net takes them off where the channel is the net of both directions"
    case .midnight:
      return "--epoch local reads them as the zone's standard time, --epoch utc as they are"
    case .severalChannels: return "--meter, or the column meter of load/files.csv, says which"
    case .tooLong: return "values by day or month are not interval data"
    default: return nil
    }
  }
}
