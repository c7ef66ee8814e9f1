/// Reads numbers in the style of a file.
struct StyledNumber {
  let style: NumberStyle

  /// Reads a cell.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: RowCell) -> WrittenNumber {
    guard style != .point else { return WrittenNumber(bytes, from: cell.start, to: cell.end) }
    let content = bytes[cell.start..<cell.end]
    if content.isEmpty || MissingWord.matches(content) { return .missing }
    guard let plain = plain(content) else { return .unreadable }
    return plain.withUnsafeBufferPointer { WrittenNumber($0, from: 0, to: $0.count) }
  }

  /// The number with a decimal point and nothing between the thousands; nothing where the marks do
  /// not stand where the style has them.
  private func plain(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    var plain: [UInt8] = []
    var isFraction = false
    var groups = 0
    var group = 0
    for byte in content {
      switch byte {
      case style.decimalMark where !isFraction && group > 0:
        guard groups == 0 || group == 3 else { return nil }
        isFraction = true
        plain.append(Byte.point)
      case style.groupMark where !isFraction:
        guard groups == 0 ? (1...3).contains(group) : group == 3 else { return nil }
        groups += 1
        group = 0
      case Byte.plus, Byte.hyphen:
        guard plain.isEmpty else { return nil }
        plain.append(byte)
      default:
        guard Byte.isDigit(byte) else { return nil }
        if !isFraction { group += 1 }
        plain.append(byte)
      }
    }
    guard isFraction || groups == 0 || group == 3 else { return nil }
    return plain
  }
}
