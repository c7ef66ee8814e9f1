import ArgumentParser
import Billing
import Casework
import Quantities
import Reporting

/// The bill, line by line.
struct BillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill", abstract: "The bill, line by line.")

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var answer: AnswerOptions

  @Option(
    help: ArgumentHelp("One month only.", valueName: "YYYY-MM"), transform: MonthArgument.read)
  var month: Month?

  func run() throws {
    let request = try dossier.request(particulars: particulars.fields, month: month)
    let session = try Session(request, tariffs: tariffs, prices: prices)
    let biller = Biller(terms: session.terms)
    var bills: [AccountBill] = []
    var problems: [Problem] = []
    for (account, use) in try session.accounts(dossier.account) {
      do throws(BillingFailure) {
        let bill = try biller.bills(for: account, use: use, months: month.map { [$0] })
        if let month, bill.months.isEmpty {
          problems.append(
            Problem(
              code: "no-use",
              message: "account \(account.id): \(month) is not among the months metered",
              hint: "there is " + Biller.months(of: use).map(\.description).joined(separator: ", "),
              exitCode: 3))
        }
        bills.append(bill)
      } catch {
        problems += Problem.list(
          of: error, account: account, tariffGiven: !particulars.fields.isEmpty)
      }
    }
    guard problems.isEmpty else { throw Console.fail(problems) }
    let report = BillReport(accounts: bills, terms: session.terms)
    try answer.give(text: report.text, json: report.json, csv: { report.csv })
    let incomplete = report.problems
    guard incomplete.isEmpty else { throw Console.fail(incomplete) }
  }
}
