import TestSupport

@testable import Documents

/// Makes random JSON documents and writes them in random spellings.
struct JSONMaker {

  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func random(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  mutating func node(depth: Int = 0) -> JSONNode {
    switch random(below: depth < 5 ? 9 : 6) {
    case 0: return .null
    case 1: return .bool(random(below: 2) == 0)
    case 2, 3: return .number(number())
    case 4, 5: return .string(string())
    case 6: return .array((0..<random(below: 5)).map { _ in node(depth: depth + 1) })
    default:
      var keys: Set<String> = []
      var members: [JSONNodeMember] = []
      for _ in 0..<random(below: depth == 0 ? 20 : 5) {
        let key = string()
        if keys.insert(key).inserted {
          members.append(JSONNodeMember(key, node(depth: depth + 1)))
        }
      }
      return .object(members)
    }
  }

  private mutating func number() -> String {
    var text = random(below: 2) == 0 ? "-" : ""
    text += random(below: 3) == 0 ? "0" : String(random(below: 1 << random(below: 60)) + 1)
    if random(below: 2) == 0 { text += ".\(random(below: 1000))0" }
    if random(below: 4) == 0 {
      text +=
        ["e", "E"][random(below: 2)] + ["", "+", "-"][random(below: 3)]
        + "0\(random(below: 280))"
    }
    return text
  }

  private static let letters: [Unicode.Scalar] = [
    "a", "z", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{0}", "\u{1F}", "\u{7F}",
    "é", "电", "\u{FEFF}", "\u{2028}", "\u{FFFF}", "😀", "\u{10FFFF}", "\u{E000}", "{", "]", ",",
  ]

  private mutating func string() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<random(below: 9) { text.append(Self.letters[random(below: Self.letters.count)]) }
    return String(text)
  }

  private mutating func blanks() -> String {
    random(below: 3) > 0 ? "" : [" ", "\n", "\t", "\r\n", "  \n"][random(below: 5)]
  }

  /// `node` with blanks and escapes as it comes.
  mutating func text(of node: JSONNode) -> String {
    let inner: String
    switch node {
    case .null: inner = "null"
    case .bool(let value): inner = value ? "true" : "false"
    case .number(let text): inner = text
    case .string(let text): inner = quoted(text)
    case .array(let values):
      inner = "[\(blanks())\(values.map { self.text(of: $0) }.joined(separator: ","))]"
    case .object(let members):
      let texts = members.map { member in
        "\(blanks())\(quoted(member.key))\(blanks()):\(self.text(of: member.value))"
      }
      inner = "{\(blanks())\(texts.joined(separator: ","))}"
    }
    return blanks() + inner + blanks()
  }

  private mutating func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let short: [Unicode.Scalar: String] = [
        "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\n": "\\n", "\r": "\\r", "\t": "\\t",
        "\u{8}": "\\b", "\u{C}": "\\f",
      ]
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if let escape = short[scalar], random(below: 2) == 0 {
        result += escape
      } else if mustEscape || random(below: 4) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: random(below: 2) == 0)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let pieces: [[UInt8]] = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD83D", "\\uDE00", "0", "-", ".", "e", "1",
    " ", "\n", "\u{1}", "null", "true", "\"a\":", "电", "//",
  ].map { Array($0.utf8) }

  /// A copy with one to three slips.
  mutating func mutate(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0...random(below: 3) {
      guard !bytes.isEmpty else { break }
      let at = random(below: bytes.count)
      switch random(below: 4) {
      case 0: bytes.remove(at: at)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + random(below: 9)))
      case 2: bytes.insert(contentsOf: Self.pieces[random(below: Self.pieces.count)], at: at)
      default: bytes.swapAt(at, random(below: bytes.count))
      }
    }
    return bytes
  }
}
