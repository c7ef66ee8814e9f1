/// Whether a mapped file is text as it stands.
enum TextCheck {
  /// Where the text begins, behind a byte order mark of UTF-8.
  ///
  /// - Returns: Nothing when the bytes are not valid UTF-8, hold a NUL, or end rows with CR alone:
  ///   such a file takes the long way through the decoder, which says what is wrong.
  static func utf8Start(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.prefix(1 << 20).contains(Byte.lineFeed) else { return nil }
    guard !isPlain(bytes, from: start) else { return start }
    guard !bytes.contains(0) else { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
      return start
    } catch {
      return nil
    }
  }

  /// Whether all bytes are ASCII other than NUL; 64 at a time, so that it costs little beside
  /// reading them from memory.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    typealias Block = SIMD64<Int8>
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    var smallest = Block(repeating: 1)
    while index + 64 <= raw.count {
      // As signed numbers NUL and everything beyond ASCII are below 1.
      smallest = pointwiseMin(
        smallest, raw.loadUnaligned(fromByteOffset: index, as: Block.self))
      index += 64
    }
    guard smallest.min() > 0 else { return false }
    while index < bytes.count {
      guard bytes[index] > 0, bytes[index] < 0x80 else { return false }
      index += 1
    }
    return true
  }
}
