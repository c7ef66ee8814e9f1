import Documents
import Quantities
import Use

/// Which transformers an account has and which of them are paused, while its events are followed in
/// their order.
struct EventHistory {
  /// How many units there are of each name.
  private var installed: [String: Int]
  /// The rating of each unit, by which events may call it too. [kVA]
  private var ratings: [String: Power]
  /// Rows that paused, resumed and took away, by unit; the last of each.
  private var pauses: [String: EventEntry] = [:]
  private var resumptions: [String: EventEntry] = [:]
  private var removals: [String: EventEntry] = [:]

  /// The units before the first event.
  init(_ account: Account) {
    installed = account.installedUnits.reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
    ratings = account.installedUnits.reduce(into: [:]) { $0[$1.id] = $1.capacity }
  }

  /// The name of the unit that an event calls by its name or, where no other has it, its rating.
  func name(of unit: String) -> String {
    guard installed[unit] == nil else { return unit }
    let rated = ratings.filter {
      $0.value.description == unit && installed[$0.key, default: 0] > 0
    }
    return rated.count == 1 ? rated.keys.first ?? unit : unit
  }

  /// Takes note of the rating a unit has from now on.
  mutating func rate(_ unit: String, _ rating: Power?) { ratings[unit] = rating }

  /// Follows an event of a unit.
  ///
  /// - Returns: Why it cannot have happened.
  mutating func follow(_ entry: EventEntry, unit: String, account: String) -> Diagnostic? {
    let count = installed[unit] ?? 0
    if entry.kind == .add {
      guard count == 0 else {
        return problem(
          entry, "event-unit",
          """
          transformer \(Printable.quote(unit)) of account \(Printable.quote(account)) is added, \
          but it is there already
          """, "give the new one another name")
      }
      installed[unit] = 1
      removals[unit] = nil
      return nil
    }
    guard count == 1 else { return missing(entry, unit, account, count) }
    switch entry.kind {
    case .pause: return pause(entry, unit)
    case .resume: return resume(entry, unit)
    case .remove:
      installed[unit] = 0
      removals[unit] = entry
      pauses[unit] = nil
      resumptions[unit] = nil
      return nil
    case .add, .replace, .contract, .method, .tariff, .voltage, .meterChange: return nil
    }
  }

  private mutating func pause(_ entry: EventEntry, _ unit: String) -> Diagnostic? {
    if let earlier = pauses[unit] {
      return problem(
        entry, "event-pause",
        """
        transformer \(Printable.quote(unit)) is paused on \(entry.date), but it is paused since \
        \(earlier.date) (line \(earlier.row.line))
        """,
        "a row resume belongs between the two")
    }
    pauses[unit] = entry
    return nil
  }

  private mutating func resume(_ entry: EventEntry, _ unit: String) -> Diagnostic? {
    guard pauses.removeValue(forKey: unit) != nil else {
      let earlier: Message? = resumptions[unit].map {
        "; it was resumed on \($0.date) (line \($0.row.line))"
      }
      return problem(
        entry, "event-resume",
        """
        transformer \(Printable.quote(unit)) is resumed on \(entry.date), but it is not paused\
        \(earlier ?? "")
        """, "a row pause belongs before it")
    }
    resumptions[unit] = entry
    return nil
  }

  private func missing(
    _ entry: EventEntry, _ unit: String, _ account: String, _ count: Int
  ) -> Diagnostic {
    if count > 1 {
      return problem(
        entry, "event-unit",
        """
        account \(Printable.quote(account)) has \(count) transformers \
        \(Printable.quote(unit)), and the event does not tell which is meant
        """,
        "list them in transformers.csv, each with an id of its own")
    }
    if let removal = removals[unit] {
      return problem(
        entry, "event-unit",
        """
        transformer \(Printable.quote(unit)) was taken away on \(removal.date) \
        (line \(removal.row.line))
        """, nil)
    }
    let there = installed.filter { $0.value > 0 }.keys.sorted()
    return problem(
      entry, "event-unit",
      """
      account \(Printable.quote(account)) has no transformer \(Printable.quote(unit)) on \
      \(entry.date)
      """,
      Suggestion.hint(for: unit, in: there)
        ?? (there.isEmpty
          ? "list its transformers in transformers.csv or accounts.csv"
          : "it has \(there.joined(separator: ", "))"))
  }

  private func problem(
    _ entry: EventEntry, _ code: String, _ message: Message, _ hint: Message?
  ) -> Diagnostic {
    entry.row.filled("transformer")?.diagnostic(code: code, message: message, hint: hint)
      ?? entry.row.diagnostic(code: code, message: message, hint: hint)
  }
}
