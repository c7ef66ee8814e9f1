import Quantities
import Use

/// Puts fragments of a file in good order together into whole days.
///
/// Whatever is not in order ends it: the file is then for ``LoadStore``, which holds all days and
/// can tell what is doubled from what is only late.
struct OrderedDays {
  /// What is known of an account besides its values.
  private struct Course {
    var lastDay: Int
    var firstDay: Int
    var present = 0
    var empty = 0
    var firstMissing: Int?
    var run = 0
    var longestRun = 0
    var unreactive = 0
    var firstUnreactive: Int?
    var hasReactive = false
    var stride: (slot: Int, stride: Int)?
  }

  let intervalSeconds: Int
  let slotCount: Int
  private(set) var isOrdered = true
  private var courses: [Course?] = []
  private var account = -1
  private var day = Int.min
  private var lastSlot = -1
  private var active: [Int64]
  private var forward: [Int64]
  private var reverse: [Int64]
  private var hasForward = false
  private var hasReverse = false
  private var hasActive = false

  init(intervalSeconds: Int) {
    self.intervalSeconds = intervalSeconds
    slotCount = 86_400 / intervalSeconds
    active = Array(repeating: LoadProfile.missing, count: slotCount)
    forward = active
    reverse = active
  }

  /// Numbers of the accounts whose rows contradict the file's interval.
  var faulty: Set<Int> {
    Set(courses.indices.filter { courses[$0]?.stride != nil })
  }

  /// Takes a fragment, and hands over the day before it, if it is done.
  mutating func add(_ fragment: DayFragment, _ take: (IntervalDay, Int) -> Void) {
    guard isOrdered else { return }
    if fragment.account == account, fragment.day == day {
      guard joins(fragment) else {
        isOrdered = false
        return
      }
    } else {
      finish(take)
      begin(fragment)
      guard isOrdered else { return }
    }
    copy(fragment)
  }

  /// Whether a fragment of the day at hand adds to it and doubles nothing.
  private func joins(_ fragment: DayFragment) -> Bool {
    if fragment.firstSlot > lastSlot { return true }
    return !(hasActive && fragment.active != nil) && !(hasForward && fragment.forward != nil)
      && !(hasReverse && fragment.reverse != nil)
  }

  private mutating func begin(_ fragment: DayFragment) {
    account = fragment.account
    day = fragment.day
    lastSlot = -1
    hasActive = false
    hasForward = false
    hasReverse = false
    while courses.count <= account { courses.append(nil) }
    if var course = courses[account] {
      if course.lastDay >= day { isOrdered = false }
      let gap = (day - course.lastDay - 1) * slotCount
      if gap > 0 {
        if course.firstMissing == nil {
          course.firstMissing = (course.lastDay + 1 - course.firstDay) * slotCount
        }
        course.run += gap
        course.longestRun = max(course.longestRun, course.run)
      }
      course.lastDay = day
      courses[account] = course
    } else {
      courses[account] = Course(lastDay: day, firstDay: day)
    }
  }

  private mutating func copy(_ fragment: DayFragment) {
    Self.copy(fragment, fragment.active, &active, isNew: !hasActive)
    if fragment.forward != nil {
      Self.copy(fragment, fragment.forward, &forward, isNew: !hasForward)
    }
    if fragment.reverse != nil {
      Self.copy(fragment, fragment.reverse, &reverse, isNew: !hasReverse)
    }
    hasActive = hasActive || fragment.active != nil
    hasForward = hasForward || fragment.forward != nil
    hasReverse = hasReverse || fragment.reverse != nil
    lastSlot = max(lastSlot, fragment.lastSlot)
  }

  private static func copy(
    _ fragment: DayFragment, _ source: UnsafePointer<Int64>?, _ target: inout [Int64], isNew: Bool
  ) {
    target.withUnsafeMutableBufferPointer { target in
      if isNew, source == nil || fragment.lastSlot - fragment.firstSlot + 1 < target.count {
        target.update(repeating: LoadProfile.missing)
      }
      guard let source, let base = target.baseAddress else { return }
      (base + fragment.firstSlot).update(
        from: source + fragment.firstSlot, count: fragment.lastSlot - fragment.firstSlot + 1)
    }
  }

  /// Hands over the day at hand.
  mutating func finish(_ take: (IntervalDay, Int) -> Void) {
    guard isOrdered, account >= 0 else { return }
    noteDay()
    active.withUnsafeBufferPointer { active in
      forward.withUnsafeBufferPointer { forward in
        reverse.withUnsafeBufferPointer { reverse in
          take(
            IntervalDay(
              date: CalendarDate(dayNumber: day), intervalSeconds: intervalSeconds, active: active,
              reactiveForward: hasForward ? forward : nil,
              reactiveReverse: hasReverse ? reverse : nil), account)
        }
      }
    }
    account = -1
  }

  /// Counts what is missing; whole days cost one pass over their values.
  private mutating func noteDay() {
    guard var course = courses[account] else { return }
    courses[account] = nil
    defer { courses[account] = course }
    course.hasReactive = course.hasReactive || hasForward
    var isWhole = true
    for value in active where SlotValue.isMissing(value) {
      isWhole = false
      break
    }
    if hasForward || hasReverse || !isWhole {
      noteHoles(&course)
    } else {
      course.present += slotCount
      course.run = 0
    }
  }

  private mutating func noteHoles(_ course: inout Course) {
    if course.stride == nil, let found = GridCheck.stride(in: active[...]) {
      course.stride = ((day - course.firstDay) * slotCount + found.slot, found.stride)
    }
    for slot in 0..<slotCount {
      let position = (day - course.firstDay) * slotCount + slot
      if hasForward, forward[slot] == SlotValue.empty { forward[slot] = LoadProfile.missing }
      if hasReverse, reverse[slot] == SlotValue.empty { reverse[slot] = LoadProfile.missing }
      guard SlotValue.isMissing(active[slot]) else {
        course.present += 1
        course.run = 0
        if hasForward, forward[slot] == LoadProfile.missing {
          course.unreactive += 1
          if course.firstUnreactive == nil { course.firstUnreactive = position }
        }
        continue
      }
      if active[slot] == SlotValue.empty { course.empty += 1 }
      active[slot] = LoadProfile.missing
      if course.firstMissing == nil { course.firstMissing = position }
      course.run += 1
      course.longestRun = max(course.longestRun, course.run)
    }
  }

  /// What is to be said of the accounts' days as a whole.
  func findings(names: [String]) -> [LoadFinding] {
    var findings: [LoadFinding] = []
    for (index, course) in courses.enumerated() {
      guard let course else { continue }
      let firstDay = CalendarDate(dayNumber: course.firstDay)
      func moment(_ position: Int) -> LocalTime {
        LocalTime(date: firstDay, second: position * intervalSeconds)
      }
      if let found = course.stride {
        findings.append(
          LoadFinding(
            .mixedLengths(
              fileSeconds: intervalSeconds, foundSeconds: found.stride * intervalSeconds,
              from: moment(found.slot)), account: names[index]))
      }
      let expected = (course.lastDay - course.firstDay + 1) * slotCount
      if course.present < expected {
        findings.append(
          LoadFinding(
            .missing(
              expected: expected, emptyCells: course.empty,
              first: moment(course.firstMissing ?? 0), longestRun: course.longestRun),
            account: names[index], count: expected - course.present))
      }
      if let first = course.firstUnreactive {
        findings.append(
          LoadFinding(
            .reactiveMissing(first: moment(first)), account: names[index],
            count: course.unreactive))
      }
    }
    return findings
  }
}
