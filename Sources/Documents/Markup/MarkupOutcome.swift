import CXML

/// How reading a stream of XML ended.
package enum MarkupOutcome: Sendable, Hashable {

  /// The document was read to its end and is well-formed.
  case complete

  /// The handler had enough.
  case stopped

  /// Nothing of what was read may be used.
  case refused(MarkupRefusal)

  init(_ result: cxml_result) {
    let reason: MarkupRefusal.Reason
    switch result.outcome {
    case CXML_COMPLETE:
      self = .complete
      return
    case CXML_STOPPED:
      self = .stopped
      return
    case CXML_DOCTYPE: reason = .doctype
    case CXML_TAG_TOO_LONG: reason = .tagTooLong
    case CXML_TOO_MANY_ATTRIBUTES: reason = .tooManyAttributes
    case CXML_TOO_DEEP: reason = .tooDeep
    case CXML_NOT_UTF8: reason = .notUTF8
    case CXML_NO_MEMORY: reason = .outOfMemory
    case CXML_TEXT_TOO_LONG: reason = .textTooLong
    default: reason = .malformed(code: Int(result.parser_code))
    }
    self = .refused(
      MarkupRefusal(
        reason: reason,
        line: result.line > 0 ? result.line : nil,
        column: result.column > 0 ? result.column : nil))
  }
}
