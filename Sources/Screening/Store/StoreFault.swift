import Documents
import GRDB
import Quantities

/// Why a store cannot be used, in words.
enum StoreFault {
  private static let another: Message = "name another file with --store to begin a new run"
  private static let goOn: Message = "then go on with --resume: nothing that was kept is lost"

  static func exists(_ path: String) -> DiagnosticsError {
    error(
      path, "exists", "there is a store with results already",
      "add --resume to go on with its run, or name another file with --store")
  }

  static func foreign(_ path: String) -> DiagnosticsError {
    error(path, "foreign", "this is no store of a screening, and is left as it is", another)
  }

  static func newer(_ path: String) -> DiagnosticsError {
    error(
      path, "newer", "it was written by a newer version of the program",
      "use that version, or \(another)")
  }

  static func corrupt(_ path: String) -> DiagnosticsError {
    error(path, "corrupt", "it is damaged, so its results are not relied on", another)
  }

  static func inUse(_ path: String) -> DiagnosticsError {
    error(
      path, "in-use", "another process is writing to it",
      "wait until it has ended, or name another file with --store")
  }

  static func unwritable(_ path: String, _ reason: Message) -> DiagnosticsError {
    error(
      path, "unwritable", "it cannot be written: \(reason)",
      "choose a folder you may write to: SQLite keeps two more files beside the store")
  }

  /// Changes of inputs, a sentence each; what to do is told once.
  static func changed(_ path: String, _ changes: [Message]) -> DiagnosticsError {
    DiagnosticsError(
      changes.enumerated().map { index, change in
        Diagnostic(
          file: path, code: "store-input-changed", message: change,
          hint: index == 0 ? another : nil)
      })
  }

  /// What went wrong inside SQLite.
  static func error(_ error: any Error, _ path: String) -> DiagnosticsError {
    if let known = error as? DiagnosticsError { return known }
    guard let fault = error as? DatabaseError else { return corrupt(path) }
    switch fault.resultCode {
    case .SQLITE_FULL:
      return Self.error(path, "full", "the disk is full", "make room, \(goOn)")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      return unwritable(path, "the file or its folder is read-only")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Self.error(
        path, "in-use", "another program holds it", "close that program, \(goOn)")
    case .SQLITE_IOERR:
      return Self.error(
        path, "unreadable", "the disk does not answer, or is full", "see to the disk, \(goOn)")
    case .SQLITE_NOTADB: return foreign(path)
    case .SQLITE_MISUSE:
      preconditionFailure("a store is written to after it was closed")
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: return corrupt(path)
    default:
      return Self.error(
        path, "unreadable", "SQLite gives the reason \(fault.extendedResultCode.rawValue)",
        "see to the file, \(goOn)")
    }
  }

  private static func error(
    _ path: String, _ code: String, _ message: Message, _ hint: Message
  ) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(file: path, code: "store-\(code)", message: message, hint: hint))
  }
}
