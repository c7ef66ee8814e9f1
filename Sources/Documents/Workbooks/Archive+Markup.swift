extension Archive {

  /// Reads an entry as XML, in memory that does not grow with it.
  ///
  /// - Throws: What is wrong with the packed data or with the XML.
  func readMarkup(
    _ entry: ArchiveEntry, from stream: MarkupStream, to handler: some MarkupHandler
  ) throws(DiagnosticsError) {
    var isStopped = false
    var isRefused = false
    try read(entry) { piece in
      // Damaged data often show first as broken XML: unpacking goes on, to tell the true reason.
      if !isRefused, !stream.feed(piece, to: handler) {
        if stream.isStopped { isStopped = true } else { isRefused = true }
      }
      return !isStopped
    }
    if case .refused(let refusal) = stream.finish(handler) {
      throw DiagnosticsError(refusal.diagnostic(file: name(of: entry)))
    }
  }
}
