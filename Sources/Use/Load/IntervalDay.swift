import Quantities

/// One account's intervals of one day, borrowed from a reader's buffers.
package struct IntervalDay {
  /// The day, in the tariff's local time.
  package let date: CalendarDate
  /// The length of an interval. [s]
  package let intervalSeconds: Int
  /// Active energy of each interval, ``LoadProfile/missing`` where there is none. [mJ]
  package let active: UnsafeBufferPointer<Int64>
  /// Reactive energy drawn, where it is metered. [mvar·s]
  package let reactiveForward: UnsafeBufferPointer<Int64>?
  /// Reactive energy fed back, where it is metered. [mvar·s]
  package let reactiveReverse: UnsafeBufferPointer<Int64>?

  package init(
    date: CalendarDate, intervalSeconds: Int, active: UnsafeBufferPointer<Int64>,
    reactiveForward: UnsafeBufferPointer<Int64>?, reactiveReverse: UnsafeBufferPointer<Int64>?
  ) {
    self.date = date
    self.intervalSeconds = intervalSeconds
    self.active = active
    self.reactiveForward = reactiveForward
    self.reactiveReverse = reactiveReverse
  }
}
