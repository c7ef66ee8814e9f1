import Quantities

/// What the reader of a NEM12 file made of what it does not need.
package enum NEM12Note: Sendable, Hashable {
  /// A stream in a unit that is not billed.
  case otherUnit(stream: String, unit: String)
  /// A stream of a check meter.
  case checkMeter(stream: String)
  /// An averaged or net stream beside the one of the billed meter.
  case averageBesideMaster(stream: String)
  /// An averaged or net stream that is the only one there is.
  case average(stream: String)
  /// Service details, which say nothing of the intervals.
  case serviceRecords(count: Int)
  /// A stream that its configuration lists under another number.
  case otherConfiguration(stream: String, listed: String)
  /// Streams whose 200 record names no configuration.
  case noConfiguration(stream: String)

  /// One English sentence.
  var sentence: Message {
    switch self {
    case .otherUnit(let stream, let unit):
      let measured: Message = unit.isEmpty ? "" : " in \(unit)"
      return "not read: stream \(stream)\(measured), which is no active or reactive energy"
    case .checkMeter(let stream):
      return "not read: stream \(stream), which a check meter counted once more"
    case .averageBesideMaster(let stream):
      return "not read: stream \(stream), the average or net beside the stream of the billed meter"
    case .average(let stream):
      return
        """
        stream \(stream) is an averaged or net one; it was read, since there is no stream of the \
        billed meter
        """
    case .serviceRecords(let count):
      return "not read: \(Message.counted(count, "service record")) (500)"
    case .otherConfiguration(let stream, let listed):
      return "stream \(stream) is not among those of its NMI configuration, \(listed)"
    case .noConfiguration(let stream):
      return "the 200 record of stream \(stream) names no NMI configuration"
    }
  }
}
