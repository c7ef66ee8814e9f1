import Quantities
import Tariffs
import Use

/// Days of a billing period over which rules, prices, tariff and voltage stay the same.
struct BillingSegment {
  let span: DateSpan
  let rules: MonthRules
  /// The account as it stands on those days.
  let account: Account
  /// What was metered on them.
  let determinants: BillingDeterminants
}
