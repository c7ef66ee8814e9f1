extension MarkupStream {

  /// Reads a whole file in UTF-8, piece by piece.
  ///
  /// A file in another encoding is refused with ``MarkupRefusal/Reason/notUTF8`` or libxml2's codes
  /// 9 and 81; ``TextDecoding`` can then make UTF-8 of it for another stream.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - file: Its name in messages; the path if absent.
  ///   - handler: Receives what is read.
  /// - Returns: Whether what the handler received may be used.
  /// - Throws: Only if the file cannot be read; what is wrong in it is told by the answer.
  package func read(
    _ path: String, as file: String? = nil, to handler: any MarkupHandler
  ) throws(DiagnosticsError) -> MarkupOutcome {
    try FileSystem.readPieces(path, as: file, size: Self.pieceSize) { feed($0, to: handler) }
    return finish(handler)
  }
}
