import Quantities

extension QualityEvidence {
  var code: LoadFindingCode {
    switch self {
    case .zeroRuns: return .zeroRun
    case .stuck: return .stuck
    case .spike, .spikeWorth, .aboveCapacity: return .spike
    case .implausible, .unusualPeak: return .implausible
    case .zeroRow: return .zeroRow
    case .coverage: return .coverage
    case .sumCheck, .scaled: return .sumCheck
    case .registerSum: return .registerSum
    case .periodCheck: return .periodCheck
    case .demandCheck: return .demandCheck
    case .filled, .refused: return .missing
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .coverage: return .info
    case .implausible(let peak, _, let capacity, _):
      // No transformer carries twice its rating for a quarter of an hour as a habit.
      return peak.units > capacity.units * 2 ? .error : .warning
    case .sumCheck(.register, let months, _):
      return months.contains { $0.differs(byThousandths: 20) } ? .error : .warning
    case .zeroRuns, .stuck, .spike, .spikeWorth, .aboveCapacity, .unusualPeak, .zeroRow, .sumCheck,
      .registerSum,
      .periodCheck, .demandCheck, .filled, .refused, .scaled:
      return .warning
    }
  }
}
