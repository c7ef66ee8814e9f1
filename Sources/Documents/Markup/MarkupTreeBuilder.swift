/// Joins what the parser delivers with the places the scan found, both in the order of the file.
final class MarkupTreeBuilder: MarkupHandler {

  private struct OpenElement {
    let name: String
    let namespace: String
    let attributes: [MarkupAttribute]
    let place: MarkupTagPlace
    var children: [MarkupNode] = []
  }

  /// The outermost element, once it is closed.
  private(set) var root: MarkupElement?

  private let source: SourceText
  private let tokens: [MarkupToken]
  private var next = 0
  private var open: [OpenElement] = []
  private var text: [UInt8] = []

  init(source: SourceText, tokens: [MarkupToken]) {
    self.source = source
    self.tokens = tokens
  }

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream) {
    closeText(in: stream)
    guard case .start(let place) = takeToken(),
      place.attributes.count == element.attributeCount
    else { return stream.stop() }
    let attributes = place.attributes.indices.map { index in
      MarkupAttribute(
        name: element.attributeName(at: index).map(stream.text) ?? "",
        namespace: element.attributeNamespace(at: index).map(stream.text) ?? "",
        value: String(decoding: element.attributeValue(at: index), as: UTF8.self),
        nameRange: place.attributes[index].name,
        valueRange: place.attributes[index].value)
    }
    open.append(
      OpenElement(
        name: stream.text(of: element.name),
        namespace: element.namespace.map(stream.text) ?? "",
        attributes: attributes, place: place))
  }

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream) {
    closeText(in: stream)
    guard case .end(let range) = takeToken(), let ended = open.popLast() else {
      return stream.stop()
    }
    let element = MarkupElement(
      name: ended.name, namespace: ended.namespace, attributes: ended.attributes,
      children: ended.children, nameRange: ended.place.name, startTag: ended.place.tag,
      range: ended.place.tag.union(range))
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream) {
    text.append(contentsOf: bytes)
  }

  func asidePassed(in stream: MarkupStream) {
    closeText(in: stream)
    guard case .aside = takeToken() else { return stream.stop() }
  }

  private func takeToken() -> MarkupToken? {
    guard next < tokens.count else { return nil }
    next += 1
    return tokens[next - 1]
  }

  private func closeText(in stream: MarkupStream) {
    guard next < tokens.count, case .text(let range) = tokens[next] else {
      if !text.isEmpty { stream.stop() }
      return
    }
    next += 1
    // An empty CDATA section has a place but no text.
    if text.isEmpty { return }
    guard !open.isEmpty else { return stream.stop() }
    let piece = MarkupText(text: String(decoding: text, as: UTF8.self), range: range)
    open[open.count - 1].children.append(.text(piece))
    text.removeAll(keepingCapacity: true)
  }
}
