/// An element of a document, with all that is in it and its places in the text.
package struct MarkupElement: Sendable, Hashable {

  /// Without prefix.
  package let name: String

  /// The address of its namespace; empty if it has none.
  package let namespace: String

  /// In the order of the file, without declarations of namespaces.
  package let attributes: [MarkupAttribute]

  /// Elements and texts in the order of the file; blanks between elements are texts too.
  package let children: [MarkupNode]

  /// The name with its prefix in the start tag.
  package let nameRange: SourceRange

  /// The start tag, from `<` to `>`.
  package let startTag: SourceRange

  /// The whole element, from the start tag's `<` to the end tag's `>`.
  package let range: SourceRange

  /// The child elements.
  package var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The child elements with a name.
  package func elements(named name: String) -> [MarkupElement] {
    elements.filter { $0.name == name }
  }

  /// The first child element with a name.
  package func firstElement(named name: String) -> MarkupElement? {
    elements.first { $0.name == name }
  }

  /// The attribute with a name that is in no namespace.
  package func attribute(named name: String) -> MarkupAttribute? {
    attributes.first { $0.name == name && $0.namespace.isEmpty }
  }

  /// The texts directly inside this element.
  package var texts: [MarkupText] {
    children.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// All text directly inside this element, blanks at both ends removed.
  package var text: String {
    let scalars = texts.map(\.text).joined().unicodeScalars
    let isBlank: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 && ASCII.isBlank(UInt8($0.value)) }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The words of all text directly inside this element, such as the figures of a row.
  package func words(in source: SourceText) -> [MarkupWord] {
    texts.flatMap { $0.words(in: source) }
  }
}
