/// Rows of one account that stand together in a file.
package struct LoadRun: Sendable, Hashable {
  /// The file, by its place among the tables.
  package let file: Int
  /// Where the rows begin and end in the file's text. [bytes]
  package let rows: Range<Int>
}
