import Use

/// Takes the days of many accounts, one after the other.
///
/// As ``IntervalSink``, but told whose day it is.
package protocol LoadSink {
  /// Takes one day; the buffers are valid during the call only.
  ///
  /// The days of an account come in order, each once; accounts may come by turns.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - account: The number of the account in order of first appearance in the file.
  mutating func take(_ day: IntervalDay, account: Int)
}
