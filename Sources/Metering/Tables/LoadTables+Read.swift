import Documents
import Use

extension LoadTables {
  /// Why an account could not be read.
  package enum ReadProblem: Error {
    /// Rows of another account stood among those of the account.
    case interleaved(Interleaved)
    /// A fault of a file itself, such as a quote that is never closed.
    case file(DiagnosticsError)
  }

  /// Reads an account.
  ///
  /// - Returns: The account; nothing where its rows hold no readings, as those of a footer.
  /// - Throws: ``ReadProblem``.
  package func read(_ entry: Entry) throws(ReadProblem) -> LoadAccount? {
    if let plain = try plain(entry) { return plain }
    var store = LoadStore()
    for (file, runs) in Self.byFile(entry.runs) {
      let table = tables[file]
      guard runs.allSatisfy({ table.isUTF8($0) }) else {
        throw .file(DiagnosticsError(table.notUTF8))
      }
      do throws(DiagnosticsError) {
        try store.read(table.text, table.plan, rows: runs)
      } catch {
        throw .file(error)
      }
      if store.names.contains(where: { $0 != entry.account }) {
        throw .interleaved(Interleaved(file: file))
      }
    }
    guard let account = store.accounts().first else { return nil }
    return account.hasMixedLengths ? try rowByRow(entry) ?? account : account
  }

  /// The account, where its rows leave nothing to say.
  private func plain(_ entry: Entry) throws(ReadProblem) -> LoadAccount? {
    guard let first = entry.runs.first else { return nil }
    let seconds = tables[first.file].plan.intervalSeconds
    var days = PlainDays(intervalSeconds: seconds)
    for run in entry.runs {
      let table = tables[run.file]
      guard table.plan.intervalSeconds == seconds, table.isUTF8(run.rows) else { return nil }
      var record = ScanRecord()
      var isPlain = true
      // A fault of the file is told by the careful way.
      guard
        (try? LoadScan.run(
          table.text, table.plan, rows: [run.rows], record: &record,
          { fragment in
            isPlain = isPlain && days.add(fragment)
          })) != nil, isPlain, record.isPlain
      else { return nil }
      guard record.accounts.count == 1, record.accounts.text(0) == entry.account else {
        throw .interleaved(Interleaved(file: run.file))
      }
    }
    guard let profile = days.profile() else { return nil }
    return LoadAccount(id: entry.account, profile: profile, findings: [], channels: [])
  }

  private static func byFile(_ runs: [LoadRun]) -> [(file: Int, rows: [Range<Int>])] {
    var files: [(file: Int, rows: [Range<Int>])] = []
    for run in runs {
      if files.last?.file == run.file {
        files[files.count - 1].rows.append(run.rows)
      } else {
        files.append((run.file, [run.rows]))
      }
    }
    return files
  }

  /// The account with rows of different lengths, read row by row from a copy of its rows.
  private func rowByRow(_ entry: Entry) throws(ReadProblem) -> LoadAccount? {
    let files = Self.byFile(entry.runs).map { file, runs in
      let table = tables[file]
      var copy = LoadFile(
        name: table.name,
        bytes: table.text.withBytes { bytes in
          runs.reduce(into: Array(bytes[..<table.plan.layout.bodyOffset])) { $0 += bytes[$1] }
        }, options: table.file.options, zone: table.file.zone)
      copy.repairs = table.file.repairs
      return copy
    }
    do throws(DiagnosticsError) {
      return try LoadReader.collect(files).accounts.first { $0.id == entry.account }
    } catch {
      throw .file(error)
    }
  }
}

extension ScanRecord {
  /// Whether nothing is to be said of the rows.
  fileprivate var isPlain: Bool {
    faultCount == 0 && sameDateMidnights.isEmpty && rounded.isEmpty
  }
}

extension LoadTable {
  func isUTF8(_ rows: Range<Int>) -> Bool {
    text.withBytes { TextCheck.isUTF8(UnsafeBufferPointer(rebasing: $0[rows])) }
  }

  /// What is said of a large file that turns out to be written otherwise than it began.
  var notUTF8: Diagnostic {
    Diagnostic(
      file: name, code: "wrong-encoding",
      message: "the file begins as UTF-8, but has bytes further on that are not",
      hint: "say how it is written, as --encoding gb18030, or write it anew as UTF-8")
  }
}
