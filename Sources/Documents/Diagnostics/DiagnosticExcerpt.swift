/// A line of a file with some of its characters marked.
package struct DiagnosticExcerpt: Sendable, Hashable {

  /// Characters shown of a longer line; enough for the context, not more than a screen.
  private static let longestLine = 200
  private static let shownBeforeMark = 60

  /// The line's number, counted from 1.
  package let line: Int

  /// The line, or the part of it around the marks with … where it was cut, without control
  /// characters other than tabs.
  package let text: String

  /// Which of the Unicode characters of `text` are marked; never empty, and may begin right behind
  /// the last character.
  package let marked: Range<Int>

  init(of range: SourceRange, in source: SourceText) {
    let location = source.scalarLocation(ofByteOffset: range.lowerBound)
    let bytes = source.range(ofLine: location.line)
    // Marks end with the line, and so does what is read of it: a file may be a single long line.
    let markedEnd = max(range.lowerBound, min(range.upperBound, bytes.upperBound))
    let from = location.column - 1
    let to = max(from + 1, from + source.scalarCount(range.lowerBound..<markedEnd))

    let isLong = bytes.count > 4 * Self.longestLine || to > Self.longestLine
    let first = isLong ? max(0, from - Self.shownBeforeMark) : 0
    let last = isLong ? first + Self.longestLine : Int.max
    var shown = String.UnicodeScalarView()
    if first > 0 { shown.append("…") }
    let lead = shown.count
    var rest = source.text(in: bytes).unicodeScalars.dropFirst(first)[...]
    var position = first
    while position < last, let scalar = rest.popFirst() {
      shown.append(
        scalar != "\t" && Printable.isControl(scalar) ? Printable.picture(scalar) : scalar)
      position += 1
    }
    if !rest.isEmpty {
      shown.append("…")
    } else {
      while position > to, let scalar = shown.last, scalar == " " || scalar == "\t" {
        shown.removeLast()
        position -= 1
      }
    }
    line = location.line
    text = String(shown)
    marked = (from - first + lead)..<(min(to, max(last, from + 1)) - first + lead)
  }
}
