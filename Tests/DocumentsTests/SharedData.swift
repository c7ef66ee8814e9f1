import Foundation

/// The collection of real and hostile files that lies beside the package, if it is there.
enum SharedData {

  static let folder: String = {
    if let named = ProcessInfo.processInfo.environment["TARIFFWISE_SHARED"] { return named }
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared").path()
  }()

  static func path(_ name: String) -> String { "\(folder)/data/\(name)" }

  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }
}
