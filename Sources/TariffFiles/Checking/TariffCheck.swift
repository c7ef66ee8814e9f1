import Documents
import Tariffs

/// One run over some files.
struct TariffCheck {

  private var collector = DiagnosticCollector()
  var loader: LibraryLoader?

  private var documents: [TariffDocument] = []
  /// Power-factor tables by id.
  private var tables: [String: PowerFactorTables] = [:]
  /// Tariffs by id; nothing for those that are wrong.
  private(set) var tariffs: [String: TariffRecord?] = [:]
  private(set) var pages: [PageRecord] = []
  /// Pages of the library by area, read when a case first asks for them.
  private var others: [String: [PricePage]] = [:]

  init(library: TariffLibrary?) { loader = library.map { LibraryLoader($0) } }

  /// Everything found so far.
  var diagnostics: [Diagnostic] { collector.diagnostics }

  /// The file itself, or the files in a folder.
  mutating func files(at path: String) -> [String] {
    guard FileSystem.isFolder(path) else { return [path] }
    return collector.collect { () throws(DiagnosticsError) in
      try FileSystem.files(below: path, extensions: ["xml"])
    } ?? []
  }

  /// Opens a file; its kind decides when it is read.
  mutating func open(_ path: String) {
    let document = collector.collect { () throws(DiagnosticsError) in
      try TariffDocument(path, as: path)
    }
    if let document { documents.append(document) }
  }

  /// Reads and compares, what is referred to before what refers to it.
  mutating func run() {
    readTables()
    readTariffs()
    checkFallbacks()
    readPages()
    collector.add(PageSequence(pages).diagnostics())
    for document in documents where document.kind == .workedCase {
      var reader = WorkedCaseReader(findings: document.findings)
      if let record = reader.read(document.root) { check(record) }
    }
    for document in documents { collector.add(document.findings.collector.diagnostics) }
  }

  private mutating func readTables() {
    if var loader {
      tables = loader.allTables()
      self.loader = loader
    }
    var first: [String: String] = [:]
    for document in documents where document.kind == .powerFactorTables {
      let read = PowerFactorTablesReader(findings: document.findings).read(document.root)
      reportTwin(of: document, in: &first)
      guard let read else { continue }
      tables[read.id] = read
    }
  }

  private mutating func readTariffs() {
    var first: [String: String] = [:]
    for document in documents where document.kind == .tariff {
      let reader = TariffReader(findings: document.findings, tables: tables)
      let record = reader.read(document.root)
      guard let id = document.root.element.attribute(named: "id")?.value else { continue }
      reportTwin(of: document, in: &first)
      if case .some(.some) = tariffs[id] { continue }
      tariffs[id] = .some(record)
    }
  }

  private func reportTwin(of document: TariffDocument, in first: inout [String: String]) {
    guard let id = document.root.element.attribute(named: "id")?.value else { return }
    let file = document.findings.source.file
    if let other = first[id] {
      document.root.report(
        .duplicateName, at: "id",
        "\(Printable.quote(id)) is the id of \(other) too; one file is expected for each id")
    } else {
      first[id] = file
    }
  }

  private mutating func checkFallbacks() {
    for record in tariffs.values.compactMap({ $0 }) {
      for fallback in record.fallbacks where isUnknown(fallback.id) {
        collector.add(record.unknownFallback(fallback, known: knownTariffs))
      }
    }
  }

  private mutating func readPages() {
    for document in documents where document.kind == .pricePage {
      guard let record = PricePageReader(findings: document.findings).read(document.root) else {
        continue
      }
      var known: [String: Tariff] = [:]
      for group in record.groups {
        if isUnknown(group.tariff) {
          record.findings.report(
            .unknownTariff, at: group.place, unknownTariff(group.tariff),
            hint: Suggestion.hint(for: group.tariff, in: knownTariffs))
        }
        known[group.tariff] = tariff(group.tariff)
      }
      PageChecker(record: record, tariffs: known).check()
      pages.append(record)
    }
  }

  /// The ids of the tariffs among the files and in the library.
  var knownTariffs: [String] {
    Set(tariffs.keys).union(loader?.library.tariffIDs ?? []).sorted()
  }

  func isUnknown(_ id: String) -> Bool { !knownTariffs.contains(id) }

  func unknownTariff(_ id: String) -> String {
    let known = knownTariffs
    return "there is no tariff \(Printable.quote(id)); "
      + (known.isEmpty ? "no tariff was found" : "\(Printable.alternatives(known)) is expected")
  }

  /// A tariff of the files or of the library; nothing where there is none, or where it is wrong.
  mutating func tariff(_ id: String) -> Tariff? {
    if let checked = tariffs[id] { return checked?.tariff }
    guard var loader else { return nil }
    let record = loader.tariff(id)
    self.loader = loader
    // A fault in a file that was not to be checked, but without which this one cannot be.
    if record == nil { collector.add(loader.faults(of: id)) }
    tariffs[id] = .some(record)
    return record?.tariff
  }

  /// The library's pages of an area, whatever may be wrong with them.
  mutating func libraryPages(of area: String) -> [PricePage] {
    if let known = others[area] { return known }
    var found: [PricePage] = []
    if var loader {
      for entry in loader.library.entries where entry.kind == .pricePage && entry.area == area {
        if let record = loader.page(entry) { found.append(record.page) }
      }
      self.loader = loader
    }
    others[area] = found
    return found
  }
}
