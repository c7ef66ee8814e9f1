/// Reads JSON as RFC 8259 has it, and nothing looser.
///
/// Beyond the grammar, two members of one object must not have one key, halves of surrogate pairs are
/// no characters, and values are nested at most ``depthLimit`` deep.
package enum JSONText {

  /// The most objects and arrays inside each other.
  package static let depthLimit = 512

  /// The value that a text holds.
  ///
  /// - Throws: The first slip, with a code that begins with `json-`.
  package static func parse(_ source: SourceText) throws(DiagnosticsError) -> JSONNode {
    let outcome = source.utf8.withUnsafeBufferPointer { bytes in
      result { scanner throws(JSONFault) in
        try scanner.document()
      } in: {
        JSONScanner(bytes, 0..<bytes.count)
      }
    }
    return try value(of: outcome, in: source)
  }

  /// The value that the bytes of a file hold, which must be UTF-8; a byte order mark is passed over.
  ///
  /// - Throws: The first slip, or where the bytes are not UTF-8.
  package static func parse(
    _ bytes: [UInt8], file: String
  ) throws(DiagnosticsError) -> JSONNode {
    try parse(try TextDecoding.decode(bytes, file: file, forced: .utf8))
  }

  /// The object on the line that begins at `offset`, for texts of one object per line.
  ///
  /// Lines of blanks alone are passed over.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - offset: Where a line begins: 0, or the `next` of the line before.
  /// - Returns: The object, and where the next line begins; nothing at the end of the text.
  /// - Throws: The first slip of the line, or that its value is no object.
  package static func line(
    of source: SourceText, at offset: Int
  ) throws(DiagnosticsError) -> (object: JSONNode, next: Int)? {
    var next = offset
    let outcome = source.utf8.withUnsafeBufferPointer { bytes -> Result<JSONNode, JSONFault>? in
      while next < bytes.count {
        let start = next
        while next < bytes.count, bytes[next] != ASCII.lineFeed { next += 1 }
        let line = start..<next
        if next < bytes.count { next += 1 }
        if line.allSatisfy({ ASCII.isBlank(bytes[$0]) }) { continue }
        return result { scanner throws(JSONFault) in
          try scanner.objectAlone()
        } in: {
          JSONScanner(bytes, line)
        }
      }
      return nil
    }
    guard let outcome else { return nil }
    return (try value(of: outcome, in: source), next)
  }

  private static func result(
    of work: (inout JSONScanner) throws(JSONFault) -> JSONNode, in scanner: () -> JSONScanner
  ) -> Result<JSONNode, JSONFault> {
    var scanner = scanner()
    do throws(JSONFault) {
      return .success(try work(&scanner))
    } catch {
      return .failure(error)
    }
  }

  private static func value(
    of outcome: Result<JSONNode, JSONFault>, in source: SourceText
  ) throws(DiagnosticsError) -> JSONNode {
    switch outcome {
    case .success(let node): return node
    case .failure(let fault): throw fault.error(in: source)
    }
  }
}
