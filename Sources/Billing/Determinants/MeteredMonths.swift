import Quantities
import Tariffs
import Use

/// What was metered in each month, kept for the changes of an account that leave its use and its
/// hours alone.
///
/// Adding a year of intervals up takes most of the time of its bills; a change of method, contract
/// demand or transformers bills the same sums anew.
public struct MeteredMonths: Sendable {
  /// The days of a billing period and the rules they were metered by.
  struct Key: Hashable {
    struct Segment: Hashable {
      let span: DateSpan
      let tariff: String
      let version: CalendarDate
    }

    let month: Month
    let segments: [Segment]

    init(_ month: Month, _ rules: [(span: DateSpan, account: Account, rules: MonthRules)]) {
      self.month = month
      segments = rules.map {
        Segment(
          span: $0.span, tariff: $0.rules.tariff.id, version: $0.rules.version.inForce.from)
      }
    }
  }

  private var kept: [Key: PeriodDeterminants] = [:]

  /// Keeps nothing yet.
  public init() {}

  var isEmpty: Bool { kept.isEmpty }

  subscript(key: Key) -> PeriodDeterminants? {
    get { kept[key] }
    set { kept[key] = newValue }
  }
}
