/// Reads the shared texts of a workbook: runs are joined, and how to pronounce them is left out.
final class SharedStringsHandler: MarkupHandler {

  private(set) var strings = SharedStrings()

  /// Whether a text or all of them were too long to go on.
  private(set) var isTooLong = false

  private var text: [UInt8] = []
  private var isReading = false
  private var isPhonetic = false

  private let item: MarkupName
  private let content: MarkupName
  private let phonetic: MarkupName

  init(_ stream: MarkupStream) {
    item = stream.name("si")
    content = stream.name("t")
    phonetic = stream.name("rPh")
  }

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream) {
    if element.name == content {
      isReading = !isPhonetic
    } else if element.name == phonetic {
      isPhonetic = true
    } else if element.name == item {
      text.removeAll(keepingCapacity: true)
    }
  }

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream) {
    if name == content {
      isReading = false
    } else if name == phonetic {
      isPhonetic = false
    } else if name == item {
      CellText.clean(&text, from: 0)
      strings.append(text)
      if strings.size > SheetHandler.textLimit { refuse(stream) }
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream) {
    guard isReading else { return }
    text.append(contentsOf: bytes)
    if text.count > CellText.byteLimit { refuse(stream) }
  }

  private func refuse(_ stream: MarkupStream) {
    isTooLong = true
    stream.stop()
  }
}
