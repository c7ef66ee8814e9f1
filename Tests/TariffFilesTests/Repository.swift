import Foundation

/// Where the tests find things.
enum Repository {

  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// The tariffs that are shipped.
  static let tariffs = root.appendingPathComponent("tariffs").path

  /// An invented province the broken files belong to.
  static let base = tests.appendingPathComponent("Base").path

  /// One file for each code.
  static let broken = tests.appendingPathComponent("Broken")

  /// Papers that are not part of the repository.
  static let shared = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["TARIFFWISE_SHARED"]
      ?? root.deletingLastPathComponent().appendingPathComponent("shared").path)

  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }
}
