import Quantities
import Tariffs
import Use

/// Days of a billing period over which rules, prices, tariff and voltage stay the same.
///
/// Every charge looks at it, so that it is referred to and not copied.
final class BillingSegment: Sendable {
  let span: DateSpan
  let rules: MonthRules
  /// The account as it stands on those days.
  let account: Account
  /// What was metered on them.
  let determinants: BillingDeterminants

  init(
    span: DateSpan, rules: MonthRules, account: Account, determinants: BillingDeterminants
  ) {
    self.span = span
    self.rules = rules
    self.account = account
    self.determinants = determinants
  }
}
