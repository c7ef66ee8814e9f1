import ArgumentParser
import Documents
import Metering
import Reporting

/// What load files hold, and what is wrong with them.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "What a load file holds, and what is wrong with it.",
    discussion: """
      Tables (CSV, XLSX), Green Button XML and NEM12 are told apart by their bytes. Nothing is \
      mended unless asked for.
      """)

  @Argument(help: "Load files.")
  var files: [String]

  @Option(help: ArgumentHelp("The account of files that name none.", valueName: "id"))
  var account: String?

  @OptionGroup var load: LoadOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let report = InspectReport(try files.map(entry))
    try answer.give(text: report.text, json: report.json, csv: nil)
    if answer.format != .text { Console.tell(DiagnosticText.render(report.refusals, say: say)) }
    if report.hasErrors { throw ExitCode(1) }
  }

  private func entry(_ path: String) throws -> InspectReport.Entry {
    var options = try load.options()
    options.account = account
    let repairs = try load.repairs()
    func inspect(_ options: LoadFileOptions) throws(DiagnosticsError) -> LoadInspection {
      var file = LoadFile(path: path, options: options, zone: options.zone)
      file.repairs = repairs
      return try LoadReader.inspect(file)
    }
    do throws(DiagnosticsError) {
      do throws(DiagnosticsError) {
        return .read(try inspect(options))
      } catch {
        // A file that names no account is looked at all the same, under its own name.
        guard error.diagnostics.contains(where: { $0.code == "load-account" }) else { throw error }
        options.account = FileSystem.lastComponent(of: path)
        return .read(try inspect(options))
      }
    } catch {
      return .refused(file: path, error.diagnostics)
    }
  }
}
