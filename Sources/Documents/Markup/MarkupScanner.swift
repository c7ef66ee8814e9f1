import Quantities

/// Finds the places of all parts of an XML text, and explains its slips.
///
/// What a document means is libxml2's to say. It tells no columns, and as an element's line the one
/// in which its start tag ends; so this scan follows the same text and notes where things stand.
/// Every document libxml2 accepts passes without a fault, unless its names hold a ``FullWidthMark``,
/// which XML allows and nobody means. The reverse is not promised.
struct MarkupScanner {

  let source: SourceText
  var at = 0
  private(set) var tokens: [MarkupToken] = []

  /// The elements open at `at`, outermost first.
  var open: [MarkupOpenElement] = []

  /// The name of the outermost element, once it was read.
  var root: SourceRange?

  /// Text and CDATA since the last tag or comment.
  private var text: SourceRange?

  /// The first place in the text that looks like a tag written with a full-width `＜` or `《`.
  var fullWidthTag: SourceRange?

  init(_ source: SourceText) { self.source = source }

  var bytes: [UInt8] { source.utf8 }
  var end: Int { source.utf8.count }

  /// Scans the whole text.
  mutating func scan() throws(MarkupFault) {
    if isDeclaration(at: at) { try scanDeclaration() }
    while at < end {
      if bytes[at] != ASCII.lessThan {
        try scanText()
      } else if starts(with: "<!--") {
        try scanComment()
      } else if starts(with: "<![CDATA[") {
        try scanCDATA()
      } else if starts(with: "<!") {
        throw declarationFault()
      } else if starts(with: "<?") {
        try scanInstruction()
      } else if starts(with: "</") {
        try scanEndTag()
      } else {
        try scanStartTag()
      }
    }
    flushText()
    if let element = open.last { throw unclosedAtEnd(element) }
    if root == nil { throw emptyFault() }
  }

  /// Adds a token, and before it the text that stands before it.
  mutating func append(_ token: MarkupToken) {
    flushText()
    tokens.append(token)
  }

  private mutating func flushText() {
    if let text { tokens.append(.text(text)) }
    text = nil
  }

  private mutating func addText(_ range: SourceRange) {
    text = text.map { $0.union(range) } ?? range
  }

  func starts(with word: StaticString, at offset: Int? = nil) -> Bool {
    let offset = offset ?? at
    guard offset + word.utf8CodeUnitCount <= end else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where bytes[offset + index] != word.utf8Start[index] { return false }
    return true
  }

  /// The offset of the next `word` from `offset` on, or `nil`.
  func find(_ word: StaticString, from offset: Int) -> Int? {
    let first = word.utf8Start[0]
    var offset = offset
    while offset + word.utf8CodeUnitCount <= end {
      if bytes[offset] == first, starts(with: word, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  func isBlank(at offset: Int) -> Bool { offset < end && ASCII.isBlank(bytes[offset]) }

  /// The character at `offset`, and how many bytes it has.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset < end else { return nil }
    let lead = bytes[offset]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let text = String(decoding: bytes[offset..<min(offset + length, end)], as: UTF8.self)
    return text.unicodeScalars.first.map { ($0, length) }
  }

  func fullWidthMark(at offset: Int) -> (mark: FullWidthMark, range: SourceRange)? {
    guard offset < end, bytes[offset] >= 0x80, let (scalar, length) = scalar(at: offset),
      let mark = FullWidthMark(scalar)
    else { return nil }
    return (mark, SourceRange(offset, offset + length))
  }

  func string(_ range: SourceRange) -> String { source.text(in: range) }

  func line(of offset: Int) -> Int { source.location(ofByteOffset: offset).line }

  func fault(
    _ code: String, at range: SourceRange, _ message: Message, hint: Message? = nil
  ) -> MarkupFault {
    MarkupFault(noticedAt: at, range: range, code: code, message: message, hint: hint)
  }

  private mutating func scanText() throws(MarkupFault) {
    let start = at
    while at < end, bytes[at] != ASCII.lessThan {
      let byte = bytes[at]
      if open.isEmpty, !ASCII.isBlank(byte) { throw outsideFault() }
      if byte == ASCII.ampersand {
        try scanReference()
        continue
      }
      if byte == UInt8(ascii: "]"), starts(with: "]]>") {
        throw fault(
          "lone-brackets", at: SourceRange(at, at + 3), "]]> was read, but text may not hold it",
          hint: "write ]]&gt;")
      }
      try checkCharacter()
      if byte == 0xEF || byte == 0xE3 { noteFullWidthTag() }
      at += 1
    }
    // Only blanks can stand outside of the root element; the parser does not report them.
    if !open.isEmpty { addText(SourceRange(start, at)) }
  }

  /// Refuses characters that no XML file may hold.
  func checkCharacter() throws(MarkupFault) {
    let byte = bytes[at]
    let isControl = byte < 0x20 && !ASCII.isBlank(byte)
    guard isControl || byte == 0xEF && (starts(with: "\u{FFFE}") || starts(with: "\u{FFFF}")) else {
      return
    }
    let value = scalar(at: at)?.scalar.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    throw fault(
      "control-character", at: SourceRange(at, at + (isControl ? 1 : 3)),
      """
      the character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits) was read, \
      which no XML file may hold
      """,
      hint: "delete it")
  }

  private mutating func noteFullWidthTag() {
    guard fullWidthTag == nil, let (mark, range) = fullWidthMark(at: at), mark.ascii == "<",
      range.upperBound < end
    else { return }
    let next = bytes[range.upperBound]
    if ASCII.isLetter(next) || next == ASCII.slash { fullWidthTag = range }
  }

  /// Passes `&name;` or `&#number;`.
  mutating func scanReference() throws(MarkupFault) {
    let start = at
    var stop = at + 1
    while stop < end,
      ASCII.isLetter(bytes[stop]) || ASCII.isDigit(bytes[stop]) || bytes[stop] == ASCII.hash
        || bytes[stop] >= 0x80 && fullWidthMark(at: stop) == nil
    { stop += 1 }
    let name = string(SourceRange(start + 1, stop))
    guard stop < end, bytes[stop] == ASCII.semicolon, !name.isEmpty else {
      throw fault(
        "lone-ampersand", at: SourceRange(start, start + 1),
        "& was read alone, but it must begin a reference such as &amp; or &lt;",
        hint: "write &amp;")
    }
    let range = SourceRange(start, stop + 1)
    if name.hasPrefix("#") {
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(1), radix: 10)
      guard let number, Self.isAllowed(number) else {
        throw fault(
          "unknown-reference", at: range, "&\(name); is not the number of a character")
      }
    } else if !["amp", "lt", "gt", "quot", "apos"].contains(name) {
      throw fault(
        "unknown-reference", at: range,
        "&\(name); is not known; only &amp; &lt; &gt; &quot; &apos; and numbers are",
        hint: "write the character itself")
    }
    at = stop + 1
  }

  /// Whether XML 1.0 allows the character with this number.
  private static func isAllowed(_ number: UInt32) -> Bool {
    switch number {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private mutating func scanComment() throws(MarkupFault) {
    let start = at
    guard let dashes = find("--", from: at + 4) else {
      at = end
      throw fault(
        "unclosed-comment", at: SourceRange(start, start + 4),
        "<!-- begins a comment that --> never ends", hint: "write --> behind the comment")
    }
    try checkCharacters(to: dashes)
    guard starts(with: "-->", at: dashes) else {
      throw fault(
        "comment-dashes", at: SourceRange(dashes, dashes + 2),
        "-- was read inside a comment, where it may only stand in the closing -->",
        hint: "write a single dash")
    }
    append(.aside)
    at = dashes + 3
  }

  private mutating func scanCDATA() throws(MarkupFault) {
    let start = at
    let head = SourceRange(start, start + 9)
    if open.isEmpty {
      throw fault("text-outside", at: head, "<![CDATA[ was read outside of the root element")
    }
    guard let close = find("]]>", from: at + 9) else {
      at = end
      throw fault(
        "unclosed-cdata", at: head, "<![CDATA[ begins a text that ]]> never ends",
        hint: "write ]]> behind the text")
    }
    try checkCharacters(to: close)
    at = close + 3
    addText(SourceRange(start, at))
  }

  private mutating func scanInstruction() throws(MarkupFault) {
    if isDeclaration(at: at) { throw misplacedDeclaration() }
    let start = at
    guard let close = find("?>", from: at + 2) else {
      at = end
      throw fault(
        "unclosed-instruction", at: SourceRange(start, start + 2),
        "<? begins an instruction that ?> never ends")
    }
    try checkCharacters(to: close)
    append(.aside)
    at = close + 2
  }

  mutating func checkCharacters(to stop: Int) throws(MarkupFault) {
    while at < stop {
      try checkCharacter()
      at += 1
    }
  }
}
