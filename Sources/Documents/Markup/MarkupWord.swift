/// A stretch of text without blanks, with its place.
package struct MarkupWord: Sendable, Hashable {

  package let text: String
  package let range: SourceRange

  /// The words of `text`, which was read from `range`.
  ///
  /// Blanks are those of XML, the full-width blank and the no-break blank. Where references or
  /// CDATA sections hide which word came from where, each word is given the whole range.
  static func split(_ text: String, at range: SourceRange, in source: SourceText) -> [MarkupWord] {
    let words = text.unicodeScalars.split(whereSeparator: isBlank).map { String($0) }
    let places = places(in: range, of: source)
    guard places.count == words.count, !source.holds("<![CDATA[", in: range) else {
      return words.map { MarkupWord(text: $0, range: range) }
    }
    return zip(words, places).map { MarkupWord(text: $0, range: $1) }
  }

  /// The stretches between blanks in the text itself.
  private static func places(in range: SourceRange, of source: SourceText) -> [SourceRange] {
    var places: [SourceRange] = []
    var offset = range.lowerBound
    var start: Int?
    for scalar in source.text(in: range).unicodeScalars {
      if isBlank(scalar) {
        if let begun = start { places.append(SourceRange(begun, offset)) }
        start = nil
      } else if start == nil {
        start = offset
      }
      offset += UTF8.width(scalar)
    }
    if let begun = start { places.append(SourceRange(begun, offset)) }
    return places
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0: true
    default: false
    }
  }
}
