import Foundation
import TestSupport
import Testing

/// Holds the README to what the program prints.
@Suite("The README")
struct ReadmeTests {
  /// A command with the lines of its output that are shown.
  struct Example: CustomTestStringConvertible {
    let command: String
    var shown: [String] = []

    var testDescription: String { command }

    /// The program's arguments; `make demo` stands for what it runs.
    var arguments: [String] {
      guard command != "make demo" else { return ["audit", "samples/titanium-mill"] }
      return command.split(separator: " ").dropFirst().map(String.init)
    }
  }

  /// Every `$` command in a fenced block, with the lines after it.
  static let examples: [Example] = {
    let text = (try? String(contentsOfFile: TestPlaces.path("README.md"), encoding: .utf8)) ?? ""
    var examples: [Example] = []
    var isFenced = false
    var isContinued = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isFenced.toggle()
        isContinued = false
        // A block without a command shows no output.
        if isFenced { examples.append(Example(command: "")) }
      } else if isFenced, isContinued || line.hasPrefix("$ ") {
        let part = isContinued ? line : line.dropFirst(2)
        let words = part.split(separator: " ").filter { $0 != "\\" }.joined(separator: " ")
        if isContinued, let last = examples.popLast() {
          examples.append(Example(command: "\(last.command) \(words)"))
        } else {
          examples.append(Example(command: words))
        }
        isContinued = part.hasSuffix("\\")
      } else if isFenced, let last = examples.indices.last, line != "…" {
        examples[last].shown.append(String(line))
      }
    }
    return examples.filter { !$0.command.isEmpty }
  }()

  @Test("shows outputs line by line as they are, in their order", arguments: examples)
  func output(example: Example) throws {
    let result = try Program.run(example.arguments)
    // A segment in which an account cannot be billed is shown, and ends with 1.
    let expected: Int32 = example.arguments.first == "screen" ? 1 : 0
    #expect(result.exit == expected, "\(result.errors)")
    var rest = result.output.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in example.shown {
      let index = rest.firstIndex { $0 == line }
      #expect(index != nil, "\(example.command) does not print, in this place: \(line)")
      if let index { rest = rest[(index + 1)...] }
    }
  }

  @Test("The examples of the README are found")
  func count() {
    #expect(Self.examples.count >= 4)
    #expect(Self.examples.allSatisfy { $0.shown.count >= 3 })
  }
}
