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
  /// How the clock was changed on the day, so that it has fewer or more intervals.
  package let clockChange: ClockChange?

  package init(
    date: CalendarDate, intervalSeconds: Int, active: UnsafeBufferPointer<Int64>,
    reactiveForward: UnsafeBufferPointer<Int64>?, reactiveReverse: UnsafeBufferPointer<Int64>?,
    clockChange: ClockChange? = nil
  ) {
    self.date = date
    self.intervalSeconds = intervalSeconds
    self.active = active
    self.reactiveForward = reactiveForward
    self.reactiveReverse = reactiveReverse
    self.clockChange = clockChange
  }

  /// What the clock shows at the start of an interval of the day.
  package func start(of index: Int) -> LocalTime {
    LocalTime(
      date: date, second: (clockChange?.clockPosition(of: index) ?? index) * intervalSeconds)
  }
}
