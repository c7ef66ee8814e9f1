/// Writes zip archives whose entries are stored, so that tests need no binary files.
public struct ZipWriter: Sendable {
  /// What the archive says of an entry, beside its bytes.
  public struct Claims: Sendable {
    /// How it is packed: 0 stored, 8 deflated.
    public var method: UInt16 = 0
    /// The general purpose flags; bit 0 is encryption.
    public var flags: UInt16 = 0
    /// The size when unpacked, where it is not the true one.
    public var size: UInt32?
    /// The checksum, where it is not the true one.
    public var checksum: UInt32?

    /// The truth.
    public init() {}
  }

  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without entries.
  public init() {}

  /// Adds an entry.
  public mutating func add(_ name: String, _ bytes: [UInt8], _ claims: Claims = Claims()) {
    let offset = UInt32(body.count)
    let name = Array(name.utf8)
    var common = Self.two(claims.flags) + Self.two(claims.method)
    // No time, 1 January 2024.
    common += Self.two(0) + Self.two(0x5821)
    common += Self.four(claims.checksum ?? Self.checksum(bytes))
    common += Self.four(UInt32(bytes.count)) + Self.four(claims.size ?? UInt32(bytes.count))
    common += Self.two(UInt16(name.count)) + Self.two(0)
    body += [0x50, 0x4B, 3, 4, 20, 0] + common + name + bytes
    directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common
    directory += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(offset) + name
    count += 1
  }

  /// Adds an entry of text.
  public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// The archive; `claimedCount` is what it says of the number of its entries.
  public func archive(claimedCount: Int? = nil) -> [UInt8] {
    let number = Self.two(UInt16(claimedCount ?? count))
    return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number + number
      + Self.four(UInt32(directory.count)) + Self.four(UInt32(body.count)) + Self.two(0)
  }

  /// CRC-32 as zip and gzip use it.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }

  /// A gzip file of stored blocks.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var start = 0
    repeat {
      let end = min(start + 65_535, bytes.count)
      let length = UInt16(end - start)
      file += [end == bytes.count ? 1 : 0] + two(length) + two(~length) + bytes[start..<end]
      start = end
    } while start < bytes.count
    return file + four(checksum(bytes)) + four(UInt32(bytes.count))
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
  }
}
