import Glibc

/// A large file, seen through the page cache instead of being copied.
///
/// Unchecked, because the compiler does not know that nobody writes to the mapping: it is read-only
/// and private, and lives as long as this object.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let address: UnsafeMutableRawPointer

  /// Maps a regular file.
  ///
  /// - Returns: Nothing for pipes, for files shorter than `minimum`, and where mapping fails: such
  ///   files are read in the usual way, which also says what is wrong with them.
  init?(path: String, minimum: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size >= max(1, minimum),
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return nil }
    madvise(address, Int(status.st_size), MADV_SEQUENTIAL)
    self.address = address
    bytes = UnsafeBufferPointer(
      start: UnsafePointer(address.assumingMemoryBound(to: UInt8.self)),
      count: Int(status.st_size))
  }

  deinit { munmap(address, bytes.count) }
}
