import Foundation

/// The data shared between checkouts, which a clone alone does not have.
enum SharedFolder {
  static let path: String? = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["TARIFFWISE_SHARED"]
    let folder = given ?? root.deletingLastPathComponent().appendingPathComponent("shared").path
    guard FileManager.default.fileExists(atPath: folder + "/data") else {
      print("no shared data at \(folder): tests on real files are skipped (set TARIFFWISE_SHARED)")
      return nil
    }
    return folder
  }()

  static var isThere: Bool { path != nil }

  static func file(_ name: String) throws -> String {
    guard let path else { throw LoadFixture.Missing() }
    return "\(path)/\(name)"
  }
}
