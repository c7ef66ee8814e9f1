import Quantities

extension SeriesEvidence {
  var code: LoadFindingCode {
    switch self {
    case .unsorted: return .unsorted
    case .repeated: return .repeated
    case .contradictory, .resolved, .severalChannels: return .contradictory
    case .overlapping: return .overlapping
    case .mixedLengths, .tooLong, .oddLength, .filesDiffer: return .mixedLengths
    case .offGrid, .snapped: return .offGrid
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
    case .resolved, .mixedLengths, .snapped, .netted, .missing, .reactiveMissing, .midnight,
      .notActual, .notActualDropped, .dayLength:
      return .warning
    case .contradictory, .overlapping, .offGrid, .negative, .severalChannels, .tooLong, .oddLength,
      .spanTooLong, .filesDiffer:
      return .error
    }
  }

  func text(account: String, count: Int) -> String {
    let counted = LoadEvidence.counted
    switch self {
    case .unsorted(true):
      return "the readings of \(account) stand newest first; they were sorted"
    case .unsorted(false):
      return
        "the readings of \(account) are not in order of time: \(counted(count, "time")) an earlier "
        + "one follows a later; they were sorted"
    case .repeated(let first):
      return
        "two equal readings for \(counted(count, "interval")) of \(account), the first at \(first); "
        + "one of each was kept"
    case .contradictory(let start, let line, let values):
      return
        "the interval at \(start) of \(account) has two values, \(values.joined(separator: " and ")); "
        + "the first stands in line \(line)"
    case .resolved(let rule, let first):
      return
        "different readings of \(counted(count, "interval")) of \(account), the first at \(first); "
        + "the \(rule) of each was kept, as asked"
    case .overlapping(let start, let line):
      return
        "\(counted(count, "reading")) of \(account) lie over others, the first at \(start) over the "
        + "one in line \(line)"
    case .mixedLengths(let seconds, let found, let first):
      let length = LoadEvidence.length
      return
        "\(counted(count, "reading")) of \(account) last \(length(found)), most last "
        + "\(length(seconds)); the first at \(first); its energy counts, but no demand of "
        + "\(length(seconds)) is known there"
    default:
      return valueText(account: account, count: count)
    }
  }

  private func valueText(account: String, count: Int) -> String {
    let counted = LoadEvidence.counted
    let length = LoadEvidence.length
    switch self {
    case .offGrid(let first, let seconds, let most):
      return
        "\(counted(count, "reading")) of \(account) begin off the grid of \(length(seconds)), by up "
        + "to \(most) s; the first at \(first)"
    case .snapped(let most):
      return
        "\(counted(count, "reading")) of \(account) were moved to the grid of their interval, by up "
        + "to \(most) s"
    case .negative(let first):
      return
        "\(counted(count, "reading")) of \(account) are negative, the first at \(first), but energy "
        + "drawn is expected"
    case .netted(let energy):
      return
        "\(counted(count, "reading")) of \(account) are negative; \(energy) kWh were taken for energy "
        + "fed back and left out of the energy drawn, as asked"
    case .missing(let expected, let empty, let first, let longest):
      let among = empty > 0 ? ", \(counted(empty, "empty one")) among them" : ""
      return
        "no value for \(count) of \(expected) intervals of \(account)\(among); the first at \(first), "
        + "\(longest) in a row at most"
    case .reactiveMissing(let first):
      return
        "active but no reactive energy in \(counted(count, "interval")) of \(account), the first at "
        + "\(first)"
    case .dayLength(let date, let found, let expected):
      return
        "\(date) has \(found) intervals of \(account), but the clock of the zone gives it \(expected)"
    case .midnight(let clock, let zone):
      return
        "the days of \(account) begin at \(clock) on the clock of \(zone), not at midnight: local "
        + "time may have been written as UTC"
    case .notActual(let quality, let first, let energy):
      return
        "\(counted(count, "reading")) of \(account) are \(quality.words), \(energy) kWh in all, the "
        + "first at \(first)"
    case .notActualDropped(let quality):
      return
        "\(counted(count, "reading")) of \(account) are \(quality.words) and were left out, as asked"
    case .severalChannels(let names):
      return
        "\(account) has several channels of energy drawn: \(names.joined(separator: ", "))"
    case .tooLong(let seconds):
      return
        "the readings of \(account) last \(length(seconds)); intervals of at most 60 min are expected"
    case .oddLength(let seconds):
      return "a day has no whole number of readings of \(seconds) s (\(account))"
    case .spanTooLong(let from, let to):
      return "the readings of \(account) run from \(from) to \(to), more than 25 years"
    case .filesDiffer(let seconds, let other):
      return
        "\(account) has intervals of \(length(seconds)) in one file and of \(length(other)) in another"
    default:
      return account
    }
  }

  var hint: String? {
    switch self {
    case .contradictory: return "--duplicates first, last, max or quality says which one counts"
    case .overlapping: return "remove the readings that say the same twice"
    case .offGrid(_, _, let most): return "--snap \(most) moves them"
    case .negative: return "--net takes them off where the channel is the net of both directions"
    case .midnight: return "--zone says in which zone the stamps were written"
    case .severalChannels: return "--meter, or the column meter of load/files.csv, says which"
    case .tooLong: return "values by day or month are not interval data"
    default: return nil
    }
  }
}
