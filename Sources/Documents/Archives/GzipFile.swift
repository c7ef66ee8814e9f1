import CZip

/// Unpacks files compressed with gzip.
package enum GzipFile {

  /// All bytes of a file compressed with gzip.
  ///
  /// - Throws: A diagnostic with a code that begins with `archive-`.
  package static func unpack(
    _ bytes: [UInt8], file: String, limit: Int
  ) throws(DiagnosticsError) -> [UInt8] {
    var result: [UInt8] = []
    let outcome = bytes.withUnsafeBufferPointer { packed in
      PieceTaker.run {
        result.append(contentsOf: $0)
        return true
      } _: { context, taker in
        czip_gunzip(packed.baseAddress, packed.count, limit, context, taker)
      }
    }
    guard outcome == CZIP_COMPLETE else {
      throw ArchiveFault(outcome, limit: limit).error(in: file)
    }
    return result
  }
}
