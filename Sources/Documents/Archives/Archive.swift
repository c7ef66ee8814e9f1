import CZip

/// A zip archive at hand as bytes; nothing of it is ever written to disk.
///
/// An archive must stay with one task.
package final class Archive {

  /// The file's name in messages.
  package let file: String

  /// In the order of the table of contents.
  package let entries: [ArchiveEntry]

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let archive: OpaquePointer

  /// Entries by their names in lower case, since packages do not tell `A` from `a`.
  private let entryOfKey: [String: ArchiveEntry]

  /// Opens an archive and judges, before anything is unpacked, whether it may be.
  ///
  /// - Throws: A diagnostic with a code that begins with `archive-`.
  package init(_ content: [UInt8], file: String) throws(DiagnosticsError) {
    // libzip reads from the bytes as long as the archive is open.
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    _ = bytes.initialize(fromContentsOf: content)
    var opened: OpaquePointer?
    let outcome = czip_open(bytes.baseAddress, bytes.count, ArchiveLimits.entries, &opened)
    guard let opened else {
      bytes.deallocate()
      throw ArchiveFault(outcome).error(in: file)
    }
    do throws(DiagnosticsError) {
      entries = try Self.checkedEntries(of: opened, file: file)
      entryOfKey = try Self.index(entries, file: file)
    } catch {
      czip_close(opened)
      bytes.deallocate()
      throw error
    }
    self.bytes = bytes
    self.archive = opened
    self.file = file
  }

  deinit {
    czip_close(archive)
    bytes.deallocate()
  }

  /// The entry of a name; upper and lower case are one.
  package func entry(named name: String) -> ArchiveEntry? { entryOfKey[Self.key(name)] }

  /// The name of an entry in messages: `archive.zip!load.csv`.
  package func name(of entry: ArchiveEntry) -> String { "\(file)!\(entry.name)" }

  /// Unpacks an entry piece by piece.
  ///
  /// - Parameters:
  ///   - entry: An entry of this archive.
  ///   - take: Receives each piece, which is valid only inside the call, and says whether to read
  ///     on.
  /// - Throws: What is wrong with the packed data; what was received before is then worth nothing.
  package func read(
    _ entry: ArchiveEntry, _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(DiagnosticsError) {
    let outcome = PieceTaker.run(take) { context, taker in
      czip_read(archive, entry.index, context, taker)
    }
    guard outcome != CZIP_COMPLETE, outcome != CZIP_STOPPED else { return }
    throw ArchiveFault(outcome).error(in: name(of: entry))
  }

  /// All bytes of an entry.
  package func bytes(of entry: ArchiveEntry, limit: Int) throws(DiagnosticsError) -> [UInt8] {
    guard entry.size <= limit else {
      throw ArchiveFault.inflatesTooLong(limit: limit).error(in: name(of: entry))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.size)
    try read(entry) { piece in
      bytes.append(contentsOf: piece)
      return true
    }
    return bytes
  }

  private static func checkedEntries(
    of archive: OpaquePointer, file: String
  ) throws(DiagnosticsError) -> [ArchiveEntry] {
    var entries: [ArchiveEntry] = []
    var total = 0
    for index in 0..<czip_count(archive) {
      var raw = czip_entry()
      guard czip_entry_at(archive, index, &raw) != 0, let name = raw.name else {
        throw ArchiveFault.damagedDirectory.error(in: file)
      }
      let entry = ArchiveEntry(
        index: index, name: text(name), size: Int(clamping: raw.size))
      if let fault = fault(of: raw) { throw fault.error(in: "\(file)!\(entry.name)") }
      total += entry.size
      guard total <= ArchiveLimits.totalSize else {
        throw ArchiveFault.totalTooLarge.error(in: file)
      }
      entries.append(entry)
    }
    return entries
  }

  private static func fault(of entry: czip_entry) -> ArchiveFault? {
    if entry.is_encrypted != 0 { return .encrypted }
    if entry.method != 0, entry.method != 8 { return .method(Int(entry.method)) }
    let size = Int(clamping: entry.size)
    let packed = Int(clamping: entry.packed_size)
    if size > ArchiveLimits.entrySize { return .entryTooLarge(size: size) }
    if size > ArchiveLimits.ratioFrom, size / ArchiveLimits.ratio > packed {
      return .ratio(size: size, packed: packed)
    }
    return nil
  }

  private static func index(
    _ entries: [ArchiveEntry], file: String
  ) throws(DiagnosticsError) -> [String: ArchiveEntry] {
    var entryOfKey: [String: ArchiveEntry] = [:]
    for entry in entries {
      if entryOfKey.updateValue(entry, forKey: key(entry.name)) != nil {
        throw ArchiveFault.duplicate.error(in: "\(file)!\(entry.name)")
      }
    }
    return entryOfKey
  }

  /// Some programs separate folders by backslashes, though the format forbids it.
  private static func key(_ name: String) -> String {
    let plain = name.replacing("\\", with: "/").lowercased()
    return plain.hasPrefix("/") ? String(plain.dropFirst()) : plain
  }

  /// Names are UTF-8 or, from older Chinese programs, GBK.
  private static func text(_ name: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: name) { return text }
    var bytes: [UInt8] = []
    var next = name
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    if case .text(let utf8) = GB18030Decoder.decode(bytes) {
      return String(decoding: utf8, as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
