import Documents
import Quantities
import Use

/// Reads files of any format and brings their accounts together.
struct LoadGathering {
  private(set) var tables = LoadStore()
  private(set) var series = SeriesStore()
  private var files: [LoadFile] = []
  /// Why tables are read row by row that need not be by their looks.
  private var reason: RowsReason?

  /// Reads a file into the store its format asks for.
  ///
  /// - Throws: What is wrong with the file as a whole.
  mutating func add(_ file: LoadFile) throws(DiagnosticsError) {
    files.append(file)
    switch try LoadContent(file, because: reason) {
    case .greenButton(let feed): try series.add(try GreenButtonReader.read(feed), of: feed)
    case .nem12(let text): try series.add(try NEM12Reader.read(text), of: file)
    case .rows(let text, let plan):
      try series.add(try TableSeriesReader.read(text, plan, file: file), of: file)
    case .days(let text, let plan): try add(text, plan)
    }
  }

  /// Reads a table by whole days.
  private mutating func add(_ text: LoadText, _ plan: LoadPlan) throws(DiagnosticsError) {
    try tables.read(text, plan)
    // The rows at fault made the interval unclear, or reading stopped at them: they are told.
    if let refusal = plan.doubt ?? tables.hopeless {
      let collection = LoadCollection(accounts: tables.accounts(), files: [])
      throw DiagnosticsError(tables.diagnostics(of: collection) + [refusal])
    }
  }

  /// The files anew, tables row by row; nothing where that cannot be done.
  private func rowByRow() -> LoadGathering? {
    var again = LoadGathering()
    again.reason = .mixedLengths
    for file in files {
      guard (try? again.add(file)) != nil else { return nil }
    }
    return again
  }

  /// Every account with what is to be said of it.
  mutating func collection() -> LoadCollection {
    var accounts = tables.accounts()
    if reason == nil, accounts.contains(where: \.hasMixedLengths), let again = rowByRow() {
      self = again
      return collection()
    }
    let places = Dictionary(
      accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for account in series.accounts() {
      if let place = places[account.id] {
        accounts[place] = accounts[place].joined(with: account)
      } else {
        accounts.append(account)
      }
    }
    return LoadCollection(
      accounts: accounts, files: tables.files.map(\.summary) + series.files.map(\.summary))
  }
}
