import Documents

/// What an answer was made from and by.
package struct Provenance: Sendable {
  /// A file of data.
  package struct DataFile: Sendable, Hashable {
    /// Its path as given.
    let path: String
    /// How long it is. [bytes]
    let size: Int
    /// By what it is known again.
    let fingerprint: Fingerprint
  }

  /// The version of the program.
  let program: String
  /// The files of data, in the order they were named.
  let files: [DataFile]

  /// Reads files once more for their fingerprints.
  ///
  /// - Parameters:
  ///   - program: The version of the program.
  ///   - paths: The files of data.
  /// - Throws: Where one cannot be read.
  package init(program: String, paths: [String]) throws(DiagnosticsError) {
    self.program = program
    var files: [DataFile] = []
    for path in paths {
      let bytes = try FileSystem.readBytes(path)
      files.append(
        DataFile(path: path, size: bytes.count, fingerprint: Fingerprint(of: bytes)))
    }
    self.files = files
  }
}
