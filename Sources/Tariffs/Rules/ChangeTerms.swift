/// How often an account may change what its basic charge is worked out on, and how long ahead it has
/// to say so.
public struct ChangeTerms: Sendable, Hashable {
  /// Months a method is kept at the least.
  public let methodMonths: Int
  /// Months a contract demand is kept at the least.
  public let contractMonths: Int
  /// How long before it is in force another method is filed; nothing where the rules do not say.
  /// [working days]
  public let methodNoticeDays: Int?
  /// How long before it is in force another contract demand is filed; nothing where the rules do not
  /// say. [working days]
  public let contractNoticeDays: Int?
  /// How long before it begins a pause of a transformer is filed; nothing where the rules do not say.
  /// [working days]
  public let pauseNoticeDays: Int?
  /// Where the terms stand.
  public let rule: RuleReference?

  /// Makes terms.
  public init(
    methodMonths: Int, contractMonths: Int, methodNoticeDays: Int? = nil,
    contractNoticeDays: Int? = nil, pauseNoticeDays: Int? = nil, rule: RuleReference?
  ) {
    self.methodMonths = methodMonths
    self.contractMonths = contractMonths
    self.methodNoticeDays = methodNoticeDays
    self.contractNoticeDays = contractNoticeDays
    self.pauseNoticeDays = pauseNoticeDays
    self.rule = rule
  }

  /// No term is named.
  public static let unbound = ChangeTerms(methodMonths: 1, contractMonths: 1, rule: nil)
}
