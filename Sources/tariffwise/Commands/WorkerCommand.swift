import ArgumentParser
import Casework
import Documents
import Glibc
import Metering
import Reporting
import Screening
import TariffFiles
import Tariffs

/// The engine of `screen` behind standard input and output.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "The engine of `screen` behind standard input and output.",
    discussion: """
      Reads interval data from standard input, the heading once and then rows, of which \
      consecutive ones of an account are a block; writes one line of JSON for each block as soon \
      as it is whole. With --rank it reads such lines instead, holds them against each other and \
      writes them in order of rank.
      """)

  @Option(
    help: ArgumentHelp(
      "The accounts: accounts.csv, or a folder of tables.", valueName: "file"))
  var accounts: String?

  @Flag(help: "Rank lines that workers have written.")
  var rank = false

  @OptionGroup var load: LoadOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions

  func run() throws {
    if rank { return try rankRows() }
    guard let accounts else {
      throw Console.usage("a worker needs --accounts FILE", hint: "or --rank, to rank its rows")
    }
    do {
      let library = try TariffLibrary(folders: TariffFolders.all(tariffs))
      let request = DossierRequest(
        origin: .folder(accounts), particulars: particulars.fields, load: try load.options(),
        repairs: try load.repairs(), profileRepairs: try load.profileRepairs())
      let stream = try DossierReader.accounts(at: accounts, request)
      let terms = try StreamSession.terms(of: stream, library, prices)
      try work(stream, AccountScreening(terms: terms, explain: StreamSession.explain), library)
    } catch let error as DiagnosticsError {
      throw Console.fail(error)
    }
  }

  /// Makes a row of each block.
  private func work(
    _ stream: DossierStream, _ screening: AccountScreening, _ library: TariffLibrary
  ) throws {
    let items = Dictionary(
      stream.accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let zones = Set(stream.accounts.map(\.entry.account.tariff).compactMap(library.timeZone(of:)))
    var blocks = AccountBlocks(
      name: "standard input", options: try load.options(),
      zone: zones.count == 1 ? zones.first : nil)
    var isFaulty = false
    func give(_ block: AccountBlocks.Block) throws {
      let row: ScreenRow
      if let item = items[block.account] {
        let read = try LoadReader.collect([block.file]).accounts.first { $0.id == block.account }
        let reading =
          if let read { stream.reading(item, read) } else { try stream.read(item) }
        row = screening.row(item, reading)
      } else {
        row = ScreenRow(
          account: block.account, name: "", industry: "", voltage: nil, tariff: "",
          outcome: .failed("the account does not stand in accounts.csv"))
      }
      isFaulty = isFaulty || row.figures == nil
      // A consumer at the other end of a pipe must not wait for the next account.
      Console.write(ScreenRowLine.text(row) + "\n")
    }
    while let piece = StandardInput.read() {
      for block in try blocks.add(piece) { try give(block) }
    }
    for block in try blocks.add([], isEnd: true) { try give(block) }
    if isFaulty { throw ExitCode(1) }
  }

  private func rankRows() throws {
    var bytes: [UInt8] = []
    while let piece = StandardInput.read() { bytes += piece }
    do throws(DiagnosticsError) {
      let rows = try ScreenRowLine.rows(of: bytes, named: "standard input")
      let report = ScreenReport(Ranking(rows))
      for line in report.jsonLines { Console.write(line + "\n") }
    } catch {
      throw Console.fail(error)
    }
  }
}
