import Quantities

/// Reads a value of a JSON text, byte by byte.
struct JSONScanner {

  /// The whole text in valid UTF-8; only the scanned stretch is looked at.
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  var at: Int
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) {
    self.bytes = bytes
    at = stretch.lowerBound
    end = stretch.upperBound
  }

  /// The value of the stretch, which holds nothing else.
  mutating func document() throws(JSONFault) -> JSONNode {
    skipBlanks()
    guard at < end else {
      throw JSONFault(
        "json-empty", at: SourceRange(at, at), "the text is empty, but a JSON value is expected")
    }
    let value = try value()
    skipBlanks()
    if at < end {
      throw JSONFault(
        "json-trailing", at: wordRange(), "\(word()) was read behind the end of the value",
        hint: "one file or line holds one value")
    }
    return value
  }

  /// The object of the stretch, which holds nothing else.
  mutating func objectAlone() throws(JSONFault) -> JSONNode {
    skipBlanks()
    let start = at
    let value = try document()
    guard case .object = value else {
      throw JSONFault(
        "json-object", at: SourceRange(start, start + 1),
        "\(value.kind) was read, but each line must hold an object")
    }
    return value
  }

  /// The value at the next byte that is no blank.
  mutating func value() throws(JSONFault) -> JSONNode {
    skipBlanks()
    guard at < end else { throw cutOff("a value") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case ASCII.quote: return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: return try constant()
    }
  }

  mutating func skipBlanks() {
    while at < end, ASCII.isBlank(bytes[at]) { at += 1 }
  }

  private mutating func object() throws(JSONFault) -> JSONNode {
    var members: [JSONNodeMember] = []
    var keys = JSONKeys()
    try enter()
    while try memberFollows(isFirst: members.isEmpty) {
      let start = at
      let key = try key()
      if !keys.insert(key, after: members) {
        throw JSONFault(
          "json-duplicate-key", at: SourceRange(start, start + rawLength(from: start)),
          "the key \(Printable.quote(key)) stands twice in one object",
          hint: "keep one of the two")
      }
      members.append(JSONNodeMember(key, try value()))
    }
    return .object(members)
  }

  private mutating func array() throws(JSONFault) -> JSONNode {
    var elements: [JSONNode] = []
    try enter()
    while try elementFollows(isFirst: elements.isEmpty) { elements.append(try value()) }
    return .array(elements)
  }

  /// Passes the bracket that opens an object or array.
  mutating func enter() throws(JSONFault) {
    guard depth < JSONText.depthLimit else {
      throw JSONFault(
        "json-too-deep", at: SourceRange(at, at + 1),
        "more than \(JSONText.depthLimit) objects and arrays stand inside each other")
    }
    depth += 1
    at += 1
  }

  /// Passes what stands before a member, or the end of the object.
  mutating func memberFollows(isFirst: Bool) throws(JSONFault) -> Bool {
    try follows(isFirst: isFirst, close: UInt8(ascii: "}"), "a member of the object")
  }

  /// Passes what stands before an element, or the end of the array.
  mutating func elementFollows(isFirst: Bool) throws(JSONFault) -> Bool {
    try follows(isFirst: isFirst, close: UInt8(ascii: "]"), "a value of the array")
  }

  private mutating func follows(
    isFirst: Bool, close: UInt8, _ what: Message
  ) throws(JSONFault) -> Bool {
    let closing = Character(Unicode.Scalar(close))
    skipBlanks()
    guard at < end else { throw cutOff(isFirst ? "\(what) or \(closing)" : ", or \(closing)") }
    if bytes[at] == close {
      at += 1
      depth -= 1
      return false
    }
    if isFirst { return true }
    guard bytes[at] == ASCII.comma else {
      throw JSONFault(
        "json-comma", at: wordRange(), "\(word()) was read where , or \(closing) is expected")
    }
    let comma = at
    at += 1
    skipBlanks()
    if at < end, bytes[at] == close {
      throw JSONFault(
        "json-comma", at: SourceRange(comma, comma + 1),
        "a comma was read before \(closing), but it must stand between two values",
        hint: "delete the comma")
    }
    return true
  }

  /// The key of a member and the colon behind it.
  mutating func key() throws(JSONFault) -> String {
    guard at < end else { throw cutOff("a key") }
    guard bytes[at] == ASCII.quote else {
      throw JSONFault(
        "json-key", at: wordRange(),
        "\(word()) was read where a key in quotation marks is expected")
    }
    let key = try string()
    skipBlanks()
    guard at < end else { throw cutOff("a colon") }
    guard bytes[at] == ASCII.colon else {
      throw JSONFault(
        "json-colon", at: wordRange(), "\(word()) was read where the colon of a member is expected")
    }
    at += 1
    return key
  }

  private mutating func constant() throws(JSONFault) -> JSONNode {
    let range = wordRange()
    let node: JSONNode? =
      switch word(in: range) {
      case "true": .bool(true)
      case "false": .bool(false)
      case "null": .null
      default: nil
      }
    guard let node else {
      throw JSONFault("json-value", at: range, "\(word()) was read where a value is expected")
    }
    at = range.upperBound
    return node
  }

  /// The bytes of the string that begins at `start`, which was read before.
  private func rawLength(from start: Int) -> Int {
    var scanner = self
    scanner.at = start
    _ = try? scanner.string()
    return scanner.at - start
  }
}
