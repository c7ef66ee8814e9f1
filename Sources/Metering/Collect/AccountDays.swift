import Quantities

/// All days of one account, in the order in which they were first read.
struct AccountDays {
  /// An interval for which rows contradict each other.
  struct Conflict: Hashable {
    let day: Int
    let slot: Int
  }

  static let mostConflicts = 20

  let intervalSeconds: Int
  let slotCount: Int
  /// The number of each day's block of values.
  private var blocks: [Int: Int] = [:]
  private(set) var active: [Int64] = []
  private(set) var forward: [Int64]?
  private(set) var reverse: [Int64]?
  private(set) var repeated = 0
  private(set) var firstRepeated: Conflict?
  private(set) var conflicts: [Conflict] = []
  private(set) var conflictCount = 0
  /// Rows, or runs of them, that stand after later ones.
  private(set) var descents = 0
  /// Where the clock goes back so that one hour is told twice.
  private(set) var setBacks: [Conflict] = []
  private var lastDay = Int.min
  private var lastSlot = 0

  init(intervalSeconds: Int) {
    self.intervalSeconds = intervalSeconds
    slotCount = 86_400 / intervalSeconds
  }

  var isEmpty: Bool { blocks.isEmpty }
  var days: Dictionary<Int, Int>.Keys { blocks.keys }

  /// Forgets where the last row stood, since another file begins.
  mutating func beginFile() {
    lastDay = Int.min
    lastSlot = 0
  }

  mutating func add(_ fragment: DayFragment) {
    noteOrder(fragment)
    let isNew = blocks[fragment.day] == nil
    let block = blocks[fragment.day] ?? active.count / slotCount
    if isNew {
      blocks[fragment.day] = block
      Self.grow(&active, by: slotCount)
      if forward != nil { Self.grow(&forward, to: active.count) }
      if reverse != nil { Self.grow(&reverse, to: active.count) }
    }
    if fragment.forward != nil, forward == nil { Self.grow(&forward, to: active.count) }
    if fragment.reverse != nil, reverse == nil { Self.grow(&reverse, to: active.count) }
    if isNew {
      copy(fragment, at: block * slotCount)
    } else {
      lay(fragment, at: block * slotCount)
    }
  }

  private static func grow(_ values: inout [Int64], by count: Int) {
    values.append(contentsOf: repeatElement(SlotValue.unseen, count: count))
  }

  private static func grow(_ values: inout [Int64]?, to count: Int) {
    var grown = values ?? []
    values = nil
    grow(&grown, by: count - grown.count)
    values = grown
  }

  private mutating func noteOrder(_ fragment: DayFragment) {
    defer {
      lastDay = fragment.day
      lastSlot = fragment.lastSlot
    }
    guard lastDay > .min else { return }
    let step = (fragment.day - lastDay) * slotCount + fragment.firstSlot - lastSlot
    // The rows of one wide day end and begin with the same slots.
    let isSameRow =
      fragment.day == lastDay && fragment.firstSlot == 0
      && lastSlot == slotCount - 1 && fragment.lastSlot == lastSlot
    guard step < 0, !isSameRow else { return }
    descents += 1
    let hour = 3600 / intervalSeconds
    if hour > 1, step == 1 - hour {
      setBacks.append(Conflict(day: fragment.day, slot: fragment.firstSlot))
    }
  }

  /// Copies the values of a day that nothing is known of yet.
  private mutating func copy(_ fragment: DayFragment, at offset: Int) {
    let range = fragment.firstSlot...fragment.lastSlot
    if let new = fragment.active {
      for slot in range { active[offset + slot] = new[slot] }
    }
    if let new = fragment.forward {
      for slot in range { forward?[offset + slot] = new[slot] }
    }
    if let new = fragment.reverse {
      for slot in range { reverse?[offset + slot] = new[slot] }
    }
  }

  private mutating func lay(_ fragment: DayFragment, at offset: Int) {
    var merge = DayMerge()
    for slot in fragment.firstSlot...fragment.lastSlot {
      var met = false
      var isEqual = true
      if let new = fragment.active, let equal = DayMerge.lay(new[slot], on: &active[offset + slot])
      {
        met = true
        isEqual = isEqual && equal
      }
      if let new = fragment.forward, let equal = Self.lay(new[slot], on: &forward, offset + slot) {
        met = true
        isEqual = isEqual && equal
      }
      if let new = fragment.reverse, let equal = Self.lay(new[slot], on: &reverse, offset + slot) {
        met = true
        isEqual = isEqual && equal
      }
      if met { merge.note(slot, isEqual: isEqual) }
    }
    repeated += merge.repeated
    if firstRepeated == nil, let slot = merge.firstRepeated {
      firstRepeated = Conflict(day: fragment.day, slot: slot)
    }
    for slot in merge.contradictory {
      conflictCount += 1
      if conflicts.count < Self.mostConflicts {
        conflicts.append(Conflict(day: fragment.day, slot: slot))
      }
    }
  }

  private static func lay(_ new: Int64, on values: inout [Int64]?, _ index: Int) -> Bool? {
    guard values != nil else { return nil }
    return values?.withUnsafeMutableBufferPointer { DayMerge.lay(new, on: &$0[index]) } ?? nil
  }

  /// Lends a day's values as a fragment.
  func lend(_ day: Int, _ body: (DayFragment) -> Void) {
    guard let block = blocks[day] else { return }
    let range = (block * slotCount)..<((block + 1) * slotCount)
    Self.lend(active, range) { active in
      Self.lend(forward, range) { forward in
        Self.lend(reverse, range) { reverse in
          body(
            DayFragment(
              account: 0, day: day, firstSlot: 0, lastSlot: slotCount - 1, active: active,
              forward: forward, reverse: reverse, mayMiss: true))
        }
      }
    }
  }

  private static func lend(
    _ values: [Int64]?, _ range: Range<Int>, _ body: (UnsafePointer<Int64>?) -> Void
  ) {
    guard let values else { return body(nil) }
    values.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range]).baseAddress) }
  }

  /// Adds what was counted while another file's rows were gathered.
  mutating func inheritCounts(of other: AccountDays) {
    repeated += other.repeated
    if firstRepeated == nil { firstRepeated = other.firstRepeated }
    conflictCount += other.conflictCount
    conflicts.append(contentsOf: other.conflicts.prefix(Self.mostConflicts - conflicts.count))
    descents += other.descents
    setBacks.append(contentsOf: other.setBacks)
  }

  /// The values of a channel from the first day to the last, with `SlotValue.unseen` where there
  /// is no row.
  func ordered(_ values: [Int64], from first: Int, to last: Int) -> [Int64] {
    var ordered = [Int64](repeating: SlotValue.unseen, count: (last - first + 1) * slotCount)
    for (day, block) in blocks {
      let target = (day - first) * slotCount
      let source = block * slotCount
      for slot in 0..<slotCount { ordered[target + slot] = values[source + slot] }
    }
    return ordered
  }
}
