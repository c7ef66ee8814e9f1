import Quantities

/// The adjustment for every hundredth of power factor under one standard.
public struct PowerFactorTable: Sendable, Hashable {
  /// The standard.
  public let standard: PowerFactorStandard
  /// The rate for 0.00, 0.01, … 1.00; below zero is a reduction.
  public let rates: [Rate]
  /// Where the table stands.
  public let rule: RuleReference

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - standard: The standard.
  ///   - rates: 101 rates, for 0.00 to 1.00.
  ///   - rule: Where it stands.
  public init(standard: PowerFactorStandard, rates: [Rate], rule: RuleReference) {
    precondition(rates.count == 101, "a table covers 0.00 to 1.00")
    self.standard = standard
    self.rates = rates
    self.rule = rule
  }

  /// The adjustment for a power factor.
  public func rate(for powerFactor: PowerFactor) -> Rate { rates[powerFactor.hundredths] }
}
