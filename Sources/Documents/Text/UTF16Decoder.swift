import Quantities

/// Reads UTF-16 strictly: whole units, paired surrogates, no NUL.
enum UTF16Decoder {

  static func decode(
    _ bytes: [UInt8], skipping start: Int, bigEndian: Bool, file: String
  ) throws(DiagnosticsError) -> SourceText {
    let encoding: TextEncoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var line = 1
    func fault(at offset: Int, code: String, _ message: Message) -> DiagnosticsError {
      DiagnosticsError(
        Diagnostic(
          file: file, line: line, code: code,
          message: "\(message) at byte offset \(offset) of this \(encoding.rawValue) file",
          hint: "save the file as UTF-8"))
    }
    func unit(at offset: Int) -> UInt32? {
      guard offset + 1 < bytes.count else { return nil }
      let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }

    var offset = start
    while offset < bytes.count {
      guard var value = unit(at: offset) else {
        throw fault(at: offset, code: "wrong-encoding", "half a character was read")
      }
      var length = 2
      if 0xD800..<0xDC00 ~= value, let low = unit(at: offset + 2), 0xDC00..<0xE000 ~= low {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        length = 4
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw fault(at: offset, code: "wrong-encoding", "half a surrogate pair was read")
      }
      if value == 0 { throw fault(at: offset, code: "not-text", "a NUL character was read") }
      if scalar == "\n" || scalar == "\r" && unit(at: offset + 2) != 0x0A { line += 1 }
      utf8.append(contentsOf: scalar.utf8)
      offset += length
    }
    return SourceText(file: file, validUTF8: utf8, encoding: encoding)
  }

  /// Whether bytes without mark may be UTF-16: every other byte of a mostly western text is NUL.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64)
    return head.count >= 4 && head.count { $0 == 0 } * 4 >= head.count
  }
}
