extension SourceText {

  /// The names of texts in an archive end so.
  private static let textExtensions: Set<String> = ["csv", "tsv", "txt", "nem12", "xml"]

  /// Reads a file that holds a table.
  ///
  /// It may be text, a sheet of a workbook, the only text of a zip archive, or a text compressed with
  /// gzip; its bytes tell which, whatever its name.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - file: Its name in messages; the path if absent.
  ///   - encoding: The encoding of the text, instead of the one its bytes suggest.
  ///   - choice: Which sheet of a workbook to take.
  /// - Returns: The text, or the sheet as text.
  /// - Throws: Why the file cannot be read, unpacked or decoded, or that the sheet is not clear.
  package static func readTable(
    _ path: String, as file: String? = nil, encoding: TextEncoding? = nil,
    choice: SheetChoice
  ) throws(DiagnosticsError) -> SourceText {
    let bytes = try FileSystem.readBytes(path, as: file)
    return try table(bytes, file: file ?? path, encoding: encoding, choice: choice)
  }

  /// The text of a file at hand that holds a table, as ``readTable(_:as:encoding:choice:)`` says.
  package static func table(
    _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil, choice: SheetChoice
  ) throws(DiagnosticsError) -> SourceText {
    switch BinaryFormat(bytes) {
    case .gzip:
      let unpacked = try GzipFile.unpack(bytes, file: file, limit: ArchiveLimits.textSize)
      return try TextDecoding.decode(unpacked, file: file, forced: encoding)
    case .zip:
      let archive = try Archive(bytes, file: file)
      if let main = try Workbook.mainPart(of: archive) {
        return try choice.text(of: try Workbook(archive, main: main))
      }
      return try onlyText(of: archive, encoding: encoding)
    case nil:
      if let pretence = WorkbookPretence(bytes, file: file) { throw pretence.error(in: file) }
      fallthrough
    default:
      return try TextDecoding.decode(bytes, file: file, forced: encoding)
    }
  }

  private static func onlyText(
    of archive: Archive, encoding: TextEncoding?
  ) throws(DiagnosticsError) -> SourceText {
    if let document = OfficeDocument(archive) { throw document.error(in: archive.file) }
    let texts = archive.entries.filter { entry in
      !entry.isJunk
        && textExtensions.contains(FileSystem.extension(of: entry.name).lowercased())
    }
    guard texts.count == 1, let only = texts.first else {
      let names = texts.prefix(6).map { Printable.quote($0.name) }
      throw DiagnosticsError(
        Diagnostic(
          file: archive.file, code: "archive-members",
          message: texts.isEmpty
            ? "the zip archive is no workbook and holds no text such as load.csv"
            : """
            the zip archive holds \(texts.count) texts, \
            \(Printable.alternatives(names, conjunction: "and")), and one is expected
            """,
          hint: "unpack the archive"))
    }
    let bytes = try archive.bytes(of: only, limit: ArchiveLimits.textSize)
    return try TextDecoding.decode(bytes, file: archive.name(of: only), forced: encoding)
  }
}
