/// Who a tariff serves by installed capacity, and where others are billed.
public struct EligibilityRule: Sendable, Hashable {
  /// The capacities the rule is about. [kVA]
  public let capacity: CapacityRange
  /// The tariff such an account is billed under instead; nothing where it may have this one.
  public let fallback: String?
  /// Where the rule stands.
  public let rule: RuleReference

  /// Makes a rule.
  public init(capacity: CapacityRange, fallback: String?, rule: RuleReference) {
    self.capacity = capacity
    self.fallback = fallback
    self.rule = rule
  }
}
