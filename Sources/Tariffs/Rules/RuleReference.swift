/// Where a rule stands and what it rests on.
public struct RuleReference: Sendable, Hashable {
  /// The document.
  public let source: Source?
  /// The tariff file, as shown to a person.
  public let file: String
  /// The line of the rule in it.
  public let line: Int

  /// Makes a reference.
  public init(source: Source?, file: String, line: Int) {
    self.source = source
    self.file = file
    self.line = line
  }

  /// The document and the place in the file, for a bill.
  public var citation: String {
    let place = "\(file):\(line)"
    guard let source else { return place }
    return "\(source.citation); \(place)"
  }
}
