/// A stretch of a text, as offsets into its UTF-8 bytes; the end is not included.
package struct SourceRange: Sendable, Hashable {

  package let lowerBound: Int
  package let upperBound: Int

  /// The stretch from `lowerBound` up to `upperBound`, which must not be smaller.
  package init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(0 <= lowerBound && lowerBound <= upperBound, "a range ends before it begins")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  package var count: Int { upperBound - lowerBound }

  package var isEmpty: Bool { lowerBound == upperBound }

  package var bytes: Range<Int> { lowerBound..<upperBound }

  /// The smallest stretch that holds this one and another.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
}
