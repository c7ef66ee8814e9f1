import ArgumentParser
import Documents
import Reporting

/// How and where an answer is given.
struct AnswerOptions: ParsableArguments {
  @Option(help: "The form of the answer.")
  var format: AnswerFormat = .text

  @Option(help: ArgumentHelp("Write the answer to this file.", valueName: "file"))
  var output: String?

  /// Gives the answer, whole or not at all.
  func give(_ text: String) throws {
    guard let output else {
      Console.write(text)
      return
    }
    do throws(DiagnosticsError) {
      try FileSystem.write(Array(text.utf8), to: output)
    } catch {
      throw Console.fail(error)
    }
  }

  /// Gives the answer in the form asked for.
  func give(
    text: @autoclosure () -> String, json: @autoclosure () -> JSONValue, csv: (() -> String)?
  ) throws {
    switch format {
    case .text: try give(text())
    case .json: try give(JSONWriter.document(json()))
    case .csv:
      guard let csv else {
        throw Console.usage("this answer comes as text or json, not as csv")
      }
      try give(csv())
    }
  }
}
