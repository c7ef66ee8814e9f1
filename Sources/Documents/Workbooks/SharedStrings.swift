/// The texts that cells of a workbook refer to by number, in one block of memory.
struct SharedStrings: Sendable {

  private(set) var utf8: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Bytes of memory. [B]
  var size: Int { utf8.count + MemoryLayout<Int>.size * ends.count }

  /// The bytes of a text; nothing if there is none of that number.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return utf8[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  mutating func append(_ text: [UInt8]) {
    utf8.append(contentsOf: text)
    ends.append(utf8.count)
  }
}
