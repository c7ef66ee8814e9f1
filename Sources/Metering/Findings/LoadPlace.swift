import Documents

/// A place in a load file.
package struct LoadPlace: Sendable, Hashable, CustomStringConvertible {
  /// The file's name in messages.
  package let file: String
  /// The sheet of a workbook.
  package var sheet: String?
  /// Counted from 1.
  package let line: Int
  /// In Unicode characters, counted from 1; nothing for formats read as a stream, which know lines
  /// only.
  package let column: Int?
  /// The stretch of the text that is meant, as offsets into its UTF-8.
  package let bytes: Range<Int>

  /// `load.csv:12:5`, or `book.xlsx:Sheet1!E12`.
  package var description: String {
    SheetCells.place(file: file, sheet: sheet, line: line, column: column)
  }

  /// A line of a file that is read as a stream.
  static func line(_ line: Int, of file: String) -> LoadPlace {
    LoadPlace(file: file, line: line, column: nil, bytes: 0..<0)
  }
}
