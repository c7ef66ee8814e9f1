import Advice
import ArgumentParser
import Billing
import Casework
import Documents
import Reporting

/// One account looked at from every side.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Where one account's money goes, what stands out, and what would save.")

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let request = try dossier.request(particulars: particulars.fields, month: nil)
    let session = try Session(request, tariffs: tariffs, prices: prices)
    let subject = try session.account(dossier.account)
    let claims = try PublishedClaims.read(
      session.dossier.claims.filter { $0.account == subject.account.id })
    let audit: Audit
    do throws(BillingFailure) {
      audit = try Audit(subject, claims: claims)
    } catch {
      throw Console.fail(
        Problem.list(of: error, account: subject.account, tariffGiven: !particulars.fields.isEmpty))
    }
    let report = AuditReport(audit)
    try answer.give(text: report.text, json: report.json, csv: nil)
    let incomplete = BillReport(accounts: [audit.bill], terms: session.terms).problems
    guard incomplete.isEmpty else { throw Console.fail(incomplete) }
  }
}

/// Published figures with their measures and changes understood.
enum PublishedClaims {
  static func read(_ figures: [PublishedFigure]) throws -> [Claim] {
    var problems: [Diagnostic] = []
    var claims: [Claim] = []
    for figure in figures {
      guard let measure = Claim.Measure(rawValue: figure.measure.text) else {
        let names = Claim.Measure.allCases.map(\.rawValue)
        problems.append(
          figure.measure.diagnostic(
            code: "published-measure",
            message: "\(Printable.quote(figure.measure.text)) is nothing that is measured",
            hint: Suggestion.hint(for: figure.measure.text, in: names)
              ?? "measured are \(Printable.alternatives(names, conjunction: "and"))"))
        continue
      }
      do {
        claims.append(
          Claim(
            text: figure.text, measure: measure,
            levers: try figure.levers.map { try LeverOptions.levers(in: $0.text) } ?? [],
            published: figure.value, digits: figure.digits))
      } catch {
        let fault =
          error as? LeverFault
          ?? LeverFault(message: LeverOptions.message(for: error), hint: nil)
        problems.append(
          (figure.levers ?? figure.measure).diagnostic(
            code: "published-levers", message: "these are not changes: \(fault.message)",
            hint: fault.hint ?? "write them as flags of whatif, such as --transformers 10000"))
      }
    }
    guard problems.isEmpty else { throw Console.fail(DiagnosticsError(problems)) }
    return claims
  }
}
