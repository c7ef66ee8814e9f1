import Dispatch
import Documents
import GRDB
import Synchronization

/// The results of a screening in a SQLite file: kept as they come, so that a run that was killed at
/// any moment goes on where it stood.
///
/// An account is in the store with all that belongs to it, or not at all. The file may be looked at
/// with any SQLite program while a run writes to it; ``StoreSchema/views`` are made for that.
package final class ScreenStore: Sendable {
  /// The accounts that were in the store when it was opened, each with the place its rows stood at:
  /// a run that goes on need not read them again while they stand there still.
  package let finished: [String: String]
  let path: String
  let database: DatabaseQueue
  /// The number of this start among those of the run.
  let start: Int64
  private let lock: StoreLock
  private let timer = DispatchQueue(label: "tariffwise.store")
  private let state = Mutex(State())

  /// So many rows are written together.
  private static let batch = 64
  /// So long a row waits for others to be written with it, at the most.
  private static let wait = DispatchTimeInterval.milliseconds(250)

  private struct State {
    /// Rows that are not written yet.
    var pending: [Pending] = []
    /// Accounts that were read and not counted in the file yet.
    var read = 0
    /// Whether the timer is going to write.
    var isWaiting = false
    /// Whether the file is no longer ours.
    var isLeft = false
    /// What went wrong when the timer wrote.
    var fault: DiagnosticsError?
  }

  /// A row that waits to be written.
  struct Pending: Sendable {
    let row: ScreenRow
    let place: String
  }

  /// Begins a store, or opens one to go on with its run.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: All that the results depend on.
  ///   - resuming: Whether to go on with a run; where there is no store, one is begun.
  /// - Throws: Why the store cannot be used: there is one already and nothing was said of going on
  ///   (`store-exists`); an input has changed (`store-input-changed`); another process writes to it
  ///   (`store-in-use`); it belongs to another program or a newer version (`store-foreign`,
  ///   `store-newer`), is damaged (`store-corrupt`), or cannot be written (`store-unwritable`,
  ///   `store-full`).
  package init(path: String, inputs: [RunInput], resuming: Bool) throws(DiagnosticsError) {
    self.path = path
    lock = try StoreLock(path)
    do throws(DiagnosticsError) {
      let opened = try Self.open(path, inputs: inputs, resuming: resuming)
      database = opened.database
      start = opened.start
      finished = opened.finished
    } catch {
      if lock.isNew { StoreLock.remove(path) }
      throw error
    }
  }

  deinit { leave() }

  /// Keeps a row; it is in the file after a quarter of a second, or once 64 rows are together.
  ///
  /// - Parameters:
  ///   - row: The row; it takes the place of an earlier one of the same account.
  ///   - place: Tells where the account's rows stand in the files.
  /// - Throws: Why this row or an earlier one cannot be written.
  package func save(_ row: ScreenRow, place: String) throws(DiagnosticsError) {
    let begins = try state.withLock { state throws(DiagnosticsError) -> Bool in
      if let fault = state.fault { throw fault }
      state.pending.append(Pending(row: row, place: place))
      if state.pending.count >= Self.batch {
        try write(&state)
        return false
      }
      defer { state.isWaiting = true }
      return !state.isWaiting
    }
    guard begins else { return }
    timer.asyncAfter(deadline: .now() + Self.wait) { [weak self] in self?.writeInTime() }
  }

  /// Notes that an account's files were read, whatever came of it: `runs.accounts_read` shows that a
  /// run that goes on reads none twice.
  package func countRead() { state.withLock { $0.read += 1 } }

  /// Writes all rows that wait.
  package func flush() throws(DiagnosticsError) {
    try state.withLock { state throws(DiagnosticsError) in
      if let fault = state.fault { throw fault }
      try write(&state)
    }
  }

  /// Writes what waits, marks the run as ended, and leaves one file only; nothing can be saved
  /// after it.
  package func close() throws(DiagnosticsError) {
    try flush()
    try write { database in
      try database.execute(
        sql: "UPDATE runs SET ended_at = ? WHERE run = ?", arguments: [UTCStamp.now(), self.start])
    }
    leave()
  }

  /// Lets go of the file; what waits to be written is lost, as when the process is killed.
  func leave() {
    state.withLock { $0.isLeft = true }
    try? database.close()
    lock.release()
  }

  /// Changes the store in one transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws(DiagnosticsError) -> Value {
    do { return try database.write(body) } catch { throw StoreFault.error(error, path) }
  }

  /// Looks at the store as it is at one moment.
  func read<Value>(_ body: (Database) throws -> Value) throws(DiagnosticsError) -> Value {
    do { return try database.read(body) } catch { throw StoreFault.error(error, path) }
  }

  private func writeInTime() {
    state.withLock { state in
      state.isWaiting = false
      guard !state.isLeft else { return }
      do throws(DiagnosticsError) { try write(&state) } catch { state.fault = error }
    }
  }

  private func write(_ state: inout State) throws(DiagnosticsError) {
    guard !state.pending.isEmpty || state.read > 0 else { return }
    let (rows, read) = (state.pending, state.read)
    try write { database in try self.insert(rows, read: read, into: database) }
    state.pending.removeAll(keepingCapacity: true)
    state.read = 0
  }
}
