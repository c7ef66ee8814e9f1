/// Writes JSON (RFC 8259) in UTF-8.
package enum JSONWriter {
  /// Longest line that a list or an object without lists and objects in it may fill.
  private static let lineLength = 100

  /// A document for people and programs: indented by two blanks, ended by a line feed.
  ///
  /// What is short and holds no further structure stands on one line.
  package static func document(_ value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, used: 0, to: &text)
    return text + "\n"
  }

  /// A document on one line, without a line feed: one record of a stream.
  package static func compact(_ value: JSONValue) -> String {
    var text = ""
    writeInline(value, spaced: false, to: &text)
    return text
  }

  // `used` is the columns of the line that are already filled.
  private static func write(_ value: JSONValue, indent: Int, used: Int, to text: inout String) {
    if let line = shortLine(value, used: used) {
      text += line
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    switch value {
    case .array(let values):
      text += "[\n"
      for (index, value) in values.enumerated() {
        text += inner
        write(value, indent: indent + 2, used: indent + 2, to: &text)
        text += index == values.count - 1 ? "\n" : ",\n"
      }
      text += inner.dropLast(2) + "]"
    case .object(let members):
      text += "{\n"
      for (index, member) in members.enumerated() {
        let key = quoted(member.key) + ": "
        text += inner + key
        write(member.value, indent: indent + 2, used: indent + 2 + key.count, to: &text)
        text += index == members.count - 1 ? "\n" : ",\n"
      }
      text += inner.dropLast(2) + "}"
    case .null, .bool, .number, .string:
      writeInline(value, spaced: true, to: &text)
    }
  }

  /// The value on one line, where it is a scalar or a short container of scalars.
  private static func shortLine(_ value: JSONValue, used: Int) -> String? {
    let children: [JSONValue]
    switch value {
    case .null, .bool, .number, .string: children = []
    case .array(let values): children = values
    case .object(let members): children = members.map(\.value)
    }
    guard children.allSatisfy(\.isScalar) else { return nil }
    var line = ""
    writeInline(value, spaced: true, to: &line)
    // One column is kept for the comma that may follow.
    return children.isEmpty || used + line.count < lineLength ? line : nil
  }

  private static func writeInline(_ value: JSONValue, spaced: Bool, to text: inout String) {
    let comma = spaced ? ", " : ","
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let number): text += number.text
    case .string(let string): text += quoted(string)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += comma }
        writeInline(value, spaced: spaced, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += comma }
        text += quoted(member.key) + (spaced ? ": " : ":")
        writeInline(member.value, spaced: spaced, to: &text)
      }
      text += "}"
    }
  }

  /// A text in quotation marks, with the escapes JSON requires.
  ///
  /// U+2028 and U+2029 are escaped as well: JSON allows them, scripts that embed it may not.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
