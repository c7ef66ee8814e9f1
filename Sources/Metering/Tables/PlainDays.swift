import Quantities
import Use

/// The days of an account whose rows leave nothing to say: whole days without holes, one after the
/// other, the same channels on each.
struct PlainDays {
  private let intervalSeconds: Int
  private let slotCount: Int
  private var firstDay = 0
  private var dayCount = 0
  private var active: [Int64] = []
  private var forward: [Int64]?
  private var reverse: [Int64]?

  init(intervalSeconds: Int) {
    self.intervalSeconds = intervalSeconds
    slotCount = 86_400 / intervalSeconds
    active.reserveCapacity(366 * slotCount)
  }

  /// Adds the day that follows.
  ///
  /// - Returns: Whether it is one; otherwise the account is for ``LoadStore``.
  mutating func add(_ fragment: DayFragment) -> Bool {
    guard fragment.firstSlot == 0, fragment.lastSlot == slotCount - 1,
      let values = fragment.active
    else { return false }
    if dayCount == 0 {
      firstDay = fragment.day
      if fragment.forward != nil { forward = [] }
      if fragment.reverse != nil { reverse = [] }
    }
    guard fragment.day == firstDay + dayCount, append(values, to: &active) else { return false }
    guard Self.append(fragment.forward, to: &forward, slotCount),
      Self.append(fragment.reverse, to: &reverse, slotCount)
    else { return false }
    dayCount += 1
    return true
  }

  /// The profile; nothing without a day.
  consuming func profile() -> LoadProfile? {
    guard dayCount > 0 else { return nil }
    return LoadProfile(
      firstDay: CalendarDate(dayNumber: firstDay), intervalSeconds: intervalSeconds,
      active: active, reactiveForward: forward, reactiveReverse: reverse)
  }

  private func append(_ values: UnsafePointer<Int64>, to channel: inout [Int64]) -> Bool {
    Self.append(values, to: &channel, slotCount)
  }

  private static func append(
    _ values: UnsafePointer<Int64>?, to channel: inout [Int64]?, _ count: Int
  ) -> Bool {
    // Taken out first, so that the array is not copied to be appended to.
    guard let values, var taken = channel else { return values == nil && channel == nil }
    channel = nil
    defer { channel = taken }
    return append(values, to: &taken, count)
  }

  private static func append(
    _ values: UnsafePointer<Int64>, to channel: inout [Int64], _ count: Int
  ) -> Bool {
    let day = UnsafeBufferPointer(start: values, count: count)
    var least = Int64.max
    for value in day { least = min(least, value) }
    guard !SlotValue.isMissing(least) else { return false }
    channel.append(contentsOf: day)
    return true
  }
}
