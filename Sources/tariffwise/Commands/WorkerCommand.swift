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

  @Flag(help: "Hold lines that workers have written, of whole industries, against each other.")
  var place = false

  @Option(
    help: ArgumentHelp(
      "Number placed lines, of which so many stand before.", valueName: "rows"))
  var number: Int?

  @Option(help: "The form of ranked rows: json, a line each, or csv.")
  var format: AnswerFormat = .json

  @OptionGroup var load: LoadOptions
  @OptionGroup var particulars: ParticularOptions
  @OptionGroup var tariffs: TariffOptions
  @OptionGroup var prices: PriceOptions

  func run() throws {
    guard format == .json || format == .csv else {
      throw Console.usage("ranked rows come as json or csv")
    }
    let steps = [rank, place, number != nil].filter { $0 }.count + (accounts == nil ? 0 : 1)
    guard steps == 1 else {
      throw Console.usage(
        "a worker needs one of --accounts FILE, --rank, --place and --number ROWS")
    }
    if rank {
      return try answer { bytes, name throws(DiagnosticsError) in
        Ranking(try ScreenRowLine.rows(of: bytes, named: name))
      }
    }
    if let number {
      guard number >= 0 else { throw Console.usage("--number is how many rows stand before") }
      return try answer { bytes, name throws(DiagnosticsError) in
        Ranking(ordered: try ScreenRowLine.placedRows(of: bytes, named: name), behind: number)
      }
    }
    guard let accounts else { return try placeRows() }
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
      name: Self.inputName, options: try load.options(),
      zone: zones.count == 1 ? zones.first : nil)
    var isFaulty = false
    // The owner's columns are those of every row, so that any part of a run has the same.
    let blanks =
      stream.accounts.first?.entry.extra.map {
        DossierAccount.Extra(heading: $0.heading, value: "")
      } ?? []
    func give(_ block: AccountBlocks.Block) throws {
      let row: ScreenRow
      if let item = items[block.account] {
        let read = try block.file.flatMap { file in
          try LoadReader.collect([file]).accounts.first { $0.id == block.account }
        }
        let reading =
          if let read { stream.reading(item, read) } else { try stream.read(item) }
        row = screening.row(item, reading)
      } else {
        row = ScreenRow(
          account: block.account, name: "", industry: "", voltage: nil, tariff: "",
          outcome: .failed("the account does not stand in accounts.csv"), extra: blanks)
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

  /// Writes the rows that are made of what comes in.
  private func answer(
    _ ranking: (_ bytes: [UInt8], _ name: String) throws(DiagnosticsError) -> Ranking
  ) throws {
    do throws(DiagnosticsError) {
      let report = ScreenReport(try ranking(Self.input(), Self.inputName))
      guard format == .json else { return Console.write(report.csv) }
      for line in report.jsonLines { Console.write(line + "\n") }
    } catch {
      throw Console.fail(error)
    }
  }

  private func placeRows() throws {
    do throws(DiagnosticsError) {
      let rows = try ScreenRowLine.rows(of: Self.input(), named: Self.inputName)
      for placed in Ranking.placed(rows) { Console.write(ScreenRowLine.text(placed) + "\n") }
    } catch {
      throw Console.fail(error)
    }
  }

  private static let inputName = "standard input"

  private static func input() -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = StandardInput.read() { bytes += piece }
    return bytes
  }
}
