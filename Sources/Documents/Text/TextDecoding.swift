import Quantities

/// Turns the bytes of a file into text, or says why they are none; nothing is ever replaced.
package enum TextDecoding {

  /// Decodes a whole file.
  ///
  /// The encoding is, in this order: `forced`; what a byte order mark says; UTF-8, if the whole
  /// file is valid UTF-8; GB18030, if the whole file is valid GB18030.
  ///
  /// - Throws: A diagnostic with the code `not-text` or `wrong-encoding`, which names the first
  ///   byte at fault.
  package static func decode(
    _ bytes: [UInt8], file: String, forced: TextEncoding? = nil
  ) throws(DiagnosticsError) -> SourceText {
    if let kind = BinaryFormat(bytes) {
      throw DiagnosticsError(
        Diagnostic(
          file: file, code: "not-text",
          message: "this is \(kind.description), but a text file is expected", hint: kind.hint))
    }
    let mark = ByteOrderMark(bytes)
    switch forced ?? mark?.encoding {
    case .utf8:
      let text = mark == .utf8 ? Array(bytes.dropFirst(3)) : bytes
      return try decodeUTF8(text, skipped: bytes.count - text.count, file: file)
    case .utf16LittleEndian:
      return try UTF16Decoder.decode(
        bytes, skipping: mark == .utf16LittleEndian ? 2 : 0, bigEndian: false, file: file)
    case .utf16BigEndian:
      return try UTF16Decoder.decode(
        bytes, skipping: mark == .utf16BigEndian ? 2 : 0, bigEndian: true, file: file)
    case .gb18030:
      try refuseNUL(in: bytes, file: file)
      return try decodeGB18030(bytes, file: file, instead: nil)
    case nil:
      return try decodeUnmarked(bytes, file: file)
    }
  }

  /// The offset of the first byte that is not valid UTF-8, or `nil`.
  package static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func decodeUnmarked(
    _ bytes: [UInt8], file: String
  ) throws(DiagnosticsError) -> SourceText {
    try refuseNUL(in: bytes, file: file)
    guard let fault = firstInvalidUTF8(in: bytes) else {
      return SourceText(file: file, validUTF8: bytes, encoding: .utf8)
    }
    if UTF8Census(bytes).looksLikeDamagedUTF8 {
      throw invalidUTF8(at: fault, skipped: 0, in: bytes, file: file)
    }
    return try decodeGB18030(bytes, file: file, instead: fault)
  }

  private static func decodeUTF8(
    _ bytes: [UInt8], skipped: Int, file: String
  ) throws(DiagnosticsError) -> SourceText {
    try refuseNUL(in: bytes, file: file)
    if let fault = firstInvalidUTF8(in: bytes) {
      throw invalidUTF8(at: fault, skipped: skipped, in: bytes, file: file)
    }
    return SourceText(file: file, validUTF8: bytes, encoding: .utf8)
  }

  /// Decodes GB18030; `instead` is where the bytes fail to be UTF-8, if GB18030 is only a guess.
  private static func decodeGB18030(
    _ bytes: [UInt8], file: String, instead: Int?
  ) throws(DiagnosticsError) -> SourceText {
    switch GB18030Decoder.decode(bytes) {
    case .text(let utf8):
      return SourceText(file: file, validUTF8: utf8, encoding: .gb18030)
    case .invalid(let offset):
      let fault: Message =
        "the byte \(hexadecimal(bytes[offset])) at byte offset \(offset) is"
      let message: Message =
        instead.map { "\(fault) not GB18030, and byte offset \($0) is not UTF-8" }
        ?? "\(fault) not GB18030"
      throw DiagnosticsError(
        Diagnostic(
          file: file, line: line(of: offset, in: bytes), code: "wrong-encoding",
          message: message, hint: "save the file as UTF-8"))
    case .unavailable:
      throw DiagnosticsError(
        Diagnostic(
          file: file, code: "wrong-encoding",
          message: "the file is not UTF-8, and this machine has no table for GB18030",
          hint: "save the file as UTF-8"))
    }
  }

  private static func invalidUTF8(
    at offset: Int, skipped: Int, in bytes: [UInt8], file: String
  ) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(
        file: file, line: line(of: offset, in: bytes), code: "wrong-encoding",
        message: """
          the byte \(hexadecimal(bytes[offset])) at byte offset \(offset + skipped) is not \
          UTF-8, though the rest of the file says it should be
          """,
        hint: "a part of the file may have been pasted from a file in another encoding"))
  }

  private static func refuseNUL(in bytes: [UInt8], file: String) throws(DiagnosticsError) {
    guard let offset = bytes.firstIndex(of: 0) else { return }
    throw DiagnosticsError(
      Diagnostic(
        file: file, line: line(of: offset, in: bytes), code: "not-text",
        message: "a NUL byte was read at byte offset \(offset), but text holds none",
        hint: UTF16Decoder.isLikely(bytes)
          ? "the file looks like UTF-16 without byte order mark: save it as UTF-8" : nil))
  }

  /// The line that holds a byte, counted from 1, for texts that cannot be decoded.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for position in 0..<min(offset, bytes.count) {
      let ends =
        bytes[position] == ASCII.lineFeed
        || bytes[position] == ASCII.carriageReturn
          && (position + 1 == bytes.count || bytes[position + 1] != ASCII.lineFeed)
      if ends { line += 1 }
    }
    return line
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
