import Documents
import Quantities
import Use

/// Cuts rows that arrive piece by piece into blocks of one account each.
///
/// The first line is the heading. Consecutive rows of an account are a block; an account whose rows
/// come back later has another block.
package struct AccountBlocks: Sendable {
  /// The rows of one account under the heading.
  package struct Block: Sendable {
    /// The account, as its rows name it.
    package let account: String
    /// The rows as a file of their own; nothing for an account of which there is a single row that
    /// names it and nothing else.
    package let file: LoadFile?
  }

  private let name: String
  private let options: LoadFileOptions
  private let zone: String?
  private var buffer: [UInt8] = []
  /// The heading with its line end, and whose rows are told apart how; nothing before a first row.
  private var heading: (bytes: [UInt8], separator: UInt8, column: Int)?

  /// Makes a cutter.
  ///
  /// - Parameters:
  ///   - name: What the rows are called in messages.
  ///   - options: What the heading does not say.
  ///   - zone: The time zone the readings are billed in, if known.
  package init(name: String, options: LoadFileOptions, zone: String?) {
    self.name = name
    self.options = options
    self.zone = zone
  }

  /// Takes what has arrived.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, cut anywhere.
  ///   - isEnd: Whether nothing follows.
  /// - Returns: The blocks that are whole.
  /// - Throws: What is wrong with the heading.
  package mutating func add(
    _ bytes: some Sequence<UInt8>, isEnd: Bool = false
  ) throws(DiagnosticsError) -> [Block] {
    buffer += bytes
    if isEnd, let last = buffer.last, last != Byte.lineFeed { buffer.append(Byte.lineFeed) }
    // Only whole rows are looked at.
    guard let end = buffer.lastIndex(of: Byte.lineFeed) else { return [] }
    let heading: (bytes: [UInt8], separator: UInt8, column: Int)
    if let known = self.heading {
      heading = known
    } else {
      guard let found = try self.found(in: buffer[...end], isEnd: isEnd) else { return [] }
      heading = found
      self.heading = found
      buffer.removeFirst(found.bytes.count)
    }
    let (blocks, used) = cut(heading, isEnd: isEnd)
    buffer.removeFirst(used)
    return blocks
  }

  /// The heading, once a row has followed it.
  private func found(
    in rows: ArraySlice<UInt8>, isEnd: Bool
  ) throws(DiagnosticsError) -> (bytes: [UInt8], separator: UInt8, column: Int)? {
    let lines = rows.reduce(0) { $0 + ($1 == Byte.lineFeed ? 1 : 0) }
    guard lines > 1 || isEnd, let end = rows.firstIndex(of: Byte.lineFeed) else { return nil }
    let text = try LoadText(name: name, bytes: Array(rows), encoding: .utf8)
    let layout = try LayoutFinder(text: text, options: options).layout()
    guard let column = layout.accountColumn, layout.preambleLines == 0, layout.headingRows == 1
    else {
      throw DiagnosticsError(
        Diagnostic(
          file: name, line: 1, code: "load-account",
          message: "the first line is not a heading with a column of accounts",
          hint: "it names the columns, such as account,date,p1,p2,…"))
    }
    return (Array(rows[...end]), layout.separator, column)
  }

  /// The whole blocks at the beginning of the buffer, and how many bytes they take.
  private func cut(
    _ heading: (bytes: [UInt8], separator: UInt8, column: Int), isEnd: Bool
  ) -> (blocks: [Block], used: Int) {
    let count = buffer.lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? 0
    return buffer.withUnsafeBufferPointer { bytes in
      var row = AccountRow(
        UnsafeBufferPointer(rebasing: bytes[..<count]), separator: heading.separator,
        column: heading.column)
      var blocks: [Block] = []
      var start = 0
      var account: String?
      var isBare = false
      var position = 0
      while position < count {
        let (name, end) = row.account(at: position)
        let stop = row.prefix(at: position).map { row.end(from: end, like: $0) } ?? end
        if let account, let name, name != account {
          blocks.append(block(account, heading.bytes, bytes[start..<position], isBare))
          start = position
        }
        isBare = start == position && row.isBare(at: position) && stop == end
        account = name ?? account
        position = stop
      }
      if isEnd, let account {
        blocks.append(block(account, heading.bytes, bytes[start..<count], isBare))
        start = count
      }
      return (blocks, start)
    }
  }

  private func block(
    _ account: String, _ heading: [UInt8], _ rows: Slice<UnsafeBufferPointer<UInt8>>,
    _ isBare: Bool
  ) -> Block {
    Block(
      account: account,
      file: isBare
        ? nil
        : LoadFile(name: name, bytes: heading + rows, options: options, zone: zone))
  }
}
