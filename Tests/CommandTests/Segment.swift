import Foundation
import TestSupport
import Testing

/// A segment of accounts made by the generator of `samples/alloy-segment`, in a folder of its own.
final class Segment {
  let folder: URL

  /// Makes a segment.
  init(_ arguments: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-segment-\(UUID().uuidString)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", TestPlaces.path("samples/alloy-segment/generate.py"), "--output", folder.path]
      + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path }

  /// The story planted in each account that has one.
  var stories: [String: String] {
    get throws {
      var stories: [String: String] = [:]
      for line in try text("stories.csv").split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        stories[cells[0]] = cells[1]
      }
      return stories
    }
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The load files, in the order of their names.
  var loads: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("load").path
      ).sorted().map { "load/" + $0 }
    }
  }

  /// The heading and the rows of all load files.
  func rows() throws -> (heading: String, rows: [String]) {
    var heading = ""
    var rows: [String] = []
    for load in try loads {
      let lines = try text(load).split(whereSeparator: \.isNewline).map(String.init)
      heading = lines[0]
      rows += lines.dropFirst()
    }
    return (heading, rows)
  }

  /// Puts all rows in one load file instead.
  func replaceLoads(heading: String, rows: [String]) throws {
    for load in try loads {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(load))
    }
    try write(([heading] + rows).joined(separator: "\n") + "\n", to: "load/all.csv")
  }
}
