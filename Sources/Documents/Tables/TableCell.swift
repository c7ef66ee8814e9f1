import Quantities

/// A value of a table, with its place.
package struct TableCell: Sendable {

  /// The file it stands in.
  package let source: SourceText

  private let span: TableSpan

  init(source: SourceText, span: TableSpan) {
    self.source = source
    self.span = span
  }

  package var isEmpty: Bool { span.isEmpty }

  /// The value without quotation marks and without the blanks at its ends.
  package var text: String {
    let bytes = source.utf8[span.range.bytes]
    guard span.hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == ASCII.quote && !isSecond
      if byte != ASCII.quote || isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of the value in the file; doubled quotation marks still stand twice in them.
  package var utf8: ArraySlice<UInt8> { source.utf8[span.range.bytes] }

  package var range: SourceRange { span.range }

  package var location: SourceLocation { source.location(ofByteOffset: range.lowerBound) }

  /// A diagnostic that points at this value.
  package func diagnostic(
    code: String, severity: DiagnosticSeverity = .error, message: Message, hint: Message? = nil
  ) -> Diagnostic {
    Diagnostic(
      at: range, in: source, code: code, severity: severity, message: message, hint: hint)
  }
}
