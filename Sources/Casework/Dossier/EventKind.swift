/// What can happen to an account, as `events.csv` calls it.
enum EventKind: String, Sendable, Hashable {
  case pause, resume, add, remove, replace, contract, method, tariff, voltage
  case meterChange = "meter-change"

  /// Whether it happens to a transformer.
  var isOfUnit: Bool {
    switch self {
    case .pause, .resume, .add, .remove, .replace: true
    case .contract, .method, .tariff, .voltage, .meterChange: false
    }
  }
}
