/// Who the account buys its energy from.
public enum EnergySource: String, Sendable, Hashable, CaseIterable {
  /// The state catalogue price (目录电价), until October 2021.
  case catalogue
  /// The grid company as agent (代理购电), 发改办价格〔2021〕809号.
  case agent
  /// The grid company as agent at 1.5 times the purchase price, 发改办价格〔2021〕809号.
  case agentOneAndAHalf = "agent-1.5"
  /// The power market directly.
  case market
}
