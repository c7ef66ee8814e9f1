import Quantities

/// Something about an account's data that was seen where they were read.
public struct DataDoubt: Sendable, Hashable {
  /// What kind of doubt it is.
  public enum Kind: Sendable, Hashable {
    /// Something is missing.
    case gap
    /// Values may not be what was metered.
    case suspect
    /// Every value may be a multiple of what was metered; the factors that would set it right, such
    /// as `1/1000`.
    case multiplier(fits: [String])
  }

  /// What kind it is.
  public let kind: Kind
  /// How much it matters.
  public let severity: Finding.Severity
  /// The rule it was found by, `Q01` to `Q24`.
  public let rule: String
  /// How often it was seen.
  public let count: Int
  /// What was seen, in a sentence.
  public let text: Message

  /// Makes a doubt.
  public init(kind: Kind, severity: Finding.Severity, rule: String, count: Int, text: Message) {
    self.kind = kind
    self.severity = severity
    self.rule = rule
    self.count = count
    self.text = text
  }
}
