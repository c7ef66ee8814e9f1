import Documents

/// Reads Green Button files, the XML of NAESB's ESPI.
///
/// A file is read piece by piece and used only if its last byte fits; of its text nothing is kept.
package enum GreenButtonReader {
  /// The largest file in another encoding than UTF-8 that is converted. [bytes]
  private static let convertedUpTo = 64 << 20

  /// Whether the beginning of a file looks like XML, so that it is this reader's to read or refuse.
  ///
  /// - Parameter prefix: The first bytes of the file; 64 are enough.
  /// - Returns: Whether its first character that is no blank is `<`.
  package static func claims(_ prefix: [UInt8]) -> Bool {
    GreenButtonOpening(prefix).isMarkup
  }

  /// Reads a file.
  ///
  /// - Returns: Its channels of electric energy and power, as they stand in the file.
  /// - Throws: Why nothing of the file can be used.
  package static func read(_ file: LoadFile) throws(DiagnosticsError) -> SeriesFile {
    var (feed, encoding) = try gather(file)
    let channels = try GreenButtonGraph(feed, file: file.name).channels()
    var series = GreenButtonSeries(channels, of: feed, file: file.name)
    try series.fill(from: &feed)
    return SeriesFile(
      name: file.name, format: .greenButton, encoding: encoding, series: series.series,
      findings: series.findings,
      notes: encoding == .utf8 ? [] : [.encoding(encoding.rawValue)])
  }

  private static func gather(
    _ file: LoadFile
  ) throws(DiagnosticsError) -> (feed: GreenButtonFeed, encoding: TextEncoding) {
    let parse = GreenButtonParse(file: file.name)
    var course: GreenButtonOpening.Course?
    try pieces(of: file) { piece in
      if course == nil {
        course = GreenButtonOpening(piece).course(file: file.name, forced: file.options.encoding)
      }
      guard case .straight = course else { return false }
      return parse.feed(piece)
    }
    switch course ?? GreenButtonOpening([]).course(file: file.name, forced: nil) {
    case .refused(let diagnostic): throw DiagnosticsError(diagnostic)
    case .straight:
      if parse.isBadlyEncoded { try nameBadByte(file) }
      return (try parse.finish(), .utf8)
    case .converted(let encoding):
      let text = try TextDecoding.decode(whole(file), file: file.name, forced: encoding)
      let parse = GreenButtonParse(file: file.name)
      text.utf8.withUnsafeBytes { _ = parse.feed($0) }
      return (try parse.finish(), encoding)
    }
  }

  private static func pieces(
    of file: LoadFile, _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(DiagnosticsError) {
    switch file.content {
    case .path(let path):
      try FileSystem.readPieces(path, as: file.name, size: MarkupStream.pieceSize, take)
    case .bytes(let bytes):
      if !bytes.isEmpty { bytes.withUnsafeBytes { _ = take($0) } }
    }
  }

  private static func whole(_ file: LoadFile) throws(DiagnosticsError) -> [UInt8] {
    switch file.content {
    case .path(let path):
      return try FileSystem.readBytes(path, as: file.name, limit: convertedUpTo)
    case .bytes(let bytes): return bytes
    }
  }

  /// Throws where the first byte stands that is not UTF-8; the parser tells only about where.
  private static func nameBadByte(_ file: LoadFile) throws(DiagnosticsError) {
    if case .path(let path) = file.content {
      guard let bytes = try? FileSystem.readBytes(path, limit: convertedUpTo) else { return }
      _ = try TextDecoding.decode(bytes, file: file.name, forced: .utf8)
    } else {
      _ = try TextDecoding.decode(whole(file), file: file.name, forced: .utf8)
    }
  }
}
