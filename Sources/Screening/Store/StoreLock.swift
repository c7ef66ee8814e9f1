import Documents
import Glibc
import Quantities
import Synchronization

/// Keeps a second process from writing to a store; the system lets go of it when a process ends,
/// however it ends.
///
/// The lock is not SQLite's own, which would keep those out who only want to look.
final class StoreLock: Sendable {
  /// Whether the file was not there.
  let isNew: Bool
  private let descriptor: Mutex<Int32?>

  /// Takes the lock, and makes the file where there is none.
  ///
  /// - Throws: Why the file cannot be written, or that another process does.
  init(_ path: String) throws(DiagnosticsError) {
    if FileSystem.isFolder(path) { throw StoreFault.unwritable(path, "it is a folder") }
    let made = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    let file = made >= 0 ? made : Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw StoreFault.unwritable(path, Self.words(errno)) }
    // A file system without locks is used all the same: SQLite still keeps the file whole.
    if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      // The file stays open: closing it would drop the locks SQLite holds on it, were it this very
      // process that writes to it.
      throw StoreFault.inUse(path)
    }
    isNew = made >= 0
    descriptor = Mutex(file)
  }

  deinit { release() }

  /// Lets others write.
  ///
  /// SQLite must have closed the file before: closing it here drops SQLite's own locks.
  func release() {
    descriptor.withLock { descriptor in
      if let file = descriptor {
        // A child that has not begun its program yet holds a copy of the open file, and with it the
        // lock that closing alone would leave.
        flock(file, LOCK_UN)
        close(file)
      }
      descriptor = nil
    }
  }

  /// Removes what was begun of a store.
  static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  private static func words(_ reason: Int32) -> Message {
    switch reason {
    case ENOENT, ENOTDIR: return "the folder does not exist"
    case EACCES, EPERM: return "you have no permission"
    case EROFS: return "the disk is read-only"
    case ENOSPC, EDQUOT: return "the disk is full"
    default: return "the system gives the reason \(reason)"
    }
  }
}
