import ArgumentParser
import Casework
import Documents
import Screening
import Tariffs

/// Where the results of a run are kept, so that it can go on after it was stopped.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep results in this SQLite file as they come.", valueName: "file.sqlite"))
  var store: String?

  @Flag(help: "Go on with the run that --store holds; finished accounts are not read again.")
  var resume = false

  func validate() throws {
    if resume, store == nil { throw ValidationError("--resume goes on with a --store FILE") }
  }

  /// Opens the store, if one is asked for.
  ///
  /// - Parameters:
  ///   - dossier: The dossier's folder or file.
  ///   - settings: What else the results hang on, by name.
  ///   - tariffs: The tariff files that were read, by name.
  /// - Returns: The store; nothing where none is asked for.
  /// - Throws: Why the store cannot be used, or what has changed since its run began.
  func open(
    dossier: String?, settings: [(name: String, value: String)],
    tariffs: [(name: String, path: String)]
  ) throws(DiagnosticsError) -> ScreenStore? {
    guard let store else { return nil }
    var inputs = [RunInput.value("program version", ProgramVersion.text)]
    inputs += settings.map { RunInput.value($0.name, $0.value) }
    if let dossier { inputs += try RunInput.files(at: dossier, exceptStore: store) }
    inputs += try RunInput.texts(tariffs)
    return try ScreenStore(path: store, inputs: inputs, resuming: resume)
  }
}
