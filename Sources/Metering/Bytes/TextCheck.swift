/// Whether a mapped file is text as it stands.
enum TextCheck {
  /// Where the text begins, behind a byte order mark of UTF-8.
  ///
  /// - Returns: Nothing when the bytes are not valid UTF-8, hold a NUL, or end rows with CR alone:
  ///   such a file takes the long way through the decoder, which says what is wrong.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limit: Up to where it is looked at, where the rest is looked at later; nothing for all.
  static func utf8Start(of bytes: UnsafeBufferPointer<UInt8>, within limit: Int? = nil) -> Int? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let limit, limit < bytes.count else {
      guard bytes.prefix(1 << 20).contains(Byte.lineFeed) else { return nil }
      return isUTF8(bytes, from: start) ? start : nil
    }
    // Cut behind a row, so that no character is cut.
    guard let end = bytes[..<limit].lastIndex(of: Byte.lineFeed) else { return nil }
    return isUTF8(UnsafeBufferPointer(rebasing: bytes[...end]), from: start) ? start : nil
  }

  /// Whether bytes are valid UTF-8 without NUL.
  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Bool {
    guard !isPlain(bytes, from: start) else { return true }
    guard !bytes.contains(0) else { return false }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
      return true
    } catch {
      return false
    }
  }

  /// Whether all bytes are ASCII other than NUL; many at a time and without a branch between, so
  /// that it costs little beside reading them from memory.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    let block = 4096
    var index = start
    while index + block <= raw.count {
      var marks = SIMD4<UInt64>.zero
      var word = index
      while word < index + block {
        let some = raw.loadUnaligned(fromByteOffset: word, as: SIMD4<UInt64>.self)
        // Beyond ASCII the top bit is set; a NUL gets it by the subtraction, and then only it or
        // the bytes above do.
        marks |= some | (some &- SIMD4(repeating: 0x0101_0101_0101_0101))
        word &+= 32
      }
      guard (marks[0] | marks[1] | marks[2] | marks[3]) & 0x8080_8080_8080_8080 == 0 else {
        return false
      }
      index += block
    }
    while index < bytes.count {
      guard bytes[index] > 0, bytes[index] < 0x80 else { return false }
      index += 1
    }
    return true
  }
}
