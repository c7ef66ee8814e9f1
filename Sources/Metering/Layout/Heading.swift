/// One cell of the heading row.
struct Heading: Sendable, Hashable {
  /// As printed, trimmed.
  let text: String
  let role: HeadingRole
  /// Where it stands in the text of the file.
  let range: Range<Int>

  init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
    role = HeadingWords.role(of: text)
  }
}
