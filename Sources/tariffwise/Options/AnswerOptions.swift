import ArgumentParser
import Documents
import Glibc
import Reporting

/// How and where an answer is given.
struct AnswerOptions: ParsableArguments {
  @Option(help: "The form of the answer.")
  var format: AnswerFormat = .text

  @Option(help: ArgumentHelp("Write the answer to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var language: LanguageOptions

  /// Gives the answer, whole or not at all.
  func give(_ text: String) throws { try give([text]) }

  /// Gives an answer that is in pieces, which are not put together where they need not be.
  func give(_ pieces: [String]) throws {
    guard let output else {
      for piece in pieces { Console.write(piece) }
      return
    }
    do throws(DiagnosticsError) {
      try FileSystem.write(pieces.flatMap { Array($0.utf8) }, to: output)
    } catch {
      throw Console.fail(error)
    }
  }

  /// Gives a workbook, which a terminal cannot show.
  private func give(_ workbook: WorkbookContent) throws {
    do throws(DiagnosticsError) {
      guard let output else {
        guard isatty(STDOUT_FILENO) == 0 else {
          throw DiagnosticsError(
            Diagnostic(
              file: "command line", code: "usage", message: "a workbook is not for a terminal",
              hint: "--output FILE.xlsx writes it to a file"))
        }
        Console.write(try WorkbookWriter.bytes(of: workbook, file: "standard output"))
        return
      }
      try WorkbookWriter.write(workbook, to: output)
    } catch {
      throw Console.fail(error)
    }
  }

  /// Gives the answer in the form asked for.
  func give(
    text: @autoclosure () -> String, json: @autoclosure () -> JSONValue,
    csv: (() -> String)? = nil, workbook: (() throws -> WorkbookContent)? = nil,
    page: (() throws -> String)? = nil
  ) throws {
    switch format {
    case .text:
      // A file is read by programs too.
      guard output == nil else { return try give(text()) }
      Console.show(text)
    case .json: try give(JSONWriter.document(json()))
    case .csv:
      guard let csv else { throw refused(csv: csv, workbook, page) }
      try give(csv())
    case .xlsx:
      guard let workbook else { throw refused(csv: csv, workbook, page) }
      try give(workbook())
    case .html:
      guard let page else { throw refused(csv: csv, workbook, page) }
      try give(page())
    }
  }

  /// The answer does not come in the form asked for; what to end with.
  private func refused(
    csv: (() -> String)?, _ workbook: (() throws -> WorkbookContent)?,
    _ page: (() throws -> String)?
  ) -> ExitCode {
    let forms =
      ["text", "json"] + (csv == nil ? [] : ["csv"]) + (workbook == nil ? [] : ["xlsx"])
      + (page == nil ? [] : ["html"])
    return Console.usage(
      "this answer comes as \(Printable.alternatives(forms)), not as \(format.rawValue)")
  }
}
