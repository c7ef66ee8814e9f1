/// The memory a scanner gathers one day in.
final class DayBuffers {
  let slotCount: Int
  let active: UnsafeMutablePointer<Int64>
  let forward: UnsafeMutablePointer<Int64>
  let reverse: UnsafeMutablePointer<Int64>
  /// One row of a wide file, before it is known to be whole.
  let row: UnsafeMutablePointer<Int64>

  init(slotCount: Int) {
    self.slotCount = slotCount
    // One piece, cut in four.
    active = .allocate(capacity: 4 * slotCount)
    active.initialize(repeating: SlotValue.unseen, count: 4 * slotCount)
    forward = active + slotCount
    reverse = active + 2 * slotCount
    row = active + 3 * slotCount
  }

  deinit { active.deallocate() }
}
