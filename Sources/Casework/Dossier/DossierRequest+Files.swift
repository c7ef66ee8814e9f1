import Documents
import Metering

extension DossierRequest {
  /// The files a dossier consists of: its tables, and what lies in its folder of load files.
  ///
  /// - Returns: Their paths, those of tables first; none for a month by hand.
  /// - Throws: Where a folder cannot be read.
  package func files() throws(DiagnosticsError) -> [String] {
    switch origin {
    case .month: return []
    case .table(let path): return [path]
    case .folder(let path):
      let load = FileSystem.join(path, "load")
      let tables = try FileSystem.files(inFolder: path, extensions: LoadFile.extensions)
      guard FileSystem.isFolder(load) else { return tables }
      return try tables + FileSystem.files(below: load, extensions: LoadFile.extensions)
    }
  }
}
