import ArgumentParser
import Casework
import Documents

/// Template tables of a dossier.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write the empty tables of a new dossier.")

  @Argument(help: "The folder; it is made if it does not exist.")
  var folder: String

  func run() throws {
    do throws(DiagnosticsError) {
      let written = try DossierTemplate.write(into: folder)
      Console.write(
        written.isEmpty
          ? "every table is there already\n" : written.map { "\($0)\n" }.joined())
    } catch {
      throw Console.fail(error)
    }
  }
}
