/// Where a rule stands and what it rests on.
///
/// Every line of a bill has one, so that what it holds is shared and not copied.
public struct RuleReference: Sendable, Hashable {
  private final class Place: Sendable {
    let source: Source?
    let file: String
    let line: Int
    let citation: String

    init(source: Source?, file: String, line: Int) {
      self.source = source
      self.file = file
      self.line = line
      let place = "\(file):\(line)"
      citation = source.map { "\($0.citation); \(place)" } ?? place
    }
  }

  private let place: Place

  /// Makes a reference.
  public init(source: Source?, file: String, line: Int) {
    place = Place(source: source, file: file, line: line)
  }

  /// The document.
  public var source: Source? { place.source }
  /// The tariff file, as shown to a person.
  public var file: String { place.file }
  /// The line of the rule in it.
  public var line: Int { place.line }
  /// The document and the place in the file, for a bill.
  public var citation: String { place.citation }

  /// Compares document, file and line.
  public static func == (left: RuleReference, right: RuleReference) -> Bool {
    left.place === right.place
      || left.line == right.line && left.file == right.file && left.source == right.source
  }

  /// Hashes file and line.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(file)
  }
}
