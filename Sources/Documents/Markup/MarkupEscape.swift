/// Text of others as it is written into markup: pages, pictures and tariff files.
package enum MarkupEscape {
  /// The text with what markup would read as its own replaced, in elements and in attributes alike.
  ///
  /// It goes scalar by scalar: a mark that combines with `<` makes one character with it, but
  /// whoever reads the markup still meets the `<`. Control characters, and those that turn the direction of writing,
  /// become their pictures.
  package static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Printable.text(text).unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      // No characters of XML.
      case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
