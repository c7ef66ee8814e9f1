/// What the readings of a channel count: an ESPI `ReadingType`, with codes as the file has them.
struct GreenButtonType {
  /// A code that is no whole number.
  struct Unreadable: Hashable {
    let field: String
    let text: String
    let line: Int
  }

  var links = GreenButtonLinks()
  let line: Int
  private(set) var codes: [GreenButtonField: Int64] = [:]
  private(set) var unreadable: Unreadable?

  init(line: Int) { self.line = line }

  /// Keeps a code; an empty element says nothing.
  mutating func set(
    _ field: GreenButtonField, _ text: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    if let code = GreenButtonNumber.whole(text) {
      codes[field] = code
    } else if unreadable == nil {
      unreadable = Unreadable(
        field: "\(field)", text: String(decoding: text.prefix(100), as: UTF8.self), line: line)
    }
  }

  subscript(field: GreenButtonField) -> Int64? { codes[field] }

  /// The length of intervals that do not give their own. [s]
  var intervalSeconds: Int? {
    codes[.intervalLength].flatMap {
      (1...Int64(SeriesReading.longest)).contains($0) ? Int($0) : nil
    }
  }

  /// Whether another type says the same.
  func agrees(with other: GreenButtonType) -> Bool {
    codes == other.codes && unreadable?.text == other.unreadable?.text
  }
}
