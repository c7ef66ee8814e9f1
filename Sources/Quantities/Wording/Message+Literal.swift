extension Message: ExpressibleByStringInterpolation {
  /// Collects the pieces of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var sentence = Message(parts: [])

    /// Makes an empty collection.
    public init(literalCapacity: Int, interpolationCount: Int) {
      sentence.reserveParts(2 * interpolationCount + 1)
    }

    /// Words of the sentence itself.
    public mutating func appendLiteral(_ literal: String) { sentence.append(.literal(literal)) }

    /// A figure, a name, a quotation: whatever is the same in every language.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      sentence.append(.value(value.description))
    }

    /// A part with a form of its own.
    public mutating func appendInterpolation(_ message: Message) {
      sentence.append(.message(message))
    }

    /// A stretch of days, such as `2026-01-01 to 2026-03-31`.
    public mutating func appendInterpolation(_ range: DateRange) {
      sentence.append(.message(range.wording))
    }

    /// A stretch of days, such as `2026-01-01 to 2026-03-31`.
    public mutating func appendInterpolation(_ span: DateSpan) {
      sentence.append(.message(span.wording))
    }
  }

  /// A sentence in which nothing stands.
  public init(stringLiteral text: String) { self.init(parts: [.literal(text)]) }

  /// A sentence with what stands in it.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sentence
  }
}
