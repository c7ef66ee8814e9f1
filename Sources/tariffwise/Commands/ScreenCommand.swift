import ArgumentParser
import Billing
import Casework
import Documents
import Reporting
import Screening
import Synchronization

/// Every account of a segment, those first at which a visit is worth most.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Every account of a segment, those first at which a visit is worth most.")

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions
  @OptionGroup var jobs: JobsOptions
  @OptionGroup var answer: AnswerOptions

  @OptionGroup var kept: StoreOptions

  @Flag(help: "Leave out account numbers, names and columns of your own.")
  var anonymise = false

  func run() throws { try answer.language.speak(tell) }

  private func tell() throws {
    if let account = dossier.account {
      throw Console.usage(
        "screen holds all accounts of a dossier against each other",
        hint: "tariffwise audit --account \(account) --peers DOSSIER looks at one of them")
    }
    let request = try dossier.request(particulars: particulars.fields, month: nil)
    var session = try StreamSession(
      request, tariffs: tariffs, prices: prices, jobs: jobs.jobs)
    let ranking: Ranking
    do throws(DiagnosticsError) {
      let store = try kept.open(
        dossier: dossier.dossier, settings: settings, tariffs: session.tariffFiles)
      ranking = Ranking(try screened(&session, store))
      try store?.save(ranking)
      try store?.close()
    } catch {
      throw Console.fail(error)
    }
    let report = ScreenReport(
      ranking, isAnonymous: anonymise,
      examined: anonymise ? [] : examined(ranking, session))
    try answer.give(
      text: report.text, json: report.json, csv: { report.csv },
      workbook: { report.workbook(created: Today.date) },
      page: { report.html(program: ProgramVersion.text) })
    guard report.failures.isEmpty else {
      Console.tell(
        report.failures.map {
          say("error: account \($0.account) was not billed: \($0.error)") + "\n"
        }.joined())
      throw ExitCode(1)
    }
  }

  /// What the results hang on beside the files.
  private var settings: [(name: String, value: String)] {
    var settings = prices.price.map { (name: "--price \($0.name)", value: "\($0.price)") }
    if let asOf = prices.asOf { settings.append(("--as-of", "\(asOf)")) }
    settings += particulars.fields.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { ("--\($0.key.rawValue)", $0.value) }
    return settings + load.settings
  }

  private var load: LoadOptions { dossier.load }

  /// The row of each account; those a store holds are not made again.
  private func screened(
    _ session: inout StreamSession, _ store: ScreenStore?
  ) throws(DiagnosticsError) -> [ScreenRow] {
    let screening = AccountScreening(terms: session.terms, explain: StreamSession.explain)
    let finished = store?.finished ?? [:]
    let made = Mutex((rows: [String: ScreenRow](), fault: DiagnosticsError?.none))
    let accounts = session.reader.stream.accounts.filter { finished[$0.id] != $0.place }
    if kept.resume {
      let done = session.reader.stream.accounts.count - accounts.count
      Console.tell(
        say("\(done) accounts were finished before; \(accounts.count) are read") + "\n")
    }
    let progress = ProgressLine(
      accounts: accounts.count, bytes: accounts.reduce(0) { $0 + $1.byteCount })
    defer { progress.end() }
    try session.reader.read(
      where: { finished[$0.id] != $0.place },
      make: { item, reading in
        store?.countRead()
        return screening.row(item, reading)
      },
      take: { item, row in
        progress.done(bytes: item.byteCount)
        made.withLock { made in
          made.rows[item.id] = row
          guard let store, made.fault == nil else { return }
          do throws(DiagnosticsError) {
            try store.save(row, place: item.place)
          } catch {
            made.fault = error
          }
        }
      })
    if let fault = made.withLock({ $0.fault }) { throw fault }
    guard let store else { return made.withLock { Array($0.rows.values) } }
    try store.flush()
    // Rows of accounts that are no longer in the dossier belong to another run.
    let known = Set(session.reader.stream.accounts.map(\.id))
    return try store.rows().filter { known.contains($0.account) }
  }

  /// The accounts of the first ranks, whose data are looked at closely.
  private func examined(
    _ ranking: Ranking, _ session: StreamSession
  ) -> [ScreenReport.Examination] {
    let first = Set(ranking.rows.prefix(Self.examinedAccounts).map(\.row.account))
    return session.reader.stream.accounts.filter { first.contains($0.id) }.compactMap { item in
      guard case .account(let entry)? = try? session.reader.stream.read(item) else { return nil }
      let seen = AccountReview.findings(
        of: entry, issued: session.reader.stream.issued, terms: session.terms)
      return ScreenReport.Examination(
        account: item.id,
        seen: seen.map { ($0.code.rawValue, $0.severity.rawValue, say($0.sentence)) })
    }
  }

  /// How many accounts are looked at closely.
  private static let examinedAccounts = 10
}
