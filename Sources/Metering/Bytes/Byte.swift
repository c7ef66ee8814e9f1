/// The bytes that reading a table of digits turns on.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let bar = UInt8(ascii: "|")
  static let point = UInt8(ascii: ".")
  static let plus = UInt8(ascii: "+")
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let zero = UInt8(ascii: "0")
  static let letterT = UInt8(ascii: "T")

  /// Blanks that may stand around a cell without being part of it.
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// Whether a byte is one of the ten ASCII digits.
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
}
