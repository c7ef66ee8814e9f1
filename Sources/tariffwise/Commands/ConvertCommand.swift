import ArgumentParser

/// Files of others turned into tariff files.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn files of others into tariff files, on standard output.",
    subcommands: [ConvertPricePageCommand.self, ConvertURDBCommand.self])
}
