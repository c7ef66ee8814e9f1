import Documents

extension LoadStore.ReadFile {
  /// Why the file is refused as a whole, where reading stopped at too many faults.
  var hopeless: Diagnostic? { record.refusal(of: text) }
}

extension LoadStore {
  /// Why the file read last is refused as a whole.
  var hopeless: Diagnostic? { files.last?.hopeless }

  /// The errors among the findings, as diagnostics that quote their lines.
  func diagnostics(of collection: LoadCollection) -> [Diagnostic] {
    var sources: [String: SourceText] = [:]
    var diagnostics: [Diagnostic] = []
    let name = files.first?.text.name ?? collection.files.first?.file ?? ""
    for finding in collection.findings where finding.keepsFromBilling {
      diagnostics.append(diagnostic(finding, of: name, &sources))
    }
    if diagnostics.isEmpty, collection.accounts.isEmpty, !name.isEmpty {
      diagnostics.append(
        Diagnostic(file: name, code: "load-empty", message: "the file holds no intervals"))
    }
    return diagnostics
  }

  private func diagnostic(
    _ finding: LoadFinding, of name: String, _ sources: inout [String: SourceText]
  ) -> Diagnostic {
    guard let place = finding.place else { return finding.diagnostic(of: name) }
    if sources[place.file] == nil,
      let file = files.first(where: { $0.text.name == place.file })
    {
      sources[place.file] = file.text.sourceText()
    }
    guard let source = sources[place.file] else { return finding.diagnostic(of: name) }
    return Diagnostic(
      at: SourceRange(place.bytes.lowerBound, place.bytes.upperBound), in: source,
      code: finding.code.rawValue,
      message: finding.sentence, hint: finding.advice)
  }
}
