import Casework
import Documents
import Metering

/// Reads the accounts of a dossier with several threads.
///
/// The rows of each account are first found by leaps. Where an account's rows turn out not to stand
/// together, the files are searched row by row, and what was read of other rows than there are is
/// read again.
package struct AccountReader: Sendable {
  let request: DossierRequest
  let crew: Crew
  /// The dossier; another one after its files were searched row by row.
  package private(set) var stream: DossierStream
  private var isSearched: Bool

  /// Opens a dossier.
  ///
  /// - Parameters:
  ///   - request: What to open.
  ///   - jobs: How many threads read.
  ///   - search: How the rows of each account are found.
  /// - Throws: What is wrong with the files themselves.
  package init(
    _ request: DossierRequest, jobs: Int, search: LoadTable.Search = .leaping
  ) throws(DiagnosticsError) {
    self.request = request
    crew = Crew(jobs: jobs)
    stream = try DossierReader.stream(request, search: search)
    isSearched = search == .everyRow
  }

  /// What becomes of an account.
  private enum Outcome<Value: Sendable>: Sendable {
    case value(Value)
    case interleaved
    case fault(DiagnosticsError)
  }

  /// Reads and works on accounts.
  ///
  /// - Parameters:
  ///   - isWanted: Whether an account is to be read at all.
  ///   - work: What is made of an account, on any thread.
  ///   - take: Takes it, in the order of `accounts.csv`; one that was taken already is taken again
  ///     where its rows were not all found the first time.
  /// - Throws: A fault of a file itself.
  package mutating func read<Value: Sendable>(
    where isWanted: (DossierStream.Item) -> Bool = { _ in true },
    make work: @Sendable (DossierStream.Item, DossierStream.Reading) -> Value,
    take: @Sendable (DossierStream.Item, Value) -> Void
  ) throws(DiagnosticsError) {
    var done: [String: DossierStream.Item] = [:]
    while true {
      let stream = stream
      let items = stream.accounts.filter { item in
        isWanted(item) && done[item.id].map { $0.rows != item.rows } ?? true
      }
      let log = Log()
      crew.run(items.count) { index -> Outcome<Value> in
        do throws(LoadTables.ReadProblem) {
          return .value(work(items[index], try stream.read(items[index])))
        } catch {
          switch error {
          case .interleaved: return .interleaved
          case .file(let fault): return .fault(fault)
          }
        }
      } _: { index, outcome in
        switch outcome {
        case .value(let value):
          log.done(items[index])
          take(items[index], value)
          return true
        case .interleaved:
          log.stop(nil)
          return false
        case .fault(let fault):
          log.stop(fault)
          return false
        }
      }
      guard let end = log.end else { return }
      // A quote may seem open where a leap landed inside it.
      guard !isSearched else { throw end.fault ?? Self.endless(request) }
      isSearched = true
      for item in log.items { done[item.id] = item }
      self.stream = try DossierReader.stream(request, search: .everyRow)
    }
  }

  /// Rows that were looked at one by one cannot belong to others than they were taken for.
  private static func endless(_ request: DossierRequest) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(
        file: "load", code: "load-rows",
        message: "the rows of an account hold rows of another",
        hint: "the file changed while it was read; run again"))
  }
}
