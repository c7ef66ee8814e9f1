import Quantities
import Use

/// Accounts that are measured by each other.
package enum PeerGroup: Sendable, Hashable {
  /// Of one industry and one supply voltage.
  case industryAndVoltage(String, Voltage?)
  /// Of one industry.
  case industry(String)

  /// Fewer accounts than this tell nothing of their like: the industry as a whole is taken.
  static let least = 5
}
