import CZip
import Quantities

/// Why an archive or a part of it is refused.
enum ArchiveFault: Sendable, Hashable {

  case noDirectory
  case damagedDirectory
  case tooManyEntries
  case severalDisks
  case entryTooLarge(size: Int)
  case totalTooLarge
  case ratio(size: Int, packed: Int)
  case encrypted
  case method(Int)
  case duplicate
  case badData
  case badChecksum
  case wrongSize
  case cutOff
  case inflatesTooLong(limit: Int)
  case outOfMemory

  /// What went wrong inside libzip or zlib; `limit` is the caller's for the inflated bytes.
  init(_ outcome: czip_outcome, limit: Int = 0) {
    switch outcome {
    case CZIP_NO_MEMORY: self = .outOfMemory
    case CZIP_NO_DIRECTORY: self = .noDirectory
    case CZIP_TOO_MANY_ENTRIES: self = .tooManyEntries
    case CZIP_SEVERAL_DISKS: self = .severalDisks
    case CZIP_BAD_DATA: self = .badData
    case CZIP_BAD_CHECKSUM: self = .badChecksum
    case CZIP_WRONG_SIZE: self = .wrongSize
    case CZIP_CUT_OFF: self = .cutOff
    case CZIP_TOO_LONG: self = .inflatesTooLong(limit: limit)
    default: self = .damagedDirectory
    }
  }

  /// The fault as an error about `file`: the archive, or the archive and the entry in it.
  func error(in file: String) -> DiagnosticsError {
    DiagnosticsError(Diagnostic(file: file, code: code, message: message, hint: hint))
  }

  private var code: String {
    switch self {
    case .noDirectory, .damagedDirectory, .badData, .badChecksum, .wrongSize, .cutOff:
      "archive-damaged"
    case .tooManyEntries, .entryTooLarge, .totalTooLarge, .ratio, .inflatesTooLong:
      "archive-too-large"
    case .encrypted: "archive-encrypted"
    case .method, .severalDisks: "archive-method"
    case .duplicate: "archive-duplicate"
    case .outOfMemory: "out-of-memory"
    }
  }

  private var message: Message {
    switch self {
    case .noDirectory:
      "the zip archive is cut off: the table of contents at its end is missing"
    case .damagedDirectory:
      "the zip archive is damaged: its table of contents cannot be followed"
    case .tooManyEntries:
      "the zip archive has more than \(ArchiveLimits.entries) entries, more than any real file"
    case .severalDisks:
      "the zip archive is one of several parts, but a whole one is expected"
    case .entryTooLarge(let size):
      "this part becomes \(size) bytes when unpacked; at most \(ArchiveLimits.entrySize) are accepted"
    case .totalTooLarge:
      "the parts become more than \(ArchiveLimits.totalSize) bytes when unpacked"
    case .ratio(let size, let packed):
      "\(packed) bytes become \(size) when unpacked, which no table of figures does"
    case .encrypted:
      "this part is encrypted, and no password can be given"
    case .method(let number):
      "this part is packed by method \(number); only 0 (stored) and 8 (deflated) are read"
    case .duplicate:
      "two parts of the archive have this name: which of them is meant?"
    case .badData:
      "the packed data are damaged and cannot be unpacked"
    case .badChecksum:
      "the data are not those that were packed: the checksum differs"
    case .wrongSize:
      "the data do not have the size that the archive's table of contents gives"
    case .cutOff:
      "the packed data are cut off"
    case .inflatesTooLong(let limit):
      "it becomes more than \(limit) bytes when unpacked"
    case .outOfMemory:
      "there is not enough memory to unpack it"
    }
  }

  private var hint: Message? {
    switch self {
    case .noDirectory, .damagedDirectory, .badData, .badChecksum, .wrongSize, .cutOff:
      "copy or download the file again"
    case .encrypted:
      "unpack it with the password and use what was inside"
    case .method:
      "pack it again as an ordinary zip archive"
    case .duplicate:
      "open the file in the program that made it and save it anew"
    case .inflatesTooLong:
      "unpack it and read the file itself"
    default: nil
    }
  }
}
