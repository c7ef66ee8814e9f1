import Testing

@testable import Documents

/// A text in which ⟦ and ⟧ show what a diagnostic is expected to mark.
struct MarkedText: CustomTestStringConvertible {

  let source: SourceText
  let range: SourceRange

  init(_ marked: String) {
    var text: [UInt8] = []
    var start = 0
    var end: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.count
      case "⟧": end = text.count
      default: text.append(contentsOf: scalar.utf8)
      }
    }
    source = SourceText(file: "t.xml", text: String(decoding: text, as: UTF8.self))
    range = SourceRange(start, end ?? start)
  }

  var testDescription: String { source.text(in: source.wholeRange) }
}
