import Documents
import Tariffs

/// The tariff files in some folders: found and indexed at once, read when they are asked for.
///
/// Where an id is in several folders, the first folder has it. The same holds for price pages: rows
/// of a tariff are left out of a page if an earlier folder has a page for that tariff on any of the
/// page's days.
package struct TariffLibrary: Sendable {

  /// A file, by what its first tag says.
  package struct Entry: Sendable, Hashable {

    /// What the file holds; nothing where its first tag tells nothing.
    package let kind: TariffFileKind?

    /// The id of a tariff or of power-factor tables.
    package let id: String?

    /// The area of a tariff or a price page.
    package let area: String?

    /// The time zone of a tariff.
    package let timeZone: String?

    /// The file as shown to people, beginning with the name of its search folder.
    package let file: String

    /// Where the file is.
    package let path: String

    /// The position of its search folder.
    let folder: Int
  }

  /// The folders, the first of which has precedence.
  package let folders: [String]

  /// The files, folder by folder.
  package let entries: [Entry]

  /// Finds and indexes the files below some folders.
  ///
  /// - Throws: ``DiagnosticsError`` where a folder or a file in it cannot be read at all. What is
  ///   wrong inside a file is said when it is loaded.
  package init(folders: [String]) throws(DiagnosticsError) {
    self.folders = folders
    var entries: [Entry] = []
    for (position, folder) in folders.enumerated() {
      for path in try FileSystem.files(below: folder, extensions: ["xml"]) {
        let file = Self.displayName(of: path, in: folder)
        let tag = (try? SourceText.read(path, as: file)).flatMap(RootTag.init(in:))
        entries.append(
          Entry(
            kind: tag.flatMap { TariffFileKind(rawValue: $0.name) }, id: tag?.attributes["id"],
            area: tag?.attributes["area"], timeZone: tag?.attributes["time-zone"], file: file,
            path: path, folder: position))
      }
    }
    self.entries = entries
  }

  /// The ids of the tariffs, sorted.
  package var tariffIDs: [String] {
    Set(entries.filter { $0.kind == .tariff }.compactMap(\.id)).sorted()
  }

  /// The time zone of a tariff, without reading it whole.
  package func timeZone(of id: String) -> String? {
    entries.first { $0.kind == .tariff && $0.id == id }?.timeZone
  }

  /// The areas that have a tariff, sorted.
  package var areas: [String] {
    Set(entries.filter { $0.kind == .tariff }.compactMap(\.area)).sorted()
  }

  /// Reads tariffs and all that billing with them takes: the power-factor tables they refer to, the
  /// tariffs they fall back to, and the price pages of their areas.
  ///
  /// - Throws: ``DiagnosticsError`` with all that is wrong with any of these files, or with ids no
  ///   file has.
  package func load(ids: some Sequence<String>) throws(DiagnosticsError) -> TariffBook {
    var loader = LibraryLoader(self)
    return try loader.book(of: Array(ids))
  }

  /// Reads every tariff and every price page.
  ///
  /// - Throws: ``DiagnosticsError`` with all that is wrong with any file.
  package func loadAll() throws(DiagnosticsError) -> TariffBook {
    var loader = LibraryLoader(self)
    loader.readUnindexed()
    return try loader.book(of: tariffIDs, allPages: true)
  }

  /// Reads every worked case.
  ///
  /// - Throws: ``DiagnosticsError`` with all that is wrong with any of them.
  package func loadCases() throws(DiagnosticsError) -> [WorkedCase] {
    var collector = DiagnosticCollector()
    var cases: [WorkedCase] = []
    for entry in entries where entry.kind == .workedCase {
      let document = collector.collect { () throws(DiagnosticsError) in
        try TariffDocument(entry.path, as: entry.file)
      }
      guard let document else { continue }
      var reader = WorkedCaseReader(findings: document.findings)
      if let record = reader.read(document.root) { cases.append(record.workedCase) }
      collector.add(document.findings.collector.diagnostics)
    }
    try collector.throwIfErrors()
    return cases
  }

  /// The path from the search folder's name on: bills must not show where on a machine a file is.
  private static func displayName(of path: String, in folder: String) -> String {
    let prefix = FileSystem.join(folder, "")
    let inside = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    let name = FileSystem.lastComponent(of: folder)
    return [".", "..", "/", ""].contains(name) ? inside : FileSystem.join(name, inside)
  }
}
