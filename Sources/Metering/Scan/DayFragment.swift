/// Consecutive rows of one account and day, borrowed from a scanner's buffers.
///
/// Slots ascend within a fragment. What is not in order, doubled or split over several places comes
/// as several fragments, and whoever collects them sees it at their seams.
struct DayFragment {
  /// The account, by its place in the table of accounts.
  let account: Int
  /// Days since 1 January 1970.
  let day: Int
  let firstSlot: Int
  let lastSlot: Int
  /// Energy by slot, where the rows have it; `SlotValue.unseen` between rows. [mJ]
  let active: UnsafePointer<Int64>?
  /// Reactive energy drawn, likewise. [mvar·s]
  let forward: UnsafePointer<Int64>?
  /// Reactive energy fed back, likewise. [mvar·s]
  let reverse: UnsafePointer<Int64>?
  /// Whether a value may be missing or below zero.
  let mayMiss: Bool
}
