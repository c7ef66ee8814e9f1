import CXML
import Quantities

/// Why a document was refused, and about where.
package struct MarkupRefusal: Sendable, Hashable {

  package enum Reason: Sendable, Hashable {
    /// The rules of XML are broken; the code is libxml2's.
    case malformed(code: Int)
    case doctype
    case tagTooLong
    case tooManyAttributes
    case tooDeep
    case textTooLong
    case notUTF8
    case outOfMemory
  }

  package let reason: Reason

  /// Counted from 1.
  package let line: Int?

  /// Counted from 1, in bytes.
  package let column: Int?

  /// The refusal in a user's words, for files that are read in pieces and cannot be shown.
  package func diagnostic(file: String) -> Diagnostic {
    Diagnostic(file: file, line: line, code: code, message: message, hint: hint)
  }

  /// The refusal with its place shown.
  func diagnostic(in source: SourceText) -> Diagnostic {
    guard let line, line <= source.lineCount else { return diagnostic(file: source.file) }
    let bytes = source.range(ofLine: line)
    let start = min(bytes.lowerBound + (column ?? 1) - 1, bytes.upperBound)
    let range =
      column == nil ? bytes : SourceRange(start, max(start, min(start + 1, bytes.upperBound)))
    return Diagnostic(at: range, in: source, code: code, message: message, hint: hint)
  }

  package var code: String {
    switch reason {
    case .malformed(let code): MarkupCode(code).name
    case .doctype: "doctype"
    case .tagTooLong: "tag-too-long"
    case .tooManyAttributes: "too-many-attributes"
    case .tooDeep: "too-deep"
    case .textTooLong: "text-too-long"
    case .notUTF8: "wrong-encoding"
    case .outOfMemory: "out-of-memory"
    }
  }

  /// What was read and what was expected.
  var message: Message {
    switch reason {
    case .malformed(let code):
      MarkupCode(code).message
    case .doctype:
      "<!DOCTYPE was read, but document type declarations are not accepted"
    case .tagTooLong:
      "a tag is longer than \(CXML_TAG_LIMIT) bytes, more than any real file has"
    case .tooManyAttributes:
      "an element has more than \(CXML_ATTRIBUTE_LIMIT) attributes, more than any real file has"
    case .tooDeep:
      """
      elements stand more than \(CXML_DEPTH_LIMIT) deep in one another, deeper than in any real \
      file
      """
    case .textTooLong:
      "a text is longer than \(CXML_TEXT_LIMIT) bytes, more than any real file has"
    case .notUTF8:
      "the first bytes are not those of UTF-8, which is expected"
    case .outOfMemory:
      "there is not enough memory to read the file"
    }
  }

  private var hint: Message? {
    switch reason {
    case .doctype: "delete the declaration; nothing in it is needed"
    case .notUTF8: "save the file as UTF-8"
    default: nil
    }
  }
}
