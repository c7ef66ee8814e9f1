import Quantities

/// Formats that users hand over as text, told by their first bytes.
enum BinaryFormat: CaseIterable, Sendable {

  case gzip
  case zip
  case oldOffice
  case oldWorkbook
  case protectedWorkbook
  case pdf
  case xz
  case zstandard

  /// The format whose signature stands at the start of `bytes`, if any does.
  init?(_ bytes: [UInt8]) {
    guard let format = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else {
      return nil
    }
    self = format == .oldOffice ? Self.office(bytes) : format
  }

  /// What an OLE container holds, told by the name of a stream in its directory.
  private static func office(_ bytes: [UInt8]) -> BinaryFormat {
    if holds("EncryptedPackage", bytes) { return .protectedWorkbook }
    // BIFF8 calls the stream `Workbook`, BIFF5 `Book`.
    return holds("Workbook", bytes) || holds("Book", bytes) ? .oldWorkbook : .oldOffice
  }

  /// Whether a word stands in the bytes in UTF-16LE.
  private static func holds(_ word: String, _ bytes: [UInt8]) -> Bool {
    bytes.firstRange(of: Array(word.utf8).flatMap { [$0, 0] as [UInt8] }) != nil
  }

  private var signature: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .oldOffice, .oldWorkbook, .protectedWorkbook:
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    case .pdf: Array("%PDF-".utf8)
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  var description: Message {
    switch self {
    case .gzip: "a file compressed with gzip"
    case .zip: "a zip archive or an XLSX workbook"
    case .oldOffice: "an old .xls workbook or one protected with a password"
    case .oldWorkbook: "an old .xls workbook"
    case .protectedWorkbook: "a workbook protected with a password"
    case .pdf: "a PDF document"
    case .xz: "a file compressed with xz"
    case .zstandard: "a file compressed with zstd"
    }
  }

  var hint: Message {
    switch self {
    case .gzip: "unpack it first: gzip -d"
    case .zip: "unpack the archive, or save the workbook's sheet as CSV"
    case .oldOffice, .oldWorkbook: "open it and save it as .xlsx, or the sheet as CSV"
    case .protectedWorkbook: "open it with the password and save it without one"
    case .pdf: "copy the figures into a text file"
    case .xz: "unpack it first: xz -d"
    case .zstandard: "unpack it first: zstd -d"
    }
  }
}
