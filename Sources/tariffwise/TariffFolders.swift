import Documents
import Glibc

/// Where tariffs are looked for.
enum TariffFolders {
  /// Folders given by flags, by the environment, beside the program, and in the clone it was built
  /// in, in this order; those that exist.
  static func all(_ options: TariffOptions) throws(DiagnosticsError) -> [String] {
    for folder in options.tariffs where !FileSystem.isFolder(folder) {
      throw DiagnosticsError(
        Diagnostic(
          file: folder, code: "file-not-found",
          message: "there is no such folder of tariffs"))
    }
    var folders = options.tariffs
    if let variable = getenv("TARIFFWISE_TARIFFS") {
      folders += String(cString: variable).split(separator: ":").map(String.init)
    }
    let program = programFolder
    folders.append(FileSystem.join(FileSystem.folder(of: program), "share/tariffwise"))
    var above = program
    while above != "/", above != "." {
      if FileSystem.isFile(FileSystem.join(above, "Package.swift")) {
        folders.append(FileSystem.join(above, "tariffs"))
        break
      }
      above = FileSystem.folder(of: above)
    }
    return folders.filter(FileSystem.isFolder)
  }

  /// The folder of the running program, links resolved.
  private static var programFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return "." }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return FileSystem.folder(of: path)
  }
}
