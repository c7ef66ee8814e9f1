import ArgumentParser
import Billing
import Casework
import Documents
import Metering
import Quantities
import Reporting
import Screening
import Synchronization
import Use

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

  @OptionGroup var jobs: JobsOptions

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    let request = try dossier.request(particulars: particulars.fields, month: month)
    if case .folder = request.origin, dossier.account == nil {
      let session = try StreamSession(
        request, tariffs: tariffs, prices: prices, jobs: jobs.jobs)
      // A single account is looked at more closely than each of thousands can be.
      if session.reader.stream.accounts.count > 1 { return try bills(session) }
    }
    let session = try Session(request, tariffs: tariffs, prices: prices)
    let biller = Biller(terms: session.terms)
    var bills: [AccountBill] = []
    let (metered, unmetered) = try session.accounts(dossier.account)
    var problems = unmetered
    for (account, use) in metered {
      switch bill(account, use, biller) {
      case .success(let bill): bills.append(bill)
      case .failure(let failure): problems += failure.problems
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

  /// Why there is no bill.
  private struct Unbilled: Error {
    let problems: [Problem]
  }

  private func bill(
    _ account: Account, _ use: MeteredUse, _ biller: Biller
  ) -> Result<AccountBill, Unbilled> {
    do throws(BillingFailure) {
      let bill = try biller.bills(for: account, use: use, months: month.map { [$0] })
      guard let month, bill.months.isEmpty else { return .success(bill) }
      return .failure(
        Unbilled(problems: [
          Problem(
            code: "no-use",
            message: "account \(account.id): \(month) is not among the months metered",
            hint: "there is \(MonthWords.list(Biller.months(of: use)))", exitCode: 3)
        ]))
    } catch {
      return .failure(
        Unbilled(
          problems: Problem.list(
            of: error, account: account, tariffGiven: !particulars.fields.isEmpty)))
    }
  }
}

extension BillCommand {
  /// What an account comes to.
  private struct Made: Sendable {
    var bill: AccountBill?
    /// The bill as rows of a table, where that is what is asked for.
    var rows = ""
    var problems: [Problem] = []
    var diagnostics: [Diagnostic] = []
    var notes: [LoadFinding] = []
  }

  /// Bills many accounts, each read and billed by itself.
  private func bills(_ session: StreamSession) throws {
    var session = session
    let biller = Biller(terms: session.terms)
    let terms = session.terms
    let isTable = answer.format == .csv
    let made = Mutex([String: Made]())
    let accounts = session.reader.stream.accounts
    let progress = ProgressLine(
      accounts: accounts.count, bytes: accounts.reduce(0) { $0 + $1.byteCount })
    do throws(DiagnosticsError) {
      // Threads that read accounts know no language but English.
      let language = Language.current
      try session.reader.read(
        make: { item, reading in
          Language.$current.withValue(language) {
            var made = self.made(item, reading, biller)
            guard isTable, let bill = made.bill else { return made }
            let report = BillReport(accounts: [bill], terms: terms)
            made.rows = report.csvRows
            made.problems += report.problems
            made.bill = nil
            return made
          }
        },
        take: { item, value in
          made.withLock { $0[item.id] = value }
          progress.done(bytes: item.byteCount)
        })
    } catch {
      progress.end()
      throw Console.fail(error)
    }
    progress.end()
    let byAccount = made.withLock { $0 }
    let all = session.reader.stream.accounts.compactMap { byAccount[$0.id] }
    Console.tell(LoadNotes.text(all.flatMap(\.notes)))
    var problems = all.flatMap(\.problems)
    let report = BillReport(accounts: all.compactMap(\.bill), terms: terms)
    if isTable, all.contains(where: { !$0.rows.isEmpty }) {
      try answer.give([BillReport.csvHeading] + all.map(\.rows))
    } else if !isTable, !report.isEmpty {
      try answer.give(text: report.text, json: report.json, csv: nil)
      problems += report.problems
    }
    let diagnostics = all.flatMap(\.diagnostics)
    Console.tell(DiagnosticText.render(diagnostics, say: say))
    guard problems.isEmpty else { throw Console.fail(problems) }
    let isDoubtful = all.flatMap(\.notes).contains { $0.severity == .error }
    if !diagnostics.isEmpty || isDoubtful { throw ExitCode(1) }
  }

  private func made(
    _ item: DossierStream.Item, _ reading: DossierStream.Reading, _ biller: Biller
  ) -> Made {
    switch reading {
    case .faulty(let diagnostics): return Made(diagnostics: diagnostics)
    case .account(let entry):
      let notes = AccountReview.quickFindings(of: entry)
      guard let use = entry.use else {
        return Made(problems: [Session.unmetered(item.id)], notes: notes)
      }
      switch bill(entry.account, use, biller) {
      case .success(let bill): return Made(bill: bill, notes: notes)
      case .failure(let failure): return Made(problems: failure.problems, notes: notes)
      }
    }
  }
}
