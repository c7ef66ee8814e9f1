import Documents
import Quantities

/// What the first bytes of a file tell before it is parsed.
struct GreenButtonOpening {
  /// How the file is to be read.
  enum Course {
    /// As the UTF-8 it is.
    case straight
    /// After conversion.
    case converted(TextEncoding)
    case refused(Diagnostic)
  }

  private static let looksAt = 1024

  private let bytes: ArraySlice<UInt8>
  /// The encoding told by a mark or by the width of the first character.
  private let wide: TextEncoding?
  /// The first byte that is no blank.
  private let first: Int
  private let isAfterMark: Bool

  init(_ prefix: some Sequence<UInt8>) {
    let all = Array(prefix.prefix(Self.looksAt))
    isAfterMark = all.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = isAfterMark ? all[3...] : all[...]
    let mark = UInt8(ascii: "<")
    if all.starts(with: [0xFF, 0xFE]) || all.starts(with: [mark, 0]) {
      wide = .utf16LittleEndian
    } else if all.starts(with: [0xFE, 0xFF]) || all.starts(with: [0, mark]) {
      wide = .utf16BigEndian
    } else {
      wide = nil
    }
    first = bytes.firstIndex { !GreenButtonNumber.isBlank($0) } ?? bytes.endIndex
  }

  /// Whether the file begins with a tag, in any encoding that XML is written in.
  var isMarkup: Bool {
    let mark = UInt8(ascii: "<")
    if wide != nil { return bytes.prefix(16).contains(mark) }
    return first < bytes.endIndex && bytes[first] == mark
  }

  /// How the file is to be read.
  ///
  /// - Parameters:
  ///   - file: Its name in messages.
  ///   - forced: The encoding given by the user.
  /// - Returns: The way to read it, or why it is not read.
  func course(file: String, forced: TextEncoding?) -> Course {
    if let forced, forced != .utf8 { return .converted(forced) }
    if let wide, isMarkup { return .converted(wide) }
    guard first < bytes.endIndex else {
      return refused(file, "load-empty", "the file is empty")
    }
    guard isMarkup else { return .refused(notMarkup(file)) }
    if let html = html(file) { return .refused(html) }
    if first > bytes.startIndex, begins("<?xml") {
      return refused(
        file, "misplaced-declaration",
        """
        \(isAfterMark ? "a byte order mark and blanks stand" : "blanks stand") before <?xml, which \
        must be the first of the file
        """,
        hint: "delete the blanks and empty lines at the beginning of the file")
    }
    return declared(file)
  }

  private func begins(_ word: String) -> Bool { bytes[first...].starts(with: word.utf8) }

  private func refused(
    _ file: String, _ code: String, _ message: Message, hint: Message? = nil
  ) -> Course {
    .refused(Diagnostic(file: file, code: code, message: message, hint: hint))
  }

  private func notMarkup(_ file: String) -> Diagnostic {
    do throws(DiagnosticsError) {
      // Names archives and other formats that are no text.
      _ = try TextDecoding.decode(Array(bytes.prefix(16)), file: file)
    } catch {
      if let diagnostic = error.diagnostics.first { return diagnostic }
    }
    return Diagnostic(
      file: file, code: "not-xml",
      message: "the file does not begin with <, but Green Button is XML")
  }

  private func html(_ file: String) -> Diagnostic? {
    let text = String(decoding: bytes[first...], as: UTF8.self).lowercased()
    guard text.contains("<html") || text.hasPrefix("<!doctype html") else { return nil }
    return Diagnostic(
      file: file, code: "not-green-button",
      message: "this is HTML, a web page, but a Green Button file is expected",
      hint: "a log-in page may have been saved instead of the download")
  }

  private func declared(_ file: String) -> Course {
    guard begins("<?xml"), let end = bytes[first...].firstIndex(of: UInt8(ascii: ">")) else {
      return .straight
    }
    let declaration = String(decoding: bytes[first..<end], as: UTF8.self)
    guard let keyword = declaration.firstRange(of: "encoding") else { return .straight }
    let parts = declaration[keyword.upperBound...].split(
      maxSplits: 2, omittingEmptySubsequences: false
    ) { $0 == "\"" || $0 == "'" }
    guard parts.count == 3 else { return .straight }
    let name = String(parts[1])
    switch TextEncoding(name: name) {
    case .gb18030: return .converted(.gb18030)
    case .utf8: return .straight
    case .utf16LittleEndian, .utf16BigEndian: return contradiction(file, name)
    case nil:
      let isWide = ["utf-16", "utf16", "utf-32", "utf32", "ucs", "iso-10646"].contains {
        name.lowercased().hasPrefix($0)
      }
      return isWide ? contradiction(file, name) : .straight
    }
  }

  private func contradiction(_ file: String, _ name: String) -> Course {
    .refused(
      Diagnostic(
        file: file, line: 1, code: "wrong-encoding",
        message: "the first line says \(LoadEvidence.quoted(name)), but the file is not written so",
        hint: "put encoding=\"UTF-8\" there if the rest of the file is UTF-8"))
  }
}
