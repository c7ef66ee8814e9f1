/// A workbook of the Office Open XML format, transitional or strict.
///
/// A workbook must stay with one task.
package struct Workbook {

  /// The most bytes of the parts that tell what the sheets are: 64 MiB.
  private static let partLimit = 64 << 20

  /// The file's name in messages.
  package let file: String

  /// The sheets with cells, in the order of their tabs.
  package let sheets: [WorkbookSheet]

  private let archive: Archive
  private let strings: SharedStrings
  private let kinds: [NumberKind]
  private let epoch: SerialEpoch

  /// Whether an archive is a workbook.
  static func mainPart(of archive: Archive) throws(DiagnosticsError) -> PackagePart? {
    let usual = PackagePart(path: "xl/workbook.xml")
    if archive.entry(named: usual.path) != nil { return usual }
    // Another name is legal, but so are other kinds of documents.
    guard archive.entry(named: "[Content_Types].xml") != nil else { return nil }
    let root = PackagePart(path: "")
    let main = try Self.relations(of: root, in: archive).first { $0.kind == "officeDocument" }
    guard let part = main.map({ root.resolved($0.target) }),
      let entry = archive.entry(named: part.path),
      part.path.hasSuffix(".xml")
    else { return nil }
    let stream = MarkupStream()
    let handler = WorkbookHandler(stream)
    try archive.readMarkup(entry, from: stream, to: handler)
    return handler.isWorkbook ? part : nil
  }

  /// Opens the workbook whose main part is `main`.
  ///
  /// - Throws: What is wrong with the package, its list of sheets, its texts or its formats.
  init(_ archive: Archive, main: PackagePart) throws(DiagnosticsError) {
    self.archive = archive
    file = archive.file
    let stream = MarkupStream()
    let handler = WorkbookHandler(stream)
    try Self.read(main, of: archive, from: stream, to: handler)
    guard handler.isWorkbook else {
      throw DiagnosticsError(
        Diagnostic(
          file: "\(archive.file)!\(main.path)", code: "workbook",
          message: "this part does not begin as the main part of a workbook does",
          hint: "open the workbook in a spreadsheet program and save it anew"))
    }
    epoch = handler.epoch
    let relations = try Self.relations(of: main, in: archive)
    let targets = Dictionary(
      relations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var sheets: [WorkbookSheet] = []
    for listing in handler.sheets {
      guard let relation = targets[listing.relation] else {
        throw DiagnosticsError(
          Diagnostic(
            file: archive.file, code: "workbook",
            message:
              """
              the sheet \(Printable.quote(listing.name)) is listed, but the workbook does not \
              say where it is
              """,
            hint: "open the workbook in a spreadsheet program and save it anew"))
      }
      // Sheets of charts and of old macros have no cells to read.
      guard relation.kind == "worksheet" else { continue }
      sheets.append(
        WorkbookSheet(
          name: listing.name, isVisible: listing.isVisible, part: main.resolved(relation.target)))
    }
    self.sheets = sheets
    func part(_ kind: String) -> PackagePart? {
      relations.first { $0.kind == kind }.map { main.resolved($0.target) }
    }
    strings =
      try part("sharedStrings").map { part throws(DiagnosticsError) in
        try Self.strings(part, of: archive)
      } ?? SharedStrings()
    kinds =
      try part("styles").map { part throws(DiagnosticsError) in
        let stream = MarkupStream()
        let handler = StylesHandler(stream)
        try Self.read(part, of: archive, from: stream, to: handler)
        return handler.kinds
      } ?? []
  }

  /// The cells of a sheet as text: a line for each row, values between commas.
  ///
  /// - Parameters:
  ///   - sheet: A sheet of this workbook.
  ///   - rows: The rows with values to read; all if absent.
  /// - Returns: The text, which knows that it is a sheet.
  /// - Throws: What is wrong with the sheet and, where all rows are read, with its cells.
  package func text(
    of sheet: WorkbookSheet, rows: Int? = nil
  ) throws(DiagnosticsError) -> SourceText {
    let stream = MarkupStream()
    let handler = SheetHandler(
      stream, strings: strings, kinds: kinds, epoch: epoch, rowLimit: rows ?? .max)
    guard let entry = archive.entry(named: sheet.part.path) else {
      throw Self.missing(sheet.part, of: archive)
    }
    try archive.readMarkup(entry, from: stream, to: handler)
    guard !handler.isTooLong else {
      throw DiagnosticsError(
        Diagnostic(
          file: archive.name(of: entry), code: "file-too-large",
          message:
            """
            the values of the sheet are longer than the \(SheetHandler.textLimit) bytes that \
            are read at once
            """))
    }
    let source = SourceText(
      file: file, validUTF8: handler.finishedText(), encoding: .utf8,
      sheet: SheetOrigin(
        name: sheet.name, textNumbers: handler.textNumbers, missingValues: handler.missingValues))
    guard handler.problems.isEmpty || rows != nil else {
      throw DiagnosticsError(
        handler.problems.map { found in
          Diagnostic(
            at: found.range, in: source, code: "workbook-cell", message: found.problem.message,
            hint: found.problem.hint)
        })
    }
    return source
  }

  private static func strings(
    _ part: PackagePart, of archive: Archive
  ) throws(DiagnosticsError) -> SharedStrings {
    let stream = MarkupStream()
    let handler = SharedStringsHandler(stream)
    guard let entry = archive.entry(named: part.path) else { throw missing(part, of: archive) }
    try archive.readMarkup(entry, from: stream, to: handler)
    guard !handler.isTooLong else {
      throw DiagnosticsError(
        Diagnostic(
          file: archive.name(of: entry), code: "file-too-large",
          message: """
            a text is longer than a cell can hold, or all of them are longer than \
            \(SheetHandler.textLimit) bytes
            """))
    }
    return handler.strings
  }

  private static func relations(
    of part: PackagePart, in archive: Archive
  ) throws(DiagnosticsError) -> [PackageRelation] {
    guard archive.entry(named: part.relations.path) != nil else { return [] }
    let stream = MarkupStream()
    let handler = RelationsHandler(stream)
    try read(part.relations, of: archive, from: stream, to: handler)
    return handler.relations
  }

  private static func read(
    _ part: PackagePart, of archive: Archive, from stream: MarkupStream,
    to handler: some MarkupHandler
  ) throws(DiagnosticsError) {
    guard let entry = archive.entry(named: part.path) else { throw missing(part, of: archive) }
    guard entry.size <= partLimit else {
      throw ArchiveFault.inflatesTooLong(limit: partLimit).error(in: archive.name(of: entry))
    }
    try archive.readMarkup(entry, from: stream, to: handler)
  }

  private static func missing(_ part: PackagePart, of archive: Archive) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(
        file: archive.file, code: "workbook",
        message: "the workbook has no part \(Printable.quote(part.path)), to which another refers",
        hint: "open the workbook in a spreadsheet program and save it anew"))
  }
}
