/// Text as the parts of a workbook can hold it.
enum WorkbookText {

  /// The most UTF-16 units of a cell.
  static let longestCell = 32_767

  /// A text without what XML cannot hold: control characters become their pictures, and every line
  /// ends with a line feed.
  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var result = String.UnicodeScalarView()
    var follows: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": result.append("\n")
      case "\n" where follows == "\r": break
      case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(isForbidden(scalar) ? Printable.picture(scalar) : scalar)
      }
      follows = scalar
    }
    return String(result)
  }

  /// A text for a cell, in which `_x000D_` would stand for a character.
  ///
  /// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
  static func cell(_ text: String) -> String {
    let text = plain(text)
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return text.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
  }

  /// A text for a chart, where one that begins with `=` would be read as the place of a text.
  static func caption(_ text: String) -> String {
    let text = plain(text)
    return text.hasPrefix("=") ? " " + text : text
  }

  /// The most characters of a footer in front of the number of its page.
  private static let longestFooter = 100

  /// A footer: a text, in which `&` would begin an order to the spreadsheet, and the page of pages.
  ///
  /// - Source: ECMA-376 part 1, 18.3.1.46 (oddFooter).
  static func footer(_ text: String) -> String {
    let line = String(Printable.text(text).prefix(longestFooter))
    return "&L\(plain(line).replacing("&", with: "&&"))&R&P / &N"
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
