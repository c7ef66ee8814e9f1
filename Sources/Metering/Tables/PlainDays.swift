import Quantities
import Use

/// The days of an account whose rows leave nothing to say: whole days without holes, one after the
/// other, the same channels on each.
struct PlainDays {
  private let intervalSeconds: Int
  private let slotCount: Int
  private var firstDay = 0
  private var dayCount = 0
  private let active: Channel
  private var forward: Channel?
  private var reverse: Channel?

  /// Values that grow in place: held once, so that no day makes a copy of the days before it.
  private final class Channel {
    private(set) var values: [Int64] = []

    init(capacity: Int) { values.reserveCapacity(capacity) }

    /// Adds a day; nothing of one that lacks values.
    func append(_ day: UnsafeBufferPointer<Int64>, mayMiss: Bool) -> Bool {
      guard !mayMiss || !Self.lacksValues(day) else { return false }
      values.append(contentsOf: day)
      return true
    }

    private static func lacksValues(_ day: UnsafeBufferPointer<Int64>) -> Bool {
      // Only values below zero can stand for missing ones.
      LoadProfile.hasNegative(day) && day.contains(where: SlotValue.isMissing)
    }
  }

  init(intervalSeconds: Int) {
    self.intervalSeconds = intervalSeconds
    slotCount = 86_400 / intervalSeconds
    active = Channel(capacity: 366 * slotCount)
  }

  /// Adds the day that follows.
  ///
  /// - Returns: Whether it is one; otherwise the account is for ``LoadStore``.
  mutating func add(_ fragment: DayFragment) -> Bool {
    guard fragment.firstSlot == 0, fragment.lastSlot == slotCount - 1 else { return false }
    if dayCount == 0 {
      firstDay = fragment.day
      if fragment.forward != nil { forward = Channel(capacity: 366 * slotCount) }
      if fragment.reverse != nil { reverse = Channel(capacity: 366 * slotCount) }
    }
    guard fragment.day == firstDay + dayCount, append(fragment.active, of: fragment, to: active),
      append(fragment.forward, of: fragment, to: forward),
      append(fragment.reverse, of: fragment, to: reverse)
    else { return false }
    dayCount += 1
    return true
  }

  /// The profile; nothing without a day.
  consuming func profile() -> LoadProfile? {
    guard dayCount > 0 else { return nil }
    return LoadProfile(
      firstDay: CalendarDate(dayNumber: firstDay), intervalSeconds: intervalSeconds,
      active: active.values, reactiveForward: forward?.values, reactiveReverse: reverse?.values)
  }

  private func append(
    _ values: UnsafePointer<Int64>?, of fragment: DayFragment, to channel: Channel?
  ) -> Bool {
    guard let values, let channel else { return values == nil && channel == nil }
    return channel.append(
      UnsafeBufferPointer(start: values, count: slotCount), mayMiss: fragment.mayMiss)
  }
}
