import ArgumentParser
import Billing
import Casework
import Quantities
import Reporting
import Tariffs

/// The rule, the page and the arithmetic of a bill line.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "The rule, the page and the arithmetic of a bill line.")

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var answer: AnswerOptions

  @Option(
    help: ArgumentHelp("The month.", valueName: "YYYY-MM"), transform: MonthArgument.read)
  var month: Month

  @Option(
    help: ArgumentHelp("The charge, such as basic, energy or energy/peak.", valueName: "charge"))
  var charge: String

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let request = try dossier.request(particulars: particulars.fields, month: month)
    let session = try Session(request, tariffs: tariffs, prices: prices)
    let subject = try session.account(dossier.account)
    let bills: AccountBill
    do throws(BillingFailure) {
      bills = try subject.biller.bills(for: subject.account, use: subject.use, months: [month])
    } catch {
      throw Console.fail(
        Problem.list(of: error, account: subject.account, tariffGiven: !particulars.fields.isEmpty))
    }
    let explanation: Explanation
    do throws(Problem) {
      explanation = try Explanation(
        ChargeSelector(charge), in: month, of: bills, terms: session.terms)
    } catch {
      throw Console.fail([error])
    }
    try answer.give(text: explanation.text, json: explanation.json, csv: nil)
  }
}
