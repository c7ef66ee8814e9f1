import Advice
import ArgumentParser
import Billing
import Casework
import Documents
import Reporting
import Screening

/// One account looked at from every side.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Where one account's money goes, what stands out, and what would save.")

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var peers: PeerOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let request = try dossier.request(particulars: particulars.fields, month: nil)
    let session = try Session(request, tariffs: tariffs, prices: prices)
    let subject = try session.account(dossier.account)
    let claims = try PublishedClaims.read(
      session.dossier.claims.filter { $0.account == subject.account.id })
    let figures = try peers.figures(for: subject.account, tariffs: tariffs, prices: prices)
    let audit: Audit
    do throws(BillingFailure) {
      audit = try Audit(
        subject, claims: claims,
        doubts: DataDoubt.all(
          of: subject.account.id, in: session.dossier, reviewed: session.doubts),
        issued: IssuedCharge.all(of: subject.account.id, in: session.dossier), peers: figures)
    } catch {
      throw Console.fail(
        Problem.list(of: error, account: subject.account, tariffGiven: !particulars.fields.isEmpty))
    }
    let report = AuditReport(audit)
    try answer.give(
      text: report.text, json: report.json,
      workbook: { report.workbook(try provenance(of: request), created: Today.date) },
      page: { report.html(try provenance(of: request)) })
    let incomplete = BillReport(accounts: [audit.bill], terms: session.terms).problems
    guard incomplete.isEmpty else { throw Console.fail(incomplete) }
  }

  private func provenance(of request: DossierRequest) throws -> Provenance {
    do throws(DiagnosticsError) {
      return try Provenance(program: ProgramVersion.text, paths: request.files())
    } catch {
      throw Console.fail(error)
    }
  }
}
