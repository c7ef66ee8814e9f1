import Advice
import ArgumentParser
import Billing
import Casework
import Documents
import Quantities
import Reporting

/// Issued bills against recomputed ones.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Hold issued bills (issued.csv) against recomputed ones, and name what explains a difference."
  )

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: ArgumentHelp("Differences up to this are none [currency].", valueName: "amount"))
  var tolerance: String = "0.00"

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let allowed: Money
    do throws(NumberError) {
      allowed = try Money(tolerance)
    } catch {
      throw Console.usage("--tolerance: \(error.sentence)", hint: error.advice)
    }
    let request = try dossier.request(particulars: particulars.fields, month: nil)
    let session = try Session(request, tariffs: tariffs, prices: prices)
    let subject = try session.account(dossier.account)
    let issued = session.dossier.issued.filter { $0.account == subject.account.id }
    guard !issued.isEmpty else {
      throw Console.fail([
        Problem(
          code: "nothing-issued", message: "the dossier holds no issued bill of this account",
          hint: "write its amounts to issued.csv: account, month, charge, amount", exitCode: 1)
      ])
    }
    let verification: Verification
    do throws(BillingFailure) {
      verification = try Verification(
        subject,
        issued: issued.map { IssuedCharge(month: $0.month, charge: $0.charge, amount: $0.amount) },
        tolerance: allowed)
    } catch {
      throw Console.fail(
        Problem.list(
          of: error, account: subject.account, tariffGiven: !particulars.fields.isEmpty))
    }
    let report = VerificationReport(verification)
    try answer.give(text: report.text, json: report.json, csv: nil)
  }
}
