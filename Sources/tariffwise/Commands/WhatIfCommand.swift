import Advice
import ArgumentParser
import Billing
import Casework
import Documents
import Metering
import Reporting
import Use

/// The bills before and after some changes.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "What some changes would save, each and together.",
    discussion: """
      The flags are changes. Particulars of the account as it stands come from the dossier, or \
      from --with field=value.
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var levers: LeverOptions
  @OptionGroup var particulars: WithOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var answer: AnswerOptions

  @Option(
    help: ArgumentHelp("Write the load after the changes as a load file.", valueName: "file"))
  var writeLoad: String?

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let changes: [Lever]
    do throws(LeverFaults) {
      changes = try levers.levers()
    } catch {
      throw error.fail()
    }
    guard !changes.isEmpty else {
      throw Console.usage(
        "no change is given", hint: "`tariffwise help whatif` lists the changes there are")
    }
    let request = try dossier.request(particulars: try particulars.fields(), month: nil)
    let session = try Session(
      request, tariffs: tariffs, prices: prices, further: levers.tariff.map { [$0] } ?? [])
    let subject = try session.account(dossier.account)
    let baseline: AccountBill
    do throws(BillingFailure) {
      baseline = try subject.bills()
    } catch {
      throw Console.fail(Problem.list(of: error, account: subject.account))
    }
    let comparison: WhatIf
    do throws(WhatIf.Failure) {
      comparison = try WhatIf(subject, levers: changes, baseline: baseline)
    } catch {
      // The account can be billed as it stands: what is asked about it has no answer.
      throw Console.fail(Problem.list(of: error, account: subject.account, tariffGiven: true))
    }
    if let writeLoad { try write(comparison.result, to: writeLoad) }
    let report = WhatIfReport(comparison)
    try answer.give(text: report.text, json: report.json, csv: { report.csv })
  }

  private func write(_ result: AccountCase, to path: String) throws {
    guard case .intervals(let profile) = result.use else {
      throw Console.fail([
        Problem(
          code: "no-load", message: "--write-load: the account has register readings only",
          hint: "give interval data in load.csv or load/", exitCode: 3)
      ])
    }
    do throws(DiagnosticsError) {
      try FileSystem.write(LoadExport.file((result.account.id, profile)), to: path)
    } catch {
      throw Console.fail(error)
    }
  }
}
