import Documents

/// The first tag of a file, read without reading the rest: enough to know what the file is about.
struct RootTag {

  /// The name without its prefix.
  let name: String

  /// The attributes as written.
  let attributes: [String: String]

  /// Finds the tag behind declaration and comments.
  ///
  /// - Returns: Nothing where it is not found at once; reading the file then says why.
  init?(in source: SourceText) {
    var rest = source.utf8[...]
    Self.skipBlanks(&rest)
    while rest.starts(with: "<?".utf8) || rest.starts(with: "<!--".utf8) {
      let end = rest.starts(with: "<?".utf8) ? Array("?>".utf8) : Array("-->".utf8)
      guard Self.skip(past: end, in: &rest) else { return nil }
      Self.skipBlanks(&rest)
    }
    guard rest.first == UInt8(ascii: "<") else { return nil }
    rest.removeFirst()
    let full = Self.word(&rest)
    guard !full.isEmpty else { return nil }
    name = full.split(separator: ":").last.map(String.init) ?? full
    var found: [String: String] = [:]
    while true {
      Self.skipBlanks(&rest)
      let attribute = Self.word(&rest)
      guard !attribute.isEmpty else { break }
      Self.skipBlanks(&rest)
      guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
      Self.skipBlanks(&rest)
      guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = rest.firstIndex(of: quote)
      else { return nil }
      found[attribute] = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
    }
    guard let end = rest.first, end == UInt8(ascii: ">") || end == UInt8(ascii: "/") else {
      return nil
    }
    attributes = found
  }

  private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) {
    while let byte = rest.first, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      rest.removeFirst()
    }
  }

  private static func skip(past end: [UInt8], in rest: inout ArraySlice<UInt8>) -> Bool {
    while !rest.isEmpty {
      if rest.starts(with: end) {
        rest.removeFirst(end.count)
        return true
      }
      rest.removeFirst()
    }
    return false
  }

  /// A name: everything up to a blank or a character of the markup.
  private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
    let end =
      rest.firstIndex { $0 <= 0x20 || "<>/=\"'&".utf8.contains($0) } ?? rest.endIndex
    let word = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[end...]
    return word
  }
}
