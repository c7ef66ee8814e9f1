import Documents
import Tariffs

/// Reads files of a library, each of them once.
struct LibraryLoader {

  let library: TariffLibrary

  /// What was found in the files that were asked for.
  private(set) var collector = DiagnosticCollector()

  private var files = SharedFiles()
  /// The kinds of shared files that were read whole.
  private var readKinds: Set<TariffFileKind> = []
  private var tariffs: [String: TariffRecord?] = [:]
  private var diagnostics: [String: [Diagnostic]] = [:]

  init(_ library: TariffLibrary) { self.library = library }

  /// The tariffs of the ids and all they take.
  mutating func book(
    of ids: [String], allPages: Bool = false
  ) throws(DiagnosticsError) -> TariffBook {
    let tariffs = closure(of: ids)
    let areas =
      allPages ? nil : Set(tariffs.flatMap { PricePage.areas(around: $0.area) })
    let pages = pages(of: areas)
    try collector.throwIfErrors()
    return TariffBook(tariffs: tariffs, pages: pages)
  }

  /// Reports what is wrong with files that no id leads to.
  mutating func readUnindexed() {
    for entry in library.entries where entry.kind == nil || entry.kind == .tariff && entry.id == nil
    {
      let document = collector.collect { () throws(DiagnosticsError) in
        try TariffDocument(entry.path, as: entry.file)
      }
      guard let document, document.kind == .tariff else { continue }
      _ = TariffReader(findings: document.findings, shared: shared(by: document.root))
        .read(document.root)
      collector.add(document.findings.collector.diagnostics)
    }
  }

  /// The tariffs of the ids, and those they fall back to.
  private mutating func closure(of ids: [String]) -> [Tariff] {
    var found: [Tariff] = []
    var seen: Set<String> = []
    var waiting = ids
    while let id = waiting.popLast() {
      guard seen.insert(id).inserted else { continue }
      guard let entry = entry(of: id) else {
        reportUnknown(id)
        continue
      }
      reportTwins(of: entry)
      let record = tariff(id)
      collector.add(diagnostics[id] ?? [])
      guard let record else { continue }
      found.append(record.tariff)
      for fallback in record.fallbacks {
        if self.entry(of: fallback.id) == nil {
          collector.add(record.unknownFallback(fallback, known: library.tariffIDs))
        } else {
          waiting.append(fallback.id)
        }
      }
    }
    return found
  }

  private func entry(of id: String) -> TariffLibrary.Entry? {
    library.entries.first { $0.kind == .tariff && $0.id == id }
  }

  /// A tariff by id, without a word about what is wrong with its file.
  ///
  /// - Returns: Nothing where there is none, or where it is wrong.
  mutating func tariff(_ id: String) -> TariffRecord? {
    if let known = tariffs[id] { return known }
    guard let entry = entry(of: id) else { return nil }
    var found = DiagnosticCollector()
    let document = found.collect { () throws(DiagnosticsError) in
      try TariffDocument(entry.path, as: entry.file)
    }
    var record: TariffRecord?
    if let document {
      let shared = shared(by: document.root)
      record = TariffReader(findings: document.findings, shared: shared).read(document.root)
      for id in SharedRules.ids(namedIn: document.root) {
        found.add(shared.rules[id]?.findings.collector.diagnostics ?? [])
      }
      found.add(document.findings.collector.diagnostics)
    }
    tariffs[id] = .some(record)
    diagnostics[id] = found.diagnostics
    return record
  }

  /// What is wrong with the file of a tariff that was read.
  func faults(of id: String) -> [Diagnostic] { diagnostics[id] ?? [] }

  /// What a tariff may refer to: all tables and holidays, and the shared rules it names.
  private mutating func shared(by root: ElementReader) -> SharedFiles {
    readShared(.powerFactorTables)
    readShared(.holidays)
    for id in SharedRules.ids(namedIn: root) where files.rules[id] == nil {
      let entry = library.entries.first { $0.kind == .sharedRules && $0.id == id }
      if let entry { readShared(entry) }
    }
    return files
  }

  /// Everything tariffs may refer to by id.
  mutating func allShared() -> SharedFiles {
    for kind in [TariffFileKind.powerFactorTables, .holidays, .sharedRules] { readShared(kind) }
    return files
  }

  private mutating func readShared(_ kind: TariffFileKind) {
    guard readKinds.insert(kind).inserted else { return }
    var seen: Set<String> = []
    for entry in library.entries where entry.kind == kind {
      guard let id = entry.id, seen.insert(id).inserted else { continue }
      readShared(entry)
    }
  }

  private mutating func readShared(_ entry: TariffLibrary.Entry) {
    let document = collector.collect { () throws(DiagnosticsError) in
      try TariffDocument(entry.path, as: entry.file)
    }
    guard let document, let id = entry.id else { return }
    let findings = document.findings
    switch document.kind {
    case .powerFactorTables:
      files.tables[id] = PowerFactorTablesReader(findings: findings).read(document.root)
    case .holidays:
      files.holidays[id] = HolidaysReader(findings: findings).read(document.root)
    case .sharedRules:
      // What is wrong with its rules shows when a tariff takes them.
      files.rules[id] = SharedRules(document.root)
      return
    case .tariff, .pricePage, .workedCase:
      return
    }
    collector.add(findings.collector.diagnostics)
  }

  /// The pages of some areas, or of all.
  private mutating func pages(of areas: Set<String>?) -> [PricePage] {
    var kept: [(page: PricePage, folder: Int, record: PageRecord)] = []
    for entry in library.entries where entry.kind == .pricePage {
      if let areas, let area = entry.area, !areas.contains(area) { continue }
      guard let record = page(entry) else { continue }
      let earlier = kept.filter { $0.folder < entry.folder }.map(\.page)
      kept.append((record.page.leavingOut(rowsOf: earlier), entry.folder, record))
    }
    for folder in library.folders.indices {
      let records = kept.filter { $0.folder == folder }.map(\.record)
      collector.add(PageSequence(records).diagnostics().filter { $0.severity == .error })
    }
    return kept.map(\.page).filter { !$0.rows.isEmpty }
  }

  /// A page, held against its tariffs.
  mutating func page(_ entry: TariffLibrary.Entry) -> PageRecord? {
    let document = collector.collect { () throws(DiagnosticsError) in
      try TariffDocument(entry.path, as: entry.file)
    }
    guard let document else { return nil }
    let record = PricePageReader(findings: document.findings).read(document.root)
    if let record {
      var known: [String: Tariff] = [:]
      for group in record.groups { known[group.tariff] = tariff(group.tariff)?.tariff }
      PageChecker(record: record, tariffs: known).check()
    }
    collector.add(document.findings.collector.diagnostics)
    return record
  }

  private mutating func reportUnknown(_ id: String) {
    let places = library.folders.isEmpty ? "nowhere" : library.folders.joined(separator: ", ")
    let known = library.tariffIDs
    collector.add(
      Diagnostic(
        file: places, code: TariffFileCode.unknownTariff.rawValue,
        message: known.isEmpty
          ? "there is no tariff \(Printable.quote(id)); no tariff was found"
          : """
          there is no tariff \(Printable.quote(id)); \(Printable.alternatives(known)) is expected
          """,
        hint: Suggestion.hint(for: id, in: known)))
  }

  /// Two files of one folder with the same id: neither can be said to be the one meant.
  private mutating func reportTwins(of entry: TariffLibrary.Entry) {
    for twin in library.entries
    where twin.kind == .tariff && twin.id == entry.id && twin.folder == entry.folder
      && twin.path != entry.path
    {
      collector.add(
        Diagnostic(
          file: twin.file, code: TariffFileCode.duplicateName.rawValue,
          message: """
            the tariff \(Printable.quote(entry.id ?? "")) stands in \(entry.file) too; one \
            file is expected for each id
            """))
    }
  }
}

extension TariffRecord {

  /// A tariff that accounts are sent to, but that no file has.
  func unknownFallback(_ fallback: Fallback, known: [String]) -> Diagnostic {
    Diagnostic(
      at: fallback.place, in: source, code: TariffFileCode.unknownTariff.rawValue,
      message: known.isEmpty
        ? "there is no tariff \(Printable.quote(fallback.id)); no other was found"
        : """
        there is no tariff \(Printable.quote(fallback.id)); \
        \(Printable.alternatives(known)) is expected
        """,
      hint: Suggestion.hint(for: fallback.id, in: known)
        ?? "for accounts this tariff does not serve, and no other at hand does, write served=\"no\""
    )
  }
}

extension PricePage {

  /// The page without rows of tariffs that other pages have prices for on one of its days.
  fileprivate func leavingOut(rowsOf others: [PricePage]) -> PricePage {
    let taken = Set(
      others.filter {
        $0.area == area && $0.inForce.overlaps(inForce)
          && !Set($0.columns).isDisjoint(with: columns)
      }
      .flatMap { $0.rows.map(\.tariff) })
    guard !taken.isEmpty else { return self }
    return keeping { !taken.contains($0.tariff) }
  }
}
