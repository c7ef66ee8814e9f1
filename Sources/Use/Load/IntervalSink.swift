/// Takes interval data a day at a time.
///
/// Readers of load files hand whole days over, so that a year of 15-minute data is 365 calls and
/// the work on each day is a loop over 96 values.
package protocol IntervalSink {
  /// Takes one day; the buffers are valid during the call only.
  mutating func take(_ day: IntervalDay)
}
