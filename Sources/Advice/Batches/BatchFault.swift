import Quantities

/// Why batches cannot be moved in a load.
public enum BatchFault: Error, Sendable, Hashable {
  /// Its run time or present start is no whole number of the load's intervals.
  case notWholeIntervals(batch: String, intervalSeconds: Int)
  /// Its present run lies outside its own window.
  case presentOutsideWindow(batch: String)
  /// The load is lower than the batches that are said to run at the time.
  ///
  /// - Parameters:
  ///   - batch: One of those that run then.
  ///   - at: The beginning of the interval.
  ///   - load: What the load is. [kW]
  ///   - batches: What they are said to draw together. [kW]
  case notInLoad(batch: String, at: LocalTime, load: Power, batches: Power)
}
