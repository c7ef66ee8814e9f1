import Glibc

extension FileSystem {

  /// Reads a file piece by piece, for files that may be larger than memory.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: The file's name in messages; the path if absent.
  ///   - size: The most bytes of a piece.
  ///   - take: Receives each piece, which is valid only inside the call, and says whether to read
  ///     on.
  /// - Throws: Why the file cannot be read.
  package static func readPieces(
    _ path: String, as name: String? = nil, size: Int = 65536,
    _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(DiagnosticsError) {
    let name = name ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(name, errno) }
    defer { close(descriptor) }

    let fault = withUnsafeTemporaryAllocation(byteCount: size, alignment: 64) { piece -> Int32? in
      while true {
        let got = Glibc.read(descriptor, piece.baseAddress, piece.count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { return errno }
        if got == 0 || !take(UnsafeRawBufferPointer(rebasing: piece[..<got])) { return nil }
      }
    }
    if let fault { throw unreadable(name, fault) }
  }
}
