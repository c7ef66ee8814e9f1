import Foundation

/// Where tests find the repository and the reference data beside it.
public enum TestPlaces {
  /// The root of the repository.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Reference data that is no part of the repository: `TARIFFWISE_SHARED`, or the folder `shared`
  /// beside the clone; nothing where there is none.
  public static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["TARIFFWISE_SHARED"]
    let folder =
      named.map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    guard FileManager.default.fileExists(atPath: folder.appendingPathComponent("data").path) else {
      return nil
    }
    return folder
  }()

  /// Whether golden outputs are written anew.
  public static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// A file of the repository.
  public static func path(_ name: String) -> String { root.appendingPathComponent(name).path }
}
