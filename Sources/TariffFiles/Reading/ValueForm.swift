import Documents
import Quantities

/// How a value is written, and how it is read.
struct ValueForm<Value> {

  /// What is expected, to be read after "… is missing;".
  let expected: Message

  /// Reads a value.
  let read: (String) throws(ValueRefusal) -> Value

  /// A form of the same writing whose value is made into another.
  func map<Other>(_ transform: @escaping (Value) -> Other) -> ValueForm<Other> {
    ValueForm<Other>(expected: expected) { text throws(ValueRefusal) in transform(try read(text)) }
  }
}

extension ValueForm where Value == String {

  /// Any text.
  static var text: ValueForm { ValueForm(expected: "a text") { $0 } }

  /// An id or another name that files refer to.
  static var name: ValueForm {
    ValueForm(expected: "a name of letters, digits, hyphens, points and underscores") {
      text throws(ValueRefusal) in
      if isName(text) { return text }
      throw ValueRefusal(
        code: .name,
        message: """
          \(Printable.quote(text)) cannot be a name; \
          ASCII letters, digits, hyphens, points and underscores are expected
          """)
    }
  }

  /// A currency by its three letters.
  static var currency: ValueForm {
    ValueForm(expected: "a currency such as CNY") { text throws(ValueRefusal) in
      if text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return text }
      throw ValueRefusal(
        code: .name,
        message: """
          \(Printable.quote(text)) is not a currency; three capital letters such as CNY \
          are expected
          """,
        hint: text.contains("元") || text.uppercased() == "RMB" ? "write CNY" : nil)
    }
  }

  /// A time zone by its name in the time-zone database.
  static var timeZone: ValueForm {
    ValueForm(expected: "a time zone such as Asia/Shanghai") { text throws(ValueRefusal) in
      // Without the database at hand any name of its form is taken.
      let database = "/usr/share/zoneinfo"
      let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !text.contains("..")
      let isKnown =
        !FileSystem.isFolder(database) || FileSystem.isFile(FileSystem.join(database, text))
      if isPlain, !text.hasPrefix("/"), isKnown { return text }
      throw ValueRefusal(
        code: .timeZone,
        message: """
          \(Printable.quote(text)) is not a known time zone; a name such as Asia/Shanghai \
          or America/New_York is expected
          """,
        hint: ["asia/beijing", "beijing", "cst", "utc+8", "gmt+8", "prc", "china"]
          .contains(text.lowercased()) ? "all of China keeps Asia/Shanghai" : nil)
    }
  }

  /// A charge, or part of the name of one: `energy` or `energy/peak`.
  static func isChargeName(_ text: String) -> Bool {
    !text.isEmpty
      && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isName)
  }

  /// The name of a bill line.
  static var charge: ValueForm {
    ValueForm(expected: "a charge such as basic or energy/peak") { text throws(ValueRefusal) in
      if isChargeName(text) { return text }
      throw ValueRefusal(
        code: .name,
        message: """
          \(Printable.quote(text)) cannot be a charge; a name such as basic or \
          energy/peak is expected
          """)
    }
  }

  private static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
      }
  }
}
