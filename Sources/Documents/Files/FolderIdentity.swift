import Glibc

/// Tells whether two paths lead to the same folder.
struct FolderIdentity: Hashable {

  private let device: UInt64
  private let number: UInt64

  /// The identity of what is at `path`, or `nil` if nothing is.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
