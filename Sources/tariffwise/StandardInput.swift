import Glibc

/// What is piped in.
enum StandardInput {
  private static let pieceSize = 1 << 20

  /// What has arrived; nothing at the end.
  static func read() -> [UInt8]? {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, filled in
      repeat {
        count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    return count > 0 ? piece : nil
  }
}
