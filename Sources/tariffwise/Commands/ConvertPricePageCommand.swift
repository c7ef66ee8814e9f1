import ArgumentParser
import Documents
import Quantities
import Reporting
import TariffFiles
import Tariffs

/// A published price table turned into a price page.
struct ConvertPricePageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price-page",
    abstract: "Turn a published table of a month's prices into a price page, and check it.",
    discussion: """
      The table is that of a grid company (代理购电工商业用户电价表) as CSV or XLSX, headings and all. \
      Figures are kept as printed; one that does not follow from the others is told of, and is \
      marked with <as-printed> where the table itself has it so.

      Exit: 0 all figures recompute · 1 something is wrong; the page is written all the same, \
      unless the table could not be read.
      """)

  @Argument(help: "The table.")
  var file: String

  @Option(help: ArgumentHelp("The area, such as cn-hubei.", valueName: "area"))
  var area: String

  @Option(
    help: ArgumentHelp("The month the prices are for.", valueName: "YYYY-MM"),
    transform: MonthArgument.read)
  var month: Month

  @Option(help: "The sheet of a workbook.")
  var sheet: String?

  @Option(help: "The title of the table, as printed.")
  var title: String?

  @Option(help: "Where the table can be read.")
  var url: String?

  @Option(help: ArgumentHelp("The number of the document.", valueName: "number"))
  var number: String?

  @Option(help: ArgumentHelp("The day it was published.", valueName: "YYYY-MM-DD"))
  var published: String?

  @Option(help: ArgumentHelp("Who made the file.", valueName: "name"))
  var transcribedBy: String?

  @Option(help: ArgumentHelp("Who read it against the table after them.", valueName: "name"))
  var checkedBy: String?

  @Flag(help: "The file is not the table itself, but a text that quotes it.")
  var secondary = false

  @OptionGroup var tariffs: TariffOptions

  @Option(help: ArgumentHelp("Write the page to this file.", valueName: "file"))
  var output: String?

  func run() throws {
    var subject = PageSubject(area: area, month: month)
    subject.title = title
    if secondary { subject.confidence = .secondary }
    let given = [
      ("url", url), ("number", number), ("published", published),
      ("transcribed-by", transcribedBy), ("checked-by", checkedBy),
    ]
    for (name, value) in given { subject.source[name] = value }
    let page: PageConversion.Page
    do throws(DiagnosticsError) {
      let library = try TariffLibrary(folders: TariffFolders.all(tariffs))
      page = try PageConversion(library: library).page(from: file, sheet: sheet, subject)
      if let output {
        try FileSystem.write(Array(page.text.utf8), to: output)
      } else {
        Console.write(page.text)
      }
    } catch {
      throw Console.fail(error)
    }
    Console.tell(DiagnosticText.render(page.findings))
    if page.findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
