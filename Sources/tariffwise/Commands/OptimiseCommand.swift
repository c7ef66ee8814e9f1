import Advice
import ArgumentParser
import Billing
import Casework
import Reporting

/// The cheapest an account can be.
struct OptimiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimise",
    abstract: "The cheapest an account can be, all changes together, and what to file by when.",
    discussion: """
      Transformers, method of the basic charge, contract demand, tariff and capacitors are free to \
      change unless --keep names them; load, daily runs and a battery where their flags are given. \
      The particulars (--tariff, --voltage, …) are those of the account as it stands.
      """,
    aliases: ["optimize"])

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var limits: FreedomOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let freedom: Freedom
    do throws(LeverFaults) {
      freedom = try limits.freedom()
    } catch {
      throw error.fail()
    }
    let request = try dossier.request(particulars: particulars.fields, month: nil)
    let session = try Session(request, tariffs: tariffs, prices: prices)
    let subject = try session.account(dossier.account)
    let optimum: Optimum
    do throws(WhatIf.Failure) {
      optimum = try Optimum(subject, freedom: freedom)
    } catch {
      throw Console.fail(
        Problem.list(of: error, account: subject.account, tariffGiven: !particulars.fields.isEmpty))
    }
    let report = OptimumReport(optimum)
    try answer.give(text: report.text, json: report.json, csv: { report.csv })
  }
}
