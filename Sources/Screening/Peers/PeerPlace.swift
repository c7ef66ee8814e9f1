import Quantities

/// Where an account stands among its like.
package struct PeerPlace: Sendable, Hashable {
  /// Whom it is measured by.
  package let group: PeerGroup
  /// What they come to.
  package let peers: PeerStatistics
  /// Its price ÷ the median − 1. [fraction]
  package let priceDeviation: Rate?
  /// Its distance from the median in robust standard deviations.
  package let robustZ: Rate?
}
