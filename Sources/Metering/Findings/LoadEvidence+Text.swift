import Quantities

extension LoadEvidence {
  /// One English sentence.
  func text(account: Message, count: Int) -> Message {
    switch self {
    case .unreadableNumber(_, let heading, let why):
      return "in column \(Self.quoted(heading)), \(why.sentence)"
    case .tooFine(let text, let heading):
      return
        """
        \(Self.quoted(text)) in column \(Self.quoted(heading)) has more than \
        \(WrittenNumber.mostFractionDigits) digits behind its point
        """
    case .tooLarge(let text, let heading):
      return
        "\(Self.quoted(text)) in column \(Self.quoted(heading)) is a mean power of 10 GW or more"
    case .unreadableStamp(let text, let pattern):
      return "\(Self.quoted(text)) is not written as the file's other stamps are, \(pattern)"
    case .impossibleStamp(let text):
      return "\(Self.quoted(text)) is not a day and time that a calendar and a clock have"
    case .strangeYear(let text):
      return "\(Self.quoted(text)) lies outside the years 1990 to 2099"
    case .endOfDayAsStart(let text):
      return
        """
        \(Self.quoted(text)): 24:00 ends a day, but the stamps of this file mark the start of \
        their intervals
        """
    case .timeInDate(let text):
      return "\(Self.quoted(text)) has a time of day, but the row holds the whole day"
    case .cellCount(let found, let expected):
      return "the row has \(found) cells, the heading has \(expected)"
    case .unknownQuantity(""):
      return "the row names no quantity; expected kW, kvar, kWh or kvarh"
    case .unknownQuantity(let text):
      if let meaning = DataTypeCode.refusal(of: text) {
        return
          """
          \(Self.quoted(text)) is \(meaning); expected 1, the total active power, or 5, the total \
          reactive power
          """
      }
      return
        "\(Self.quoted(text)) is not a quantity that is read; expected kW, kvar, kWh or kvarh"
    case .accountMissing:
      return "the row names no account"
    case .accountShortened(let text):
      return "the account number \(Self.quoted(text)) has lost its last digits in a spreadsheet"
    case .otherAccount(let text):
      return "the row is of account \(Self.quoted(text)), but the file is declared to be of another"
    default:
      return seriesText(account: account, count: count)
    }
  }

  private func seriesText(account: Message, count: Int) -> Message {
    switch self {
    case .rounded:
      return
        """
        \(Message.counted(count, "value")) of account \(account) \(Self.verb(count, "is", "are")) finer \
        than a millijoule and \(Self.verb(count, "was", "were")) rounded, by at most \
        0.5 mJ (1.4e-10 kWh) each
        """
    case .missing(let expected, let emptyCells, let first, let longest):
      let empty: Message =
        emptyCells > 0 ? ", \(Message.counted(emptyCells, "empty cell")) among them" : ""
      return
        """
        no value for \(count) of \(expected) intervals of account \(account)\(empty); the first at \
        \(first), \(longest) in a row at most
        """
    case .reactiveMissing(let first):
      return
        """
        active but no reactive energy in \(Message.counted(count, "interval")) of account \(account), \
        the first at \(first)
        """
    case .repeated(let first):
      return
        """
        two equal rows for \(Message.counted(count, "interval")) of account \(account), the first at \
        \(first); one of each was kept
        """
    case .contradictory(let start, let first, let values):
      let other: Message = first.map { "; the first stands at \($0)" } ?? ""
      return
        """
        the interval at \(start) of account \(account) has two values, \
        \(Message.list(values, separator: " and "))\(other)
        """
    case .severalMeters(let heading, let start):
      return
        """
        account \(account) has several rows for the interval at \(start), and the file has a \
        column \(Self.quoted(heading)): one meter's rows cannot be told from another's
        """
    case .unsorted:
      return
        """
        the rows of account \(account) are not in order of time: \
        \(Message.counted(count, "row")) \(Self.verb(count, "stands", "stand")) behind a later one; \
        they were sorted
        """
    case .mixedLengths(let fileSeconds, let foundSeconds, let from):
      return
        """
        the rows of account \(account) are \(Self.length(foundSeconds)) apart from \(from) on, \
        but the file's interval is \(Self.length(fileSeconds))
        """
    case .filesDiffer(let seconds, let otherFile, let otherSeconds):
      return
        """
        account \(account) has intervals of \(Self.length(seconds)) here and of \
        \(Self.length(otherSeconds)) in \(otherFile)
        """
    case .offGrid(let text, let seconds):
      return "\(Self.quoted(text)) is no multiple of the file's interval, \(Self.length(seconds))"
    case .negative(let text, let heading):
      return
        """
        \(Self.quoted(text)) in column \(Self.quoted(heading)) is negative, but energy drawn is \
        expected
        """
    case .clockSetBack(let start):
      return
        """
        the clock of account \(account) is set back by an hour at \(start), and the stamps name \
        no time zone: the repeated hour would be lost
        """
    case .midnightOfSameDate:
      return
        """
        \(Message.counted(count, "row")) of account \(account) stamped 0:00 directly behind the last \
        interval of the same date: the order of rows shows that it ends that day, and it was read \
        as 24:00
        """
    case .spanTooLong(let from, let to):
      return "the stamps of account \(account) run from \(from) to \(to), more than 25 years"
    case .moreFaults(let file, let isWhole):
      let reading: Message = isWhole ? "" : "; the file was not read on"
      return
        "\(Message.counted(count, "more fault")) in the rows of account \(account) in \(file)\(reading)"
    case .moreConflicts:
      return
        "two different values for \(Message.counted(count, "more interval")) of account \(account)"
    case .series(let evidence): return evidence.text(account: account, count: count)
    case .greenButton(let evidence): return evidence.text(account: account, count: count)
    case .nem12(let evidence): return evidence.text(account: account, count: count)
    case .rows(let evidence): return evidence.text(account: account, count: count)
    case .quality(let evidence): return evidence.text(account: account, count: count)
    default:
      return "account \(account)"
    }
  }

  /// A correction to try.
  var hint: Message? {
    switch self {
    case .unreadableNumber(let text, _, let why):
      if text.contains(","), text.contains(where: \.isNumber) {
        return
          """
          numbers are read with a decimal point and nothing between the thousands; --numbers 1234,5, \
          1.234,5 or 1,234.5 says that they are written so
          """
      }
      if ["nan", "inf", "-inf", "infinity"].contains(text.lowercased()) {
        return "leave the cell empty where no value was metered"
      }
      return why.advice
    case .tooFine: return "round the values to fifteen digits after the point or fewer"
    case .tooLarge: return "if these are watts or watt-hours, say so: --unit W or --unit Wh"
    case .endOfDayAsStart: return "--stamps end, or a column timestamp_end, reads them as ends"
    case .accountShortened: return "export the account numbers as text"
    case .negative:
      return
        """
        exported energy belongs in a column of its own; --net leaves it out where the values are the \
        net of both directions
        """
    case .offGrid: return "--snap SECONDS moves stamps that lie so far off to the grid"
    case .missing: return "--fill linear:2h, like-day:4w or register fills gaps"
    case .strangeYear: return "look for a default date, or for --date-order"
    case .clockSetBack:
      return
        "give the time zone, such as --zone America/New_York, or export the stamps with their offset"
    case .mixedLengths, .filesDiffer: return "put intervals of one length in each account's files"
    case .spanTooLong: return "--date-order ymd, dmy or mdy sets the order of the date's parts"
    case .severalMeters: return "give each meter a file or an account of its own"
    case .contradictory:
      return
        "remove the row that is wrong; --duplicates first, last, max or quality says which one counts"
    case .series(let evidence): return evidence.hint
    case .greenButton(let evidence): return evidence.hint
    case .nem12(let evidence): return evidence.hint
    case .rows(let evidence): return evidence.hint
    case .quality(let evidence): return evidence.hint
    default: return nil
    }
  }

  /// A cell's text in quotes; long ones are cut.
  static func quoted(_ text: String) -> String {
    text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
  }

  /// The verb of so many things.
  static func verb(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? one : many
  }

  /// `15 min`.
  static func length(_ seconds: Int) -> String {
    seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
  }
}
