/// A time zone: how far its wall clocks are ahead of UTC, and when that changes.
public struct CivilZone: Sendable, Hashable {
  /// A moment from which on another offset holds.
  public struct Transition: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00Z.
    public let instant: Int64
    /// How far wall clocks are ahead of UTC from then on. [s]
    public let offset: Int

    /// Makes a transition.
    public init(instant: Int64, offset: Int) {
      self.instant = instant
      self.offset = offset
    }
  }

  /// Its name in the time-zone database, or a fixed offset such as `UTC+10:00`.
  public let name: String
  /// The offset before the first transition. [s]
  public let initialOffset: Int
  /// In order of time.
  public let transitions: [Transition]

  /// Makes a zone; transitions that change nothing are left out.
  public init(name: String, initialOffset: Int, transitions: [Transition]) {
    self.name = name
    self.initialOffset = initialOffset
    var offset = initialOffset
    var kept: [Transition] = []
    for transition in transitions where transition.offset != offset {
      offset = transition.offset
      kept.append(transition)
    }
    self.transitions = kept
  }

  /// A zone whose clocks are never changed. [s]
  public init(offset: Int) {
    self.init(name: Self.offsetName(offset), initialOffset: offset, transitions: [])
  }

  /// Coordinated universal time.
  public static let utc = CivilZone(offset: 0)

  /// The offset at an instant. [s]
  public func offset(at instant: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : transitions[low - 1].offset
  }

  /// What a wall clock shows at an instant, as seconds since 1970-01-01T00:00 on that clock.
  public func wallTime(at instant: Int64) -> Int64 { instant + Int64(offset(at: instant)) }

  /// The instants at which wall clocks show a time.
  public func instants(ofWallTime wall: Int64) -> WallTimeInstants {
    // No zone is as much as a day away from UTC, so only offsets in force about then can matter.
    var offsets: [Int] = []
    for instant in [wall - 86_400, wall + 86_400] {
      let offset = offset(at: instant)
      if !offsets.contains(offset) { offsets.append(offset) }
    }
    for transition in transitions where abs(transition.instant - wall) < 86_400 * 2 {
      if !offsets.contains(transition.offset) { offsets.append(transition.offset) }
    }
    let found = offsets.map { wall - Int64($0) }.filter { wallTime(at: $0) == wall }.sorted()
    switch found.count {
    case 0: return .skipped
    case 1: return .once(found[0])
    default: return .repeated(first: found[0], second: found[found.count - 1])
    }
  }

  /// The first instant of a day.
  public func start(of date: CalendarDate) -> Int64 {
    let midnight = Int64(date.dayNumber) * 86_400
    switch instants(ofWallTime: midnight) {
    case .once(let instant), .repeated(let instant, _): return instant
    case .skipped:
      // Clocks that are put forward at midnight: the day begins at the change.
      let offset = offset(at: midnight - Int64(offset(at: midnight - 86_400)) - 1)
      return midnight - Int64(offset)
    }
  }

  /// Whether the clocks are changed between two instants.
  public func hasTransition(after start: Int64, before end: Int64) -> Bool {
    transitions.contains { $0.instant > start && $0.instant < end }
  }

  /// `UTC+10:00`.
  static func offsetName(_ offset: Int) -> String {
    guard offset != 0 else { return "UTC" }
    let minutes = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    return "UTC\(sign)" + ColumnText.text { $0.clock(minutes) }
  }
}
