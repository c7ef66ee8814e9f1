import ArgumentParser

/// Works out an electricity bill and shows the rule behind every line.
@main
struct TariffwiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tariffwise",
    abstract:
      "Works out the electricity bill of a large user and shows the rule behind every line.",
    discussion: """
      DOSSIER is a folder of tables (accounts.csv with readings.csv or load files), one CSV with \
      the account given by flags, or left out with one month given by --kwh.

      Exit: 0 done · 1 an input file is wrong · 3 the question has no answer · 64 the command line \
      is wrong.

      Try:  tariffwise audit samples/titanium-mill
      """,
    version: ProgramVersion.text,
    subcommands: [
      BillCommand.self, ExplainCommand.self, AuditCommand.self, WhatIfCommand.self,
      OptimiseCommand.self, VerifyCommand.self, ScreenCommand.self,
      WorkerCommand.self, InspectCommand.self, CheckCommand.self,
      TariffsCommand.self, ConvertCommand.self,
      NewCommand.self,
    ])
}
