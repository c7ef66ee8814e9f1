import ArgumentParser

/// Where tariffs are found, and what is asked of them.
struct TariffOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of tariffs, searched before the others; may be repeated.", valueName: "dir"))
  var tariffs: [String] = []
}
