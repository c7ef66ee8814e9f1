/// The two namespaces in which the parts of a workbook may be written.
///
/// - Source: ECMA-376 part 1, annex A.2 (strict) and part 4 (transitional).
enum SheetNamespace {

  private static let addresses = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]

  /// Whether a namespace is one of them.
  static func isOne(_ namespace: MarkupName?, in stream: MarkupStream) -> Bool {
    namespace.map { addresses.contains(stream.text(of: $0)) } ?? false
  }
}
