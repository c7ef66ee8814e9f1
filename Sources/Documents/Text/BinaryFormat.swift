/// Formats that users hand over as text, told by their first bytes.
enum BinaryFormat: CaseIterable, Sendable {

  case gzip
  case zip
  case oldOffice
  case pdf
  case xz
  case zstandard

  /// The format whose signature stands at the start of `bytes`, if any does.
  init?(_ bytes: [UInt8]) {
    guard let format = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else {
      return nil
    }
    self = format
  }

  private var signature: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .oldOffice: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    case .pdf: Array("%PDF-".utf8)
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  var description: String {
    switch self {
    case .gzip: "a file compressed with gzip"
    case .zip: "a zip archive or an XLSX workbook"
    case .oldOffice: "an old .xls workbook or one protected with a password"
    case .pdf: "a PDF document"
    case .xz: "a file compressed with xz"
    case .zstandard: "a file compressed with zstd"
    }
  }

  var hint: String {
    switch self {
    case .gzip: "unpack it first: gzip -d"
    case .zip: "unpack the archive, or save the workbook's sheet as CSV"
    case .oldOffice: "open it and save the sheet as CSV"
    case .pdf: "copy the figures into a text file"
    case .xz: "unpack it first: xz -d"
    case .zstandard: "unpack it first: zstd -d"
    }
  }
}
