import Glibc

extension FileSystem {

  /// The names in a folder, in the order of their UTF-8 bytes, without hidden ones.
  package static func names(inFolder path: String) throws(DiagnosticsError) -> [String] {
    guard let folder = opendir(path) else { throw unreadable(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of the folders in a folder, sorted.
  package static func folders(inFolder path: String) throws(DiagnosticsError) -> [String] {
    try names(inFolder: path).map { join(path, $0) }.filter(isFolder)
  }

  /// The paths of the files in a folder whose names end in one of `extensions`, sorted.
  ///
  /// Extensions are given without the dot in lower case; upper case in names is accepted.
  package static func files(
    inFolder path: String, extensions: Set<String>
  ) throws(DiagnosticsError) -> [String] {
    try names(inFolder: path).filter { extensions.contains(self.extension(of: $0).lowercased()) }
      .map { join(path, $0) }.filter(isFile)
  }

  /// The paths of all files below a folder whose names end in one of `extensions`, sorted folder by
  /// folder.
  ///
  /// Links to folders are followed, but not in circles.
  package static func files(
    below path: String, extensions: Set<String>
  ) throws(DiagnosticsError) -> [String] {
    var found: [String] = []
    try collectFiles(below: path, extensions: extensions, inside: [], into: &found)
    return found
  }

  private static func collectFiles(
    below path: String, extensions: Set<String>, inside: Set<FolderIdentity>,
    into found: inout [String]
  ) throws(DiagnosticsError) {
    guard let identity = FolderIdentity(path), !inside.contains(identity) else { return }
    for name in try names(inFolder: path) {
      let item = join(path, name)
      switch kind(of: item) {
      case .folder:
        try collectFiles(
          below: item, extensions: extensions, inside: inside.union([identity]), into: &found)
      case .file where extensions.contains(self.extension(of: name).lowercased()):
        found.append(item)
      default:
        break
      }
    }
  }
}

extension FileSystem {

  /// Makes a folder; one that is there already is left as it is.
  package static func makeFolder(_ path: String) throws(DiagnosticsError) {
    guard !isFolder(path), mkdir(path, 0o777) != 0 else { return }
    throw unwritable(path, errno)
  }
}
