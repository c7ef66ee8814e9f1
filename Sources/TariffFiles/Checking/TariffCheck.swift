import Documents
import Quantities
import Tariffs

/// One run over some files.
///
/// Files named one by one belong together, and so do those of one folder. Where a folder has an id
/// that an earlier one has too, that is no fault: folders of a user's own come before others.
struct TariffCheck {

  /// A file that could be opened.
  private struct Opened {
    let document: TariffDocument
    /// The folder among those to check; nothing for files named one by one.
    let folder: String?
  }

  /// A tariff among the files.
  private struct Checked {
    let folder: String?
    /// Nothing where the tariff is wrong.
    let record: TariffRecord?
  }

  private var collector = DiagnosticCollector()
  private var opened: [Opened] = []
  private var loader: LibraryLoader?
  /// What tariffs may refer to.
  private var shared = SharedFiles()
  /// The tariffs among the files by id, in the order of the files.
  private var tariffs: [String: [Checked]] = [:]
  /// Tariffs of the library that were asked for.
  private var borrowed: [String: Tariff?] = [:]
  /// The findings of files that were not to be checked, and were told of all the same.
  private var reported: Set<ObjectIdentifier> = []
  private(set) var pages: [PageRecord] = []
  /// Pages of the library by area, read when a case first asks for them.
  private var others: [String: [PricePage]] = [:]

  init(library: TariffLibrary?) { loader = library.map { LibraryLoader($0) } }

  /// How many files could be opened.
  var fileCount: Int { opened.count }

  /// Everything found so far.
  var diagnostics: [Diagnostic] { collector.diagnostics }

  /// Opens a file, or the files in a folder; its kind decides when a file is read.
  mutating func open(_ path: String) {
    let isFolder = FileSystem.isFolder(path)
    let files = collector.collect { () throws(DiagnosticsError) in
      isFolder ? try FileSystem.files(below: path, extensions: ["xml"]) : [path]
    }
    if let files, files.isEmpty {
      collector.add(
        Diagnostic(
          file: path, code: TariffFileCode.notATariffFile.rawValue, severity: .warning,
          message: "no file ending in .xml is in the folder, so that nothing in it was checked"))
    }
    for file in files ?? [] where !opened.contains(where: { $0.document.file == file }) {
      let document = collector.collect { () throws(DiagnosticsError) in
        try TariffDocument(file, as: file)
      }
      guard let document else { continue }
      opened.append(Opened(document: document, folder: isFolder ? path : nil))
    }
  }

  /// Reads and compares, what is referred to before what refers to it.
  mutating func run() {
    readShared()
    readTariffs()
    checkFallbacks()
    readPages()
    for item in opened where item.document.kind == .workedCase {
      var reader = WorkedCaseReader(findings: item.document.findings)
      if let record = reader.read(item.document.root) { check(record, in: item.folder) }
    }
    for item in opened { collector.add(item.document.findings.collector.diagnostics) }
  }

  private mutating func readShared() {
    shared = loader?.allShared() ?? SharedFiles()
    // Of twins the first one counts, and so is read last.
    for item in opened.reversed() {
      let findings = item.document.findings
      let root = item.document.root
      switch item.document.kind {
      case .powerFactorTables:
        let read = PowerFactorTablesReader(findings: findings).read(root)
        if let read { shared.tables[read.id] = read }
      case .holidays:
        let read = HolidaysReader(findings: findings).read(root)
        if let read { shared.holidays[read.id] = read }
      case .sharedRules:
        let read = SharedRules(root)
        if let read { shared.rules[read.id] = read }
      case .tariff, .pricePage, .workedCase: continue
      }
    }
    for kind in [TariffFileKind.powerFactorTables, .holidays, .sharedRules] {
      var first: [String?: [String: String]] = [:]
      for item in opened where item.document.kind == kind { reportTwin(of: item, in: &first) }
    }
  }

  private mutating func readTariffs() {
    var first: [String?: [String: String]] = [:]
    for item in opened where item.document.kind == .tariff {
      let reader = TariffReader(findings: item.document.findings, shared: shared)
      let record = reader.read(item.document.root)
      reportBorrowed(by: item)
      reportTwin(of: item, in: &first)
      guard let id = item.document.id else { continue }
      tariffs[id, default: []].append(Checked(folder: item.folder, record: record))
    }
  }

  /// Tells what is wrong with rules of the library that a checked tariff takes and cannot be read
  /// without.
  ///
  /// Those among the checked files speak for themselves.
  private mutating func reportBorrowed(by item: Opened) {
    for id in SharedRules.ids(namedIn: item.document.root) {
      guard let findings = shared.rules[id]?.findings,
        !opened.contains(where: { $0.document.findings === findings }),
        reported.insert(ObjectIdentifier(findings)).inserted
      else { continue }
      collector.add(findings.collector.diagnostics)
    }
  }

  private func reportTwin(of item: Opened, in first: inout [String?: [String: String]]) {
    guard let id = item.document.id else { return }
    if let other = first[item.folder, default: [:]][id] {
      item.document.root.report(
        .duplicateName, at: "id",
        "\(Printable.quote(id)) is the id of \(other) too; one file is expected for each id")
    } else {
      first[item.folder, default: [:]][id] = item.document.file
    }
  }

  private mutating func checkFallbacks() {
    for record in tariffs.values.flatMap({ $0.compactMap(\.record) }) {
      for fallback in record.fallbacks where isUnknown(fallback.id) {
        collector.add(record.unknownFallback(fallback, known: knownTariffs))
      }
    }
  }

  private mutating func readPages() {
    var byFolder: [(folder: String?, pages: [PageRecord])] = []
    for item in opened where item.document.kind == .pricePage {
      let reader = PricePageReader(findings: item.document.findings)
      guard let record = reader.read(item.document.root) else { continue }
      var known: [String: Tariff] = [:]
      for group in record.groups {
        if isUnknown(group.tariff) {
          record.findings.report(
            .unknownTariff, at: group.place, unknownTariff(group.tariff),
            hint: Suggestion.hint(for: group.tariff, in: knownTariffs))
        }
        known[group.tariff] = tariff(group.tariff, for: item.folder)
      }
      PageChecker(record: record, tariffs: known).check()
      pages.append(record)
      if let index = byFolder.firstIndex(where: { $0.folder == item.folder }) {
        byFolder[index].pages.append(record)
      } else {
        byFolder.append((item.folder, [record]))
      }
    }
    for (_, pages) in byFolder { collector.add(PageSequence(pages).diagnostics()) }
  }

  /// The ids of the tariffs among the files and in the library.
  var knownTariffs: [String] {
    Set(tariffs.keys).union(loader?.library.tariffIDs ?? []).sorted()
  }

  func isUnknown(_ id: String) -> Bool { !knownTariffs.contains(id) }

  func unknownTariff(_ id: String) -> Message {
    let known = knownTariffs
    return known.isEmpty
      ? "there is no tariff \(Printable.quote(id)); no tariff was found"
      : """
      there is no tariff \(Printable.quote(id)); \(Printable.alternatives(known)) is expected
      """
  }

  /// The tariff that a file of some folder means: that of its folder, or the first there is.
  ///
  /// - Returns: Nothing where there is none, or where it is wrong.
  mutating func tariff(_ id: String, for folder: String?) -> Tariff? {
    if let checked = tariffs[id] {
      return (checked.first { $0.folder == folder } ?? checked.first)?.record?.tariff
    }
    if let known = borrowed[id] { return known }
    let found = loader?.tariff(id)?.tariff
    // A fault in a file that was not to be checked, but without which this one cannot be.
    if found == nil { collector.add(loader?.faults(of: id) ?? []) }
    borrowed[id] = .some(found)
    return found
  }

  /// The library's pages of an area, whatever may be wrong with them.
  mutating func libraryPages(of area: String) -> [PricePage] {
    if let known = others[area] { return known }
    var found: [PricePage] = []
    let areas = PricePage.areas(around: area)
    for entry in loader?.library.entries ?? []
    where entry.kind == .pricePage && areas.contains(entry.area ?? "") {
      if let record = loader?.page(entry) { found.append(record.page) }
    }
    others[area] = found
    return found
  }
}

extension TariffDocument {

  /// The file's name in messages.
  fileprivate var file: String { findings.source.file }

  /// The id of the first element, right or wrong.
  fileprivate var id: String? { root.element.attribute(named: "id")?.value }
}
