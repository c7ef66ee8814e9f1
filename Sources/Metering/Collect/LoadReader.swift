import Documents

/// Reads load files: what each account used, interval by interval.
package enum LoadReader {
  /// Reads files that must be without fault.
  ///
  /// - Returns: A profile for every account.
  /// - Throws: Everything that is wrong, with its place: faults of the files themselves, and the
  ///   errors among the findings.
  package static func read(_ files: [LoadFile]) throws(DiagnosticsError) -> LoadCollection {
    var store = try gather(files)
    let collection = store.collection()
    let errors = store.diagnostics(of: collection)
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

  private static func gather(_ files: [LoadFile]) throws(DiagnosticsError) -> LoadStore {
    var store = LoadStore()
    var faults = DiagnosticCollector()
    for file in files {
      _ = faults.collect { () throws(DiagnosticsError) in
        let (text, plan) = try open(file)
        try store.read(text, plan)
        // The rows at fault made the interval unclear, or reading stopped at them: they are told.
        if let refusal = plan.doubt ?? store.hopeless {
          let collection = store.collection()
          throw DiagnosticsError(store.diagnostics(of: collection) + [refusal])
        }
      }
    }
    try faults.throwIfErrors()
    return store
  }

  /// Opens a file and settles how its rows are to be read.
  static func open(_ file: LoadFile) throws(DiagnosticsError) -> (text: LoadText, plan: LoadPlan) {
    let text: LoadText
    switch file.content {
    case .path(let path):
      text = try LoadText.open(path, name: file.name, encoding: file.options.encoding)
    case .bytes(let bytes):
      text = try LoadText(name: file.name, bytes: bytes, encoding: file.options.encoding)
    }
    let plan = try LoadPlanner(text: text, options: file.options, zone: file.zone).plan()
    return (text, plan)
  }
}
