import Quantities

/// What values look like that may not be what a meter counted.
package enum QualityEvidence: Sendable, Hashable {
  /// Zeros for hours at a site that otherwise draws.
  case zeroRun(from: LocalTime, intervals: Int, longest: Int)

  var code: LoadFindingCode {
    switch self {
    case .zeroRun: return .zeroRun
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .zeroRun: return .warning
    }
  }

  func text(account: String, count: Int) -> String {
    switch self {
    case .zeroRun(let from, let intervals, let longest):
      return
        "account \(account) draws nothing in \(intervals) intervals, \(longest) in a row from \(from): "
        + "an outage, a shutdown or lost data"
    }
  }

  var hint: String? { nil }
}
