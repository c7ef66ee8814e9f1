import Glibc

/// Reads GB18030, and so GBK and GB2312, through the tables of the C library.
enum GB18030Decoder {

  enum Answer {
    case text([UInt8])
    /// The offset of the first byte that belongs to no character.
    case invalid(Int)
    /// The C library was installed without its tables.
    case unavailable
  }

  static func decode(_ bytes: [UInt8]) -> Answer {
    guard let converter = iconv_open("UTF-8", "GB18030"),
      // iconv_open fails with the pointer (iconv_t)-1.
      Int(bitPattern: converter) != -1
    else { return .unavailable }
    defer { iconv_close(converter) }

    var input = bytes
    var output: [UInt8] = []
    // Two bytes of GB18030 become at most three of UTF-8, four become at most four.
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var read = 0
    let isComplete = input.withUnsafeMutableBytes { source -> Bool in
      withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 1) { buffer -> Bool in
        while read < source.count {
          var from = source.baseAddress?.advanced(by: read).assumingMemoryBound(to: CChar.self)
          var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          var left = source.count - read
          var free = buffer.count
          let result = iconv(converter, &from, &left, &to, &free)
          let reason = errno
          output.append(contentsOf: buffer[..<(buffer.count - free)])
          read = source.count - left
          // A count above zero says that iconv wrote something other than what it read.
          if result == 0 { return left == 0 }
          guard result == -1, reason == E2BIG else { return false }
        }
        return true
      }
    }
    return isComplete ? .text(output) : .invalid(min(read, bytes.count - 1))
  }
}
