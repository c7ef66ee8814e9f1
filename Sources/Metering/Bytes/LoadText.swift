import Documents

/// The text of a load file: valid UTF-8 without byte order mark, and a line feed at the end of each
/// row.
///
/// Files of many megabytes stay where they are and are mapped; others are read and decoded.
final class LoadText: Sendable {
  private enum Storage: Sendable {
    case array([UInt8])
    case mapped(MappedFile, skipping: Int)
  }

  /// From this size on a file is mapped instead of read.
  static let mappedFrom = 16 << 20
  /// How much of a file is checked at once where the rest is checked later.
  private static let checkedAtOnce = 1 << 20
  /// Up to this size the line at fault is quoted in a diagnostic.
  private static let quotedUpTo = 64 << 20

  /// The file's name in messages.
  let name: String
  /// How the file was written.
  let encoding: TextEncoding
  /// The sheet of a workbook that the text was made of.
  let sheet: SheetOrigin?
  private let storage: Storage

  private init(
    name: String, encoding: TextEncoding, sheet: SheetOrigin? = nil, storage: Storage
  ) {
    self.name = name
    self.encoding = encoding
    self.sheet = sheet
    self.storage = storage
  }

  /// Decodes or unpacks bytes at hand; `sheet` names the sheet of a workbook.
  convenience init(
    name: String, bytes: [UInt8], encoding: TextEncoding?, sheet: String? = nil
  ) throws(DiagnosticsError) {
    self.init(
      try SourceText.table(
        bytes, file: name, encoding: encoding, choice: .intervalData(named: sheet)))
  }

  /// A text that is decoded already.
  convenience init(_ source: SourceText) {
    var utf8 = source.utf8
    if !utf8.contains(Byte.lineFeed) {
      // Lines ended by CR alone, as old Macs wrote them; offsets and line numbers stay the same.
      for index in utf8.indices where utf8[index] == Byte.carriageReturn {
        utf8[index] = Byte.lineFeed
      }
    }
    if utf8.last != Byte.lineFeed { utf8.append(Byte.lineFeed) }
    self.init(
      name: source.file, encoding: source.encoding, sheet: source.sheet, storage: .array(utf8))
  }

  /// Reads, unpacks or maps a file; `sheet` names the sheet of a workbook.
  ///
  /// Of a mapped file that is `checkedLater` only the beginning is known to be UTF-8.
  static func open(
    _ path: String, name: String, encoding: TextEncoding?, sheet: String? = nil,
    checkedLater isLarge: Bool = false
  ) throws(DiagnosticsError) -> LoadText {
    if encoding == nil || encoding == .utf8,
      let mapped = MappedFile(path: path, minimum: mappedFrom),
      let skipping = TextCheck.utf8Start(of: mapped.bytes, within: isLarge ? checkedAtOnce : nil)
    {
      return LoadText(
        name: name, encoding: .utf8, storage: .mapped(mapped, skipping: skipping))
    }
    // Larger files in other encodings are refused by name: converting them once is the better way.
    return try LoadText(
      name: name, bytes: try FileSystem.readBytes(path, as: name), encoding: encoding, sheet: sheet)
  }

  /// Lends the whole text.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch storage {
    case .array(let bytes):
      return bytes.withUnsafeBufferPointer(body)
    case .mapped(let file, let skipping):
      return withExtendedLifetime(file) {
        body(UnsafeBufferPointer(rebasing: file.bytes.dropFirst(skipping)))
      }
    }
  }

  /// Lends the rows from `offset` on in pieces that each end with a line feed.
  ///
  /// There are two pieces where the last row of a mapped file lacks its line feed: that row is then
  /// copied and given one, so that a scan never has to ask whether the text has ended.
  ///
  /// - Parameters:
  ///   - offset: Where the first of the rows begins.
  ///   - body: Takes a piece and the offset at which it stands in the text.
  /// - Throws: What `body` throws.
  func forEachPiece(
    from offset: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(DiagnosticsError) -> Void
  ) throws(DiagnosticsError) {
    try forEachPiece(of: offset..<withBytes(\.count), body)
  }

  /// Lends some whole rows in the same way.
  func forEachPiece(
    of rows: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(DiagnosticsError) -> Void
  ) throws(DiagnosticsError) {
    let offset = rows.lowerBound
    var fault: DiagnosticsError?
    withBytes { bytes in
      do throws(DiagnosticsError) {
        let rest = UnsafeBufferPointer(rebasing: bytes[rows])
        guard let end = rest.lastIndex(of: Byte.lineFeed) else {
          return try Self.withLineFeed(rest, at: offset, body)
        }
        try body(UnsafeBufferPointer(rebasing: rest[...end]), offset)
        if end + 1 < rest.count {
          try Self.withLineFeed(
            UnsafeBufferPointer(rebasing: rest[(end + 1)...]), at: offset + end + 1, body)
        }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
  }

  private static func withLineFeed(
    _ row: UnsafeBufferPointer<UInt8>, at offset: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(DiagnosticsError) -> Void
  ) throws(DiagnosticsError) {
    guard !row.isEmpty else { return }
    var fault: DiagnosticsError?
    (Array(row) + [Byte.lineFeed]).withUnsafeBufferPointer { copy in
      do throws(DiagnosticsError) { try body(copy, offset) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  /// How many bytes can be read from the beginning of a piece on: of one that was not copied, those of
  /// the text behind it as well.
  func readableCount(_ piece: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    withBytes { bytes in
      guard let start = bytes.baseAddress, start + offset == piece.baseAddress else {
        return piece.count
      }
      return bytes.count - offset
    }
  }

  /// The text for quoting in diagnostics; nothing for files too large to hold twice.
  func sourceText() -> SourceText? {
    withBytes { bytes in
      guard bytes.count <= Self.quotedUpTo else { return nil }
      return SourceText(file: name, validUTF8: Array(bytes), encoding: encoding, sheet: sheet)
    }
  }
}
