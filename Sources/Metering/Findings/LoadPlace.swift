/// A place in a load file.
package struct LoadPlace: Sendable, Hashable, CustomStringConvertible {
  /// The file's name in messages.
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// In Unicode characters, counted from 1.
  package let column: Int
  /// The stretch of the text that is meant, as offsets into its UTF-8.
  package let bytes: Range<Int>

  /// `load.csv:12:5`.
  package var description: String { "\(file):\(line):\(column)" }
}
