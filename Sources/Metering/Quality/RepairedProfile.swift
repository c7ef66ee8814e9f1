import Quantities
import Use

/// A profile that was repaired as asked, with what was done.
package struct RepairedProfile: Sendable {
  /// The profile with its values altered.
  package let profile: LoadProfile
  /// What was done, and what was not.
  package let findings: [LoadFinding]
  /// The intervals whose values are no longer what was metered, in order; a month that has some is
  /// estimated.
  package let estimated: [EstimatedSpan]

  /// Intervals in a row that were given values.
  package struct EstimatedSpan: Sendable, Hashable {
    /// Their positions in the profile.
    package let range: Range<Int>
    /// When the first begins.
    package let start: LocalTime
    /// Their active energy now. [kWh]
    package let energy: Energy
  }

  /// Whether a stretch of days has values that are not what was metered.
  package func isEstimated(_ span: DateSpan) -> Bool {
    estimated.contains { own in
      let last = profile.place(of: own.range.upperBound - 1).day
      return own.start.date < span.end && last >= span.start
    }
  }
}
