import Foundation

/// Where tests find the repository and the reference data beside it.
public enum TestPlaces {
  /// The root of the repository.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Where reference data that are no part of the repository ought to be: `TARIFFWISE_SHARED`, or
  /// the folder `shared` beside the clone.
  private static let sharedFolder: URL = {
    let named = ProcessInfo.processInfo.environment["TARIFFWISE_SHARED"]
    return named.map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  /// The reference data; nothing where there are none.
  public static let shared: URL? = {
    guard hasShared("data") else {
      print("no reference data: tests on them are skipped (set TARIFFWISE_SHARED)")
      return nil
    }
    return sharedFolder
  }()

  /// A file or folder of the reference data, whether it is here or not.
  public static func sharedPath(_ name: String) -> String {
    sharedFolder.appendingPathComponent(name).path
  }

  /// Whether a file or folder of the reference data is here.
  public static func hasShared(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: sharedPath(name))
  }

  /// Whether golden outputs are written anew.
  public static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// The tariffs that are shipped.
  public static let tariffs = path("tariffs")

  /// A file of the repository.
  public static func path(_ name: String) -> String { root.appendingPathComponent(name).path }
}
