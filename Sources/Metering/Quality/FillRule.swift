import Quantities

/// How gaps are filled where a person asks for it.
package enum FillRule: Sendable, Hashable {
  /// On a straight line between the values before and after, in gaps up to a length. [s]
  case linear(longestSeconds: Int)
  /// With the mean of the same time on the same day of the week, in so many weeks before and after.
  case likeDay(weeks: Int)
  /// With what the month's register says beyond the values that are there, in equal parts.
  case register

  /// What a text that is none may be told.
  package static let expected = "linear:2h, like-day:4w or register"

  /// Reads `linear:2h`, `linear:<=90min`, `like-day:4w` or `register`.
  ///
  /// - Returns: Nothing for any other text, for lines longer than a day, and for more than a year of
  ///   weeks.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts.first, parts.dropFirst().first) {
    case ("register", nil): self = .register
    case ("linear", let length?):
      let bare = length.hasPrefix("<=") ? length.dropFirst(2) : length
      let minutes =
        Self.count(bare, of: "min", most: 1440)
        ?? Self.count(bare, of: "h", most: 24).map { $0 * 60 }
      guard let minutes else { return nil }
      self = .linear(longestSeconds: minutes * 60)
    case ("like-day", let span?):
      guard let weeks = Self.count(span, of: "w", most: 52) else { return nil }
      self = .likeDay(weeks: weeks)
    default: return nil
    }
  }

  private static func count(_ text: some StringProtocol, of unit: String, most: Int) -> Int? {
    guard text.hasSuffix(unit) else { return nil }
    let digits = text.dropLast(unit.count)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int(digits), (1...most).contains(count)
    else { return nil }
    return count
  }

  /// `on a straight line`.
  var words: Message {
    switch self {
    case .linear(let seconds):
      return "on a straight line, in gaps of at most \(LoadEvidence.length(seconds))"
    case .likeDay(let weeks):
      return
        """
        with the mean of the same day of the week in \(Message.counted(weeks, "week")) before \
        and after
        """
    case .register: return "with what the month's register says beyond the other intervals"
    }
  }
}
