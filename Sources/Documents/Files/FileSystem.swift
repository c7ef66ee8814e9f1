import Glibc
import Quantities

/// Files and folders, straight from the C library: loading Foundation would take longer than most
/// answers do.
package enum FileSystem {

  /// The largest file read whole, unless a caller sets another limit: 256 MiB.
  package static let sizeLimit = 256 << 20

  /// The kind of thing at `path`, links followed; `nil` if nothing is there.
  package static func kind(of path: String) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileKind(mode: status.st_mode)
  }

  package static func isFile(_ path: String) -> Bool { kind(of: path) == .file }

  package static func isFolder(_ path: String) -> Bool { kind(of: path) == .folder }

  /// All bytes of a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is; pipes and devices are read to their end.
  ///   - name: The file's name in messages; the path if absent.
  ///   - limit: The most bytes to accept.
  /// - Returns: The bytes as they are.
  /// - Throws: Why the file cannot be read.
  package static func readBytes(
    _ path: String, as name: String? = nil, limit: Int = sizeLimit
  ) throws(DiagnosticsError) -> [UInt8] {
    let name = name ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(name, errno) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(name, errno) }
    if FileKind(mode: status.st_mode) == .folder { throw unreadable(name, EISDIR) }

    // One byte more than the size, so that the end is seen without growing.
    var bytes = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 4095), limit) + 1)
    var count = 0
    while true {
      let got = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw unreadable(name, errno)
      }
      if got == 0 { break }
      count += got
      if count > limit {
        throw DiagnosticsError(
          Diagnostic(
            file: name, code: "file-too-large",
            message: "the file is larger than the \(limit) bytes that are read at once"))
      }
      if count == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: min(count, limit + 1 - count)))
      }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Writes a file whole or not at all: the bytes go to a new file beside it, which then takes its
  /// name.
  ///
  /// Pipes and devices, such as `/dev/stdout`, are written to directly.
  package static func write(_ bytes: [UInt8], to path: String) throws(DiagnosticsError) {
    if let kind = kind(of: path), kind != .file {
      if kind == .folder { throw unwritable(path, EISDIR) }
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw unwritable(path, errno) }
      let fault = writeAll(bytes, to: descriptor)
      close(descriptor)
      if let fault { throw unwritable(path, fault) }
      return
    }
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    var fault = writeAll(bytes, to: descriptor)
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, fault == nil { fault = errno }
    if fault == nil, rename(draft, path) != 0 { fault = errno }
    if let fault {
      unlink(draft)
      throw unwritable(path, fault)
    }
  }

  /// Writes everything and returns nothing, or the reason why not.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer -> Int32? in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return errno }
        done += count
      }
      return nil
    }
  }

  static func unreadable(_ name: String, _ reason: Int32) -> DiagnosticsError {
    switch reason {
    case ENOENT, ENOTDIR:
      DiagnosticsError(
        Diagnostic(file: name, code: "file-not-found", message: "there is no such file or folder"))
    case EISDIR:
      DiagnosticsError(
        Diagnostic(
          file: name, code: "file-is-folder", message: "this is a folder, but a file is expected"))
    default:
      DiagnosticsError(
        Diagnostic(
          file: name, code: "file-unreadable", message: "it cannot be read: \(words(reason))"))
    }
  }

  static func unwritable(_ path: String, _ reason: Int32) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(
        file: path, code: "file-unwritable", message: "it cannot be written: \(words(reason))"))
  }

  /// Reasons a user can do something about, in words.
  private static func words(_ reason: Int32) -> Message {
    switch reason {
    case EACCES, EPERM: return "you have no permission"
    case ENOENT, ENOTDIR: return "the folder does not exist"
    case EISDIR: return "it is a folder"
    case ENOSPC, EDQUOT: return "the disk is full"
    case EROFS: return "the disk is read-only"
    case EIO: return "the disk does not answer"
    case ELOOP: return "its links lead in a circle"
    case ENAMETOOLONG: return "its name is too long"
    default: return "the system gives the reason \(reason)"
    }
  }
}
