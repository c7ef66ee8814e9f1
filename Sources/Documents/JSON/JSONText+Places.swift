extension JSONText {

  /// Where the value of a path stands in a text that was read before; where its nearest parent
  /// begins, if there is no such value.
  ///
  /// Places are looked for only when something is wrong, so that reading keeps none.
  ///
  /// - Parameters:
  ///   - path: A path from the value at `offset` on.
  ///   - source: The text.
  ///   - offset: Where the value begins, for texts of one object per line.
  /// - Returns: The bytes of the value, or the first of its nearest parent.
  package static func range(
    of path: JSONPath, in source: SourceText, from offset: Int = 0
  ) -> SourceRange {
    source.utf8.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, offset..<bytes.count)
      scanner.skipBlanks()
      var parent = SourceRange(scanner.at, min(scanner.at + 1, scanner.end))
      do throws(JSONFault) {
        for step in path.steps {
          guard try scanner.descend(step) else { return parent }
          scanner.skipBlanks()
          parent = SourceRange(scanner.at, min(scanner.at + 1, scanner.end))
        }
        let start = scanner.at
        _ = try scanner.value()
        return SourceRange(start, scanner.at)
      } catch {
        return parent
      }
    }
  }
}
