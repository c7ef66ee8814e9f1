import Foundation
import TestSupport

/// The built program.
enum Program {
  struct Result {
    let output: String
    let errors: String
    let exit: Int32
  }

  /// The program stands beside the tests that were built with it.
  static let url: URL = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("tariffwise")
  }()

  /// Runs it in the root of the repository.
  static func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = TestPlaces.root
    process.environment = [
      "TARIFFWISE_TARIFFS": TestPlaces.path("tariffs"), "NO_COLOR": "1", "COLUMNS": "80",
    ]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Standard error is short; it fits the pipe while standard output is read.
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let told = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: told, as: UTF8.self), exit: process.terminationStatus)
  }
}
