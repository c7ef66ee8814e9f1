import Foundation

extension FuzzSeed {
  /// Writes the seeds of every kind as files, a folder each.
  public static func write(below folder: String) {
    for kind in Kind.allCases {
      let place = URL(fileURLWithPath: folder).appendingPathComponent(kind.rawValue)
      try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (index, bytes) in seeds(of: kind).enumerated() {
        try? Data(bytes).write(to: place.appendingPathComponent("seed-\(index)"))
      }
    }
  }
}
