import ArgumentParser
import Documents
import Quantities
import Reporting
import TariffFiles

/// A rate of the US Utility Rate Database turned into a tariff file.
struct ConvertURDBCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "urdb",
    abstract: "Turn a rate of the U.S. Utility Rate Database into a tariff file.",
    discussion: """
      The rate is the JSON of the database's interface in version 3, 7 or 8, with detail=full: an \
      answer with one item, or the item alone. A key that would change a bill and cannot be \
      carried is an error that names it; --without leaves it out, and says so in the tariff.

      Exit: 0 the tariff was written; what was rounded or is in doubt is told of · 1 the rate \
      cannot be carried; nothing is written.
      """)

  @Argument(help: "The rate.")
  var file: String

  @Option(help: ArgumentHelp("The id of the tariff.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp("The first day it is in force, in place of startdate.", valueName: "day"),
    transform: ConvertURDBCommand.day)
  var from: CalendarDate?

  @Option(help: ArgumentHelp("The time zone, such as America/Los_Angeles.", valueName: "zone"))
  var zone: String?

  @Option(help: ArgumentHelp("A key to leave out; may be given several times.", valueName: "key"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Write the tariff to this file.", valueName: "file"))
  var output: String?

  func run() throws {
    var request = URDBRequest()
    request.id = id
    request.from = from
    request.timeZone = zone
    request.without = without
    let converted: URDBConversion.Converted
    do throws(DiagnosticsError) {
      converted = try URDBConversion.tariff(from: file, request)
      if let output {
        try FileSystem.write(Array(converted.text.utf8), to: output)
      } else {
        Console.write(converted.text)
      }
    } catch {
      throw Console.fail(error)
    }
    Console.tell(DiagnosticText.render(converted.findings))
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw ValidationError("a day such as 2026-01-31 is expected, but \"\(text)\" was read")
    }
    return day
  }
}
