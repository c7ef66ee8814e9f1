import Foundation
import Testing

@testable import Documents

@Suite("Files and folders")
struct FileSystemTests {

  /// Does `work` in a new folder and removes it.
  private func inFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder.path())
  }

  private func code(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return (error as? DiagnosticsError)?.diagnostics.first?.code
    }
  }

  @Test("What is written is read again", arguments: [0, 1, 4095, 4096, 4097, 1_000_000])
  func roundTrip(size: Int) throws {
    try inFolder { folder in
      let path = FileSystem.join(folder, "a.bin")
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      try FileSystem.write([1, 2, 3], to: path)
      try FileSystem.write(bytes, to: path)
      #expect(try FileSystem.readBytes(path) == bytes)
      #expect(try FileSystem.names(inFolder: folder) == ["a.bin"])
      var pieces: [UInt8] = []
      try FileSystem.readPieces(path, size: 1000) { piece in
        pieces.append(contentsOf: piece)
        return true
      }
      #expect(pieces == bytes)
    }
  }

  @Test("Files that report no size are read to their end")
  func sizeless() throws {
    #expect(try !FileSystem.readBytes("/proc/self/status").isEmpty)
    #expect(try FileSystem.readBytes("/dev/null").isEmpty)
  }

  @Test("Failures are told apart")
  func failures() throws {
    try inFolder { folder in
      let file = FileSystem.join(folder, "f")
      try FileSystem.write([1, 2, 3], to: file)
      #expect(code { _ = try FileSystem.readBytes("\(folder)/none") } == "file-not-found")
      #expect(code { _ = try FileSystem.readBytes("\(file)/x") } == "file-not-found")
      #expect(code { _ = try FileSystem.readBytes(folder) } == "file-is-folder")
      #expect(code { _ = try FileSystem.readBytes(file, limit: 2) } == "file-too-large")
      #expect(code { _ = try FileSystem.readBytes(file, limit: 3) } == nil)
      #expect(code { _ = try FileSystem.readBytes("/dev/zero", limit: 5000) } == "file-too-large")
      #expect(code { try FileSystem.write([], to: folder) } == "file-unwritable")
      #expect(code { try FileSystem.write([], to: "\(folder)/no/f") } == "file-unwritable")
      #expect(code { _ = try FileSystem.names(inFolder: "\(folder)/none") } == "file-not-found")
      #expect(try FileSystem.names(inFolder: folder) == ["f"])
    }
  }

  @Test("A message names the file as the user did")
  func displayName() {
    let error = #expect(throws: DiagnosticsError.self) {
      try SourceText.read("/nowhere/x.csv", as: "x.csv")
    }
    #expect(error?.diagnostics.first?.file == "x.csv")
  }

  @Test("Folders are listed in the order of bytes, without hidden names, links followed once")
  func folders() throws {
    try inFolder { folder in
      for name in ["b", "a/z", ".git"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      }
      for name in ["b/2.xml", "a/1.XML", "a/1.txt", "a/z/3.xml", ".git/4.xml", "江.xml", "B.xml"] {
        try FileSystem.write([], to: "\(folder)/\(name)")
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/a/z/up", withDestinationPath: folder)
      #expect(try FileSystem.names(inFolder: folder) == ["B.xml", "a", "b", "江.xml"])
      #expect(try FileSystem.folders(inFolder: folder) == ["\(folder)/a", "\(folder)/b"])
      let names = try FileSystem.files(below: folder, extensions: ["xml"]).map {
        String($0.dropFirst(folder.count + 1))
      }
      #expect(names == ["B.xml", "a/1.XML", "a/z/3.xml", "b/2.xml", "江.xml"])
      #expect(
        try FileSystem.files(inFolder: "\(folder)/a", extensions: ["txt"]) == ["\(folder)/a/1.txt"])
    }
  }

  @Test("Kinds are told apart")
  func kinds() throws {
    try inFolder { folder in
      try FileSystem.write([], to: "\(folder)/f")
      #expect(FileSystem.kind(of: folder) == .folder)
      #expect(FileSystem.kind(of: "\(folder)/f") == .file)
      #expect(FileSystem.kind(of: "/dev/null") == .other)
      #expect(FileSystem.kind(of: "\(folder)/none") == nil)
    }
  }

  @Test(
    "Paths are taken apart",
    arguments: [
      ("prices/2026-01.xml", "prices", "2026-01.xml", "2026-01", "xml"),
      ("a", ".", "a", "a", ""), ("/a", "/", "a", "a", ""), ("a/b/", "a", "b", "b", ""),
      ("a.tar.gz", ".", "a.tar.gz", "a.tar", "gz"), ("/x/.hidden", "/x", ".hidden", ".hidden", ""),
    ])
  func paths(path: String, folder: String, name: String, stem: String, ending: String) {
    #expect(FileSystem.folder(of: path) == folder)
    #expect(FileSystem.lastComponent(of: path) == name)
    #expect(FileSystem.stem(of: path) == stem)
    #expect(FileSystem.extension(of: path) == ending)
  }

  @Test("Paths are joined")
  func joining() {
    #expect(FileSystem.join("a", "b") == "a/b")
    #expect(FileSystem.join("a/", "b") == "a/b")
    #expect(FileSystem.join("", "b") == "b")
    #expect(FileSystem.join("a", "/b") == "/b")
  }
}
