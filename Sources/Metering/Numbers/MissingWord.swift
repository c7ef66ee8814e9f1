import Documents

/// The words by which exporters say that there is no value.
enum MissingWord {
  private static let words: [[UInt8]] = [
    "-", "--", "n/a", "na", "#n/a", "null", "#value!", "#ref!", "#div/0!", "#num!", "#name?",
    "#null!", SheetCells.missingValue, "无", "缺",
  ].map { Array($0.utf8) }

  private static let longest = words.map(\.count).max() ?? 0

  /// Whether the bytes are such a word; ASCII letters in any case.
  static func matches(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count <= longest else { return false }
    return words.contains { word in
      word.count == bytes.count
        && zip(word, bytes).allSatisfy { expected, byte in
          expected == byte
            || (0x41...0x5A).contains(byte) && expected == byte | 0x20
        }
    }
  }
}
