import Documents

/// Text as it is written into a tariff file.
enum MarkupText {

  /// Text inside an element or an attribute.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
  }

  /// Text inside a comment, where two hyphens would end it.
  static func inComment(_ text: String) -> String {
    var result = ""
    for character in Printable.text(text) {
      if character == "-", result.last == "-" { result.append(" ") }
      result.append(character)
    }
    return result.last == "-" ? result + " " : result
  }
}
