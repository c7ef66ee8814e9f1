import Foundation
import TestSupport
import Testing

/// Colours are for terminals only, and each of the two streams is looked at by itself.
@Suite("Colours")
struct ColourTests {
  private static let python = "/usr/bin/env"

  /// What a command writes to a terminal of its own, which python's `pty` gives it.
  private static func terminal(
    _ command: [String], _ environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments =
      ["python3", "-c", "import pty, sys; pty.spawn(sys.argv[1:])"] + command
    process.currentDirectoryURL = TestPlaces.root
    var all = [
      "TARIFFWISE_TARIFFS": TestPlaces.path("tariffs"), "TERM": "xterm-256color",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    if let home = ProcessInfo.processInfo.environment["HOME"] { all["HOME"] = home }
    process.environment = all.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    // A terminal turns a line feed into two characters.
    return String(decoding: written, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  private static func tool(_ arguments: [String]) -> [String] { [Program.url.path] + arguments }

  /// A text without the sequences of colours.
  private static func plain(_ text: String) -> String {
    text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
  }

  private static let escape = "\u{1B}"
  private static let audit = ["audit"] + AuditPageTests.mill

  @Test("A terminal is given colours round the same text as a pipe, to the last blank")
  func colours() throws {
    for language in ["en", "zh"] {
      let arguments = Self.audit + ["--language", language]
      let shown = try Self.terminal(Self.tool(arguments))
      let piped = try Program.run(arguments).output
      #expect(shown.contains("\(Self.escape)[1m"))
      #expect(!piped.contains(Self.escape))
      #expect(Self.plain(shown) == piped)
    }
    let shown = try Self.terminal(Self.tool(Self.audit))
    // The heading is bold, what costs money red, what rests aside dim; each ends on its line.
    #expect(shown.hasPrefix("\(Self.escape)[1mAccount TI-01"))
    #expect(shown.contains("\(Self.escape)[31m  2,024,910.00  \(Self.escape)[0mThe basic charge"))
    #expect(shown.contains("\(Self.escape)[2mBelow: "))
    for line in shown.split(separator: "\n") {
      let begun = line.matches(of: #/\u{1B}\[[1-9][0-9;]*m/#).count
      let ended = line.matches(of: #/\u{1B}\[0m/#).count
      #expect(begun == ended, "\(line)")
    }
  }

  @Test(
    "NO_COLOR and a dumb terminal are given none; an empty NO_COLOR asks for nothing",
    arguments: [
      (["NO_COLOR": "1"], false), (["NO_COLOR": "no"], false), (["TERM": "dumb"], false),
      (["TERM": ""], false), (["NO_COLOR": ""], true),
    ] as [([String: String], Bool)])
  func refused(environment: [String: String], isColoured: Bool) throws {
    let shown = try Self.terminal(Self.tool(Self.audit), environment)
    #expect(shown.contains("TI-01"))
    #expect(shown.contains(Self.escape) == isColoured)
  }

  @Test("What programs read has no colours on a terminal either: JSON, CSV, HTML and files")
  func programs() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    for arguments in [
      Self.audit + ["--format", "json"], Self.audit + ["--format", "html"],
      ["bill"] + AuditPageTests.mill + ["--format", "csv"], Self.audit + ["--output", file.path],
    ] {
      let shown = try Self.terminal(Self.tool(arguments))
      #expect(!shown.contains(Self.escape), "\(arguments)")
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == (try Program.run(Self.audit).output))
  }

  @Test("Each stream decides by itself: a warning beside an answer in a file, and the other way")
  func streams() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    // A total register that does not add up is warned of.
    let arguments = ["audit", "samples/alloy-segment", "--account", "AL-05"]
    func told(_ redirection: String) throws -> (terminal: String, file: String) {
      let shown = try Self.terminal(
        ["sh", "-c", "exec \"$@\" \(redirection)'\(file.path)'", "sh"] + Self.tool(arguments))
      return (shown, try String(contentsOf: file, encoding: .utf8))
    }
    let answer = try told(">")
    #expect(answer.terminal.hasPrefix("\(Self.escape)[1;35mwarning\(Self.escape)[0m: "))
    #expect(answer.terminal.contains("\(Self.escape)[2m   hint: "))
    #expect(answer.file.hasPrefix("Account AL-05") && !answer.file.contains(Self.escape))
    let messages = try told("2>")
    #expect(messages.terminal.hasPrefix("\(Self.escape)[1mAccount AL-05"))
    #expect(messages.file.hasPrefix("warning: ") && !messages.file.contains(Self.escape))
  }

  @Test("Errors are red and their marks too, in messages about files and about questions")
  func errors() throws {
    let broken = "Tests/TariffFilesTests/Broken"
    let shown = try Self.terminal(Self.tool(["check", broken]))
    #expect(shown.contains(": \(Self.escape)[1;31merror\(Self.escape)[0m: "))
    #expect(shown.contains("\(Self.escape)[1;31m^"))
    #expect(Self.plain(shown) == (try Program.run(["check", broken]).output))
    let question = try Self.terminal(Self.tool(["bill", "samples/steel-works"]))
    #expect(question.hasPrefix("\(Self.escape)[1;31merror\(Self.escape)[0m: account ST-01"))
  }

  @Test("A name cannot steer the terminal from the title of an answer")
  func names() throws {
    let folder = try AuditPageTests.renamed("\u{1B}[31mred\u{1B}]0;title\u{7}")
    defer { try? FileManager.default.removeItem(at: folder) }
    for command in ["audit", "bill"] {
      let result = try Program.run([command, folder.path])
      #expect(!(result.output + result.errors).contains(Self.escape), "\(command)")
    }
  }
}
