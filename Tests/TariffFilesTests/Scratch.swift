import Documents
import Foundation

@testable import TariffFiles

/// Files that exist for the length of a test.
struct Scratch {

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tariff-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Checks a text as a file, with the shipped tariffs and the invented province at hand.
  static func check(_ text: String) throws -> [Diagnostic] {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = try scratch.write(text, to: "file.xml")
    return TariffChecker(library: try BrokenFilesTests.library()).check([path])
  }
}
