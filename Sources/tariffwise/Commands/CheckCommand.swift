import ArgumentParser
import Billing
import Casework
import Documents
import Reporting
import TariffFiles

/// Slips in tariff files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find slips in tariff files; every printed figure is recomputed, every case billed.")

  @Argument(help: "Files or folders; the tariffs at hand where none is given.")
  var paths: [String] = []

  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    var outcome: TariffChecker.Outcome
    do throws(DiagnosticsError) {
      let atHand = try TariffFolders.all(tariffs)
      let checked = paths.isEmpty ? atHand : paths
      outcome = TariffChecker(library: try TariffLibrary(folders: atHand)).outcome(of: checked)
      if !outcome.diagnostics.contains(where: { $0.severity == .error }) {
        outcome.diagnostics += try Self.casesThatDiffer(in: checked, besides: atHand)
        outcome.diagnostics.sort()
      }
    } catch {
      throw Console.fail(error)
    }
    let report = CheckReport(outcome.diagnostics, fileCount: outcome.fileCount)
    try answer.give(text: report.text, json: report.json, csv: nil)
    if outcome.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  /// Bills the worked cases of the checked folders.
  private static func casesThatDiffer(
    in checked: [String], besides atHand: [String]
  ) throws(DiagnosticsError) -> [Diagnostic] {
    let folders = checked.filter(FileSystem.isFolder)
    let cases = try TariffLibrary(folders: folders).loadCases()
    guard !cases.isEmpty else { return [] }
    let library = try TariffLibrary(folders: folders + atHand)
    let runner = CaseRunner(
      book: try library.load(
        ids: cases.reduce(into: Set()) { $0.formUnion($1.account.namedTariffs) }))
    var found: [Diagnostic] = []
    for workedCase in cases {
      do throws(BillingFailure) {
        found += try runner.differences(in: workedCase)
      } catch {
        found += Problem.list(of: error, account: workedCase.account).map {
          Diagnostic(
            file: workedCase.file, code: "case-\($0.code)", message: $0.sentence, hint: $0.advice)
        }
      }
    }
    return found
  }
}
