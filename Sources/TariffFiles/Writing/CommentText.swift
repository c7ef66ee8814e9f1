import Documents

/// Text inside a comment of a tariff file.
enum CommentText {
  /// The text without two hyphens beside each other, which would end the comment.
  ///
  /// It goes scalar by scalar: a hyphen with a mark on it is a hyphen to whoever reads the file.
  static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Printable.text(text).unicodeScalars {
      if scalar == "-", result.last == "-" { result.append(" ") }
      result.append(scalar)
    }
    if result.last == "-" { result.append(" ") }
    return String(result)
  }
}
