/// A line and a column of a text, both counted from 1; columns are Unicode characters.
package struct SourceLocation: Sendable, Hashable, Comparable {

  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
