import ArgumentParser
import Documents
import Quantities
import Reporting
import TariffFiles
import Tariffs

/// What is in the box.
struct TariffsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tariffs",
    abstract: "The tariffs there are, when they are in force, and their price pages.")

  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var answer: AnswerOptions

  @Option(
    help: ArgumentHelp("Only those in force on this day.", valueName: "YYYY-MM-DD"),
    transform: { text in
      guard let date = CalendarDate(iso: text) else {
        throw ValidationError("\"\(text)\" is not a date; the form 2026-01-31 is expected")
      }
      return date
    })
  var on: CalendarDate?

  @Option(help: ArgumentHelp("Only those of an area, such as cn-hubei.", valueName: "area"))
  var area: String?

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let book: TariffBook
    do throws(DiagnosticsError) {
      book = try TariffLibrary(folders: TariffFolders.all(tariffs)).loadAll()
    } catch {
      throw Console.fail(error)
    }
    if let area {
      let known = Set(book.tariffs.values.map(\.area)).sorted()
      guard known.contains(area) else {
        throw Console.usage(
          "there is no area \(Printable.quote(area))",
          hint: Suggestion.hint(for: area, in: known)
            ?? "there is \(Printable.alternatives(known, conjunction: "and"))")
      }
    }
    let listing = TariffListing(book, on: on, area: area)
    try answer.give(text: listing.text, json: listing.json, csv: nil)
  }
}
