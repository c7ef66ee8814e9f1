import Documents
import Quantities
import Use

/// Reads load files of any format: what each account used, interval by interval.
package enum LoadReader {
  /// Reads files that must be without fault.
  ///
  /// - Returns: A profile for every account.
  /// - Throws: Everything that is wrong, with its place: faults of the files themselves, and the
  ///   errors among the findings.
  package static func read(_ files: [LoadFile]) throws(DiagnosticsError) -> LoadCollection {
    var store = try gather(files)
    let collection = store.collection()
    let errors = store.tables.diagnostics(of: collection)
    if !errors.isEmpty { throw DiagnosticsError(errors) }
    return collection
  }

  /// Reads files of many accounts: an account whose rows are at fault has findings instead of a
  /// profile, and the others are not affected.
  ///
  /// - Throws: Faults of the files themselves: headings, encoding, quoting.
  package static func collect(_ files: [LoadFile]) throws(DiagnosticsError) -> LoadCollection {
    var store = try gather(files)
    return store.collection()
  }

  /// Looks at one file: what it holds, and what is wrong with it.
  ///
  /// - Throws: What keeps it from being read at all.
  package static func inspect(_ file: LoadFile) throws(DiagnosticsError) -> LoadInspection {
    var store = try gather([file])
    let collection = store.collection()
    guard let summary = collection.files.first else {
      throw DiagnosticsError(
        Diagnostic(file: file.name, code: "load-empty", message: "the file holds no intervals"))
    }
    let findings = collection.accounts.flatMap { account in
      account.findings
        + (account.profile.map { QualityCheck.findings($0, account: account.id) } ?? [])
    }
    return LoadInspection(
      file: summary.file, format: summary.format, encoding: summary.encoding,
      channels: collection.accounts.flatMap(\.channels),
      findings: findings.sorted { $0.severity < $1.severity }, notes: summary.notes)
  }

  private static func gather(_ files: [LoadFile]) throws(DiagnosticsError) -> LoadGathering {
    var store = LoadGathering()
    var faults = DiagnosticCollector()
    for file in files {
      _ = faults.collect { () throws(DiagnosticsError) in try store.add(file) }
    }
    try faults.throwIfErrors()
    return store
  }
}
