/// Reads what the formats of a workbook make of numbers.
final class StylesHandler: MarkupHandler {

  /// By the number of a cell's style.
  private(set) var kinds: [NumberKind] = []

  private var codes: [Int: NumberKind] = [:]
  private var list: MarkupName?

  private let formats: MarkupName
  private let styles: MarkupName
  private let format: MarkupName
  private let style: MarkupName
  private let id: MarkupName
  private let code: MarkupName

  init(_ stream: MarkupStream) {
    formats = stream.name("numFmts")
    styles = stream.name("cellXfs")
    format = stream.name("numFmt")
    style = stream.name("xf")
    id = stream.name("numFmtId")
    code = stream.name("formatCode")
  }

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream) {
    if element.name == formats || element.name == styles {
      list = element.name
    } else if element.name == format, list == formats {
      guard let id = element.text(id).flatMap(Int.init), let code = element.text(code) else {
        return
      }
      codes[id] = NumberKind(code: code)
    } else if element.name == style, list == styles {
      let id = element.text(id).flatMap(Int.init) ?? 0
      kinds.append(codes[id] ?? NumberKind(builtIn: id))
    }
  }

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream) {
    if name == list { list = nil }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream) {}
}
