/// How often an account may change what its basic charge is worked out on.
public struct ChangeTerms: Sendable, Hashable {
  /// Months a method is kept at the least.
  public let methodMonths: Int
  /// Months a contract demand is kept at the least.
  public let contractMonths: Int
  /// Where the terms stand.
  public let rule: RuleReference?

  /// Makes terms.
  public init(methodMonths: Int, contractMonths: Int, rule: RuleReference?) {
    self.methodMonths = methodMonths
    self.contractMonths = contractMonths
    self.rule = rule
  }

  /// No term is named.
  public static let unbound = ChangeTerms(methodMonths: 1, contractMonths: 1, rule: nil)
}
