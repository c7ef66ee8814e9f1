import Documents

/// What a load file turns out to be, by its first bytes and its heading.
enum LoadContent {
  /// A Green Button feed, read from the file itself.
  case greenButton(LoadFile)
  /// NEM12 records.
  case nem12(LoadText)
  /// A table that is read row by row.
  case rows(LoadText, RowsPlan)
  /// A table that is read by whole days.
  case days(LoadText, LoadPlan)

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - reason: Why a table is to be read row by row that need not be by its looks.
  ///   - isLarge: Whether the text of a mapped file is checked later, by whoever reads its rows.
  /// - Throws: What is wrong with the file as a whole.
  init(
    _ file: LoadFile, because reason: RowsReason? = nil, checkedLater isLarge: Bool = false
  ) throws(DiagnosticsError) {
    // What is called a workbook and is markup is a web page, which the workbook reader knows.
    let isCalledWorkbook = file.name.lowercased().hasSuffix(".xls")
    if !isCalledWorkbook, try GreenButtonReader.claims(Self.beginning(of: file)) {
      self = .greenButton(file)
      return
    }
    let text = try LoadText.open(file, checkedLater: isLarge)
    if GreenButtonReader.claims(text.withBytes { Array($0.prefix(64)) }) {
      var unpacked = LoadFile(
        name: file.name, bytes: text.withBytes { Array($0) }, options: file.options,
        zone: file.zone)
      unpacked.repairs = file.repairs
      self = .greenButton(unpacked)
      return
    }
    if NEM12Reader.claims(text.withBytes { Array($0.prefix(16)) }) {
      self = .nem12(text)
      return
    }
    switch try LoadPlanner.route(text, file, because: reason) {
    case .rows(let plan): self = .rows(text, plan)
    case .days(let plan): self = .days(text, plan)
    }
  }

  /// The first bytes of a file, by which some formats are known.
  private static func beginning(of file: LoadFile) throws(DiagnosticsError) -> [UInt8] {
    switch file.content {
    case .bytes(let bytes): return Array(bytes.prefix(4096))
    case .path(let path):
      var beginning: [UInt8] = []
      try FileSystem.readPieces(path, as: file.name, size: 4096) { piece in
        beginning = Array(piece)
        return false
      }
      return beginning
    }
  }
}
