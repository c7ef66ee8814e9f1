/// A file in an archive, as the archive's table of contents describes it.
package struct ArchiveEntry: Sendable, Hashable {

  /// Its place in the table of contents.
  let index: Int

  /// The path inside the archive; never to be used as a path on disk.
  package let name: String

  /// Bytes when unpacked.
  package let size: Int

  /// Whether it is a folder, or what an operating system left behind unasked.
  var isJunk: Bool {
    name.hasSuffix("/") || name.hasPrefix("__MACOSX/")
      || FileSystem.lastComponent(of: name).hasPrefix(".")
  }
}
