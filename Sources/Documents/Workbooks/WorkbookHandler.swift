/// Reads the main part of a workbook.
final class WorkbookHandler: MarkupHandler {

  /// A sheet and the relation that leads to it.
  struct Listing: Sendable {
    let name: String
    let isVisible: Bool
    let relation: String
  }

  /// In the order of the tabs.
  private(set) var sheets: [Listing] = []

  private(set) var epoch = SerialEpoch.from1900

  /// Whether the part is a workbook's at all.
  private(set) var isWorkbook = false

  private let workbook: MarkupName
  private let properties: MarkupName
  private let sheet: MarkupName
  private let date1904: MarkupName
  private let name: MarkupName
  private let state: MarkupName
  private let id: MarkupName

  init(_ stream: MarkupStream) {
    workbook = stream.name("workbook")
    properties = stream.name("workbookPr")
    sheet = stream.name("sheet")
    date1904 = stream.name("date1904")
    name = stream.name("name")
    state = stream.name("state")
    id = stream.name("id")
  }

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream) {
    if element.name == workbook {
      isWorkbook = SheetNamespace.isOne(element.namespace, in: stream)
    } else if element.name == properties {
      if let text = element.text(date1904), ["1", "true", "on"].contains(text) {
        epoch = .from1904
      }
    } else if element.name == sheet, let id = element.qualifiedText(id) {
      sheets.append(
        Listing(
          name: element.text(name) ?? "",
          isVisible: (element.text(state) ?? "visible") == "visible",
          relation: id))
    }
  }

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream) {}

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream) {}
}
