import Documents

extension LoadText {
  /// Opens a load file, wherever its text is.
  static func open(_ file: LoadFile) throws(DiagnosticsError) -> LoadText {
    switch file.content {
    case .path(let path):
      return try open(
        path, name: file.name, encoding: file.options.encoding, sheet: file.options.sheet)
    case .bytes(let bytes):
      if let sheet = file.sheet {
        return LoadText(
          SourceText(file: file.name, validUTF8: bytes, encoding: .utf8, sheet: sheet))
      }
      return try LoadText(
        name: file.name, bytes: bytes, encoding: file.options.encoding, sheet: file.options.sheet)
    }
  }
}
