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
    let (metered, unmetered) = try session.accounts(dossier.account)
    var problems = unmetered
    for (account, use) in metered {
      do throws(BillingFailure) {
        let bill = try biller.bills(for: account, use: use, months: month.map { [$0] })
        guard let month, bill.months.isEmpty else {
          bills.append(bill)
          continue
        }
        problems.append(
          Problem(
            code: "no-use",
            message: "account \(account.id): \(month) is not among the months metered",
            hint: "there is \(MonthWords.list(Biller.months(of: use)))", exitCode: 3))
      } catch {
        problems += Problem.list(
          of: error, account: account, tariffGiven: !particulars.fields.isEmpty)
      }
    }
    // An account that cannot be billed does not keep the others from their bills.
    guard !bills.isEmpty else { throw Console.fail(problems) }
    let report = BillReport(accounts: bills, terms: session.terms)
    try answer.give(text: report.text, json: report.json, csv: { report.csv })
    problems += report.problems
    guard problems.isEmpty else { throw Console.fail(problems) }
    // The bill is there; what contradicts it was told, and the caller must not miss it.
    if session.doubts.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
