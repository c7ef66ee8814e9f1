import Quantities

/// What was seen in a Green Button file about one of its channels.
package enum GreenButtonEvidence: Sendable, Hashable {
  /// Readings without a length, or with a negative one; they were left out.
  case noLength(seconds: Message)
  /// Readings whose links lead nowhere, bound to the only reading type of the file.
  case typeAssumed(line: Int)
  /// A channel whose direction is absent or that of both ways.
  case directionUnknown(code: Int?)
  /// A reading type that says neither how its values accumulate nor how long its intervals are.
  case deltaAssumed
  /// Values finer than a millijoule.
  case rounded
  /// Values with a decimal point where the schema has whole numbers.
  case decimals
  /// A channel that is no energy of electricity.
  case leftOut(channel: String, reason: Message)
  /// A clock that could not be read.
  case clockUnreadable(Message)
  /// Clock changes given to the second.
  case clockRounded

  var code: LoadFindingCode {
    switch self {
    case .directionUnknown: return .negative
    case .clockUnreadable, .clockRounded: return .clockChange
    default: return .unreadable
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .noLength, .typeAssumed, .clockUnreadable: return .warning
    default: return .info
    }
  }

  func text(account: Message, count: Int) -> Message {
    let counted = Message.counted
    switch self {
    case .noLength(let seconds):
      return
        """
        \(counted(count, "reading")) of \(account) left out: a duration of \(seconds) s is no \
        length of time
        """
    case .typeAssumed(let line):
      return
        """
        the links of \(account) lead to no reading type; \(counted(count, "reading")) were taken to \
        be of the only one in the file, in line \(line)
        """
    case .directionUnknown(nil):
      return "the file does not say which way the energy of \(account) flows"
    case .directionUnknown(let code?):
      let way: Message =
        code == 4 ? "the net of both ways" : code == 20 ? "the total of both ways" : "no way"
      return "the file says that \(account) counts \(way) (flowDirection \(code))"
    case .deltaAssumed:
      return
        """
        the file does not say how the values of \(account) accumulate; they were taken for what \
        flowed in each interval
        """
    case .rounded:
      return "rounded to a whole millijoule: \(counted(count, "reading")) of \(account)"
    case .decimals:
      return
        """
        read as they stand: \(counted(count, "reading")) of \(account) with a decimal point, though \
        Green Button has whole numbers
        """
    case .leftOut(let channel, let reason):
      return "\(counted(count, "reading")) of \(account) in \(channel) left out: \(reason)"
    case .clockUnreadable(let reason):
      return "the clock of \(account) was not read: \(reason)"
    case .clockRounded:
      return
        """
        the clock of \(account) is changed some seconds past a minute, as the file has it; the full \
        minute was taken
        """
    }
  }

  var hint: Message? {
    switch self {
    case .clockUnreadable: return "--zone gives the zone"
    default: return nil
    }
  }
}
