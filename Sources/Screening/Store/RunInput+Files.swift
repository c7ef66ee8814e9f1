import Documents
import Glibc

extension RunInput {
  /// How much of each end of a file is looked at. [bytes]
  private static let endSize = 64 << 10

  /// A file, or all files of a folder and of those inside it, in the order of their names.
  ///
  /// Hidden files are left out. Links are followed, but not in circles.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - store: The store's file, which may lie in the folder itself.
  /// - Returns: One input for each file.
  /// - Throws: Why one of them cannot be read.
  package static func files(
    at path: String, exceptStore store: String? = nil
  ) throws(DiagnosticsError) -> [RunInput] {
    let own = store.flatMap(Place.init).map { [$0] } ?? []
    let beside = store.map { store in ["-wal", "-shm", "-journal"].map { store + $0 } } ?? []
    let left = Set(own + beside.compactMap(Place.init))
    guard FileSystem.isFolder(path) else {
      return [try file(path, name: FileSystem.lastComponent(of: path))]
    }
    return try files(in: path, prefix: "", except: left, inside: [])
  }

  /// Small files, each by all its bytes.
  ///
  /// - Parameter paths: The files by the names they are told by.
  /// - Returns: One input for each file.
  /// - Throws: Why one of them cannot be read.
  package static func texts(
    _ paths: [(name: String, path: String)]
  ) throws(DiagnosticsError) -> [RunInput] {
    try paths.map { (name, path) throws(DiagnosticsError) in
      var hash = FNVHash()
      try FileSystem.readPieces(path) { piece in
        hash.add(piece)
        return true
      }
      return RunInput(name: name, content: .text(hash: hash.text))
    }
  }

  private static func files(
    in folder: String, prefix: String, except left: Set<Place>, inside: Set<Place>
  ) throws(DiagnosticsError) -> [RunInput] {
    guard let place = Place(folder), !inside.contains(place) else { return [] }
    var found: [RunInput] = []
    for name in try FileSystem.names(inFolder: folder) {
      let path = FileSystem.join(folder, name)
      switch FileSystem.kind(of: path) {
      case .folder:
        found += try files(
          in: path, prefix: prefix + name + "/", except: left, inside: inside.union([place]))
      case .file where !(Place(path).map(left.contains) ?? false):
        found.append(try file(path, name: prefix + name))
      default: break
      }
    }
    return found
  }

  private static func file(_ path: String, name: String) throws(DiagnosticsError) -> RunInput {
    var hash = FNVHash()
    try FileSystem.readPieces(path, size: endSize) { piece in
      hash.add(piece)
      return false
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw unreadable(path) }
    let size = Int(status.st_size)
    if size > endSize {
      var end = [UInt8](repeating: 0, count: min(endSize, size - endSize))
      let got = pread(descriptor, &end, end.count, off_t(size - end.count))
      guard got >= 0 else { throw unreadable(path) }
      hash.add(end.prefix(got))
    }
    return RunInput(
      name: name,
      content: .file(size: size, modified: UTCStamp.exact(status.st_mtim), ends: hash.text))
  }

  private static func unreadable(_ path: String) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(file: path, code: "file-unreadable", message: "it cannot be read any more"))
  }

  /// Tells whether two paths lead to the same thing.
  private struct Place: Hashable {
    let device: UInt64
    let number: UInt64

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
    }
  }
}
