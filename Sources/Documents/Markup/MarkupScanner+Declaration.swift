import Quantities

extension MarkupScanner {

  /// Whether `<?xml` with nothing else to its name stands at `offset`.
  func isDeclaration(at offset: Int) -> Bool {
    guard starts(with: "<?xml", at: offset) else { return false }
    let next = offset + 5
    return next >= end || ASCII.isBlank(bytes[next]) || bytes[next] == ASCII.question
  }

  /// Passes `<?xml … ?>` at the very start.
  mutating func scanDeclaration() throws(MarkupFault) {
    guard let close = find("?>", from: at) else {
      let stop = source.range(ofLine: 1).upperBound
      at = end
      throw fault(
        "bad-declaration", at: SourceRange(0, stop), "the first line has no closing ?>",
        hint: Self.properDeclaration)
    }
    for offset in at..<close {
      guard let (mark, range) = fullWidthMark(at: offset) else { continue }
      at = offset
      throw misplaced(mark, at: range)
    }
    if let angle = bytes[at + 1..<close].firstIndex(where: { $0 == ASCII.lessThan }) {
      at = angle
      throw fault(
        "bad-declaration", at: source.range(ofLine: 1), "the first line has no closing ?>",
        hint: Self.properDeclaration)
    }
    at = close + 2
  }

  func misplacedDeclaration() -> MarkupFault {
    let range = SourceRange(at, at + 5)
    if let root {
      return fault(
        "second-root", at: range,
        open.isEmpty
          ? "a second document begins here, but the file ends with </\(string(root))>"
          : "a second document begins here, while <\(string(root))> is still open",
        hint: "keep one document per file")
    }
    return fault(
      "misplaced-declaration", at: range,
      "<?xml was read here, but it may only be the very first characters of the file",
      hint: "delete what stands before it, blanks and empty lines too")
  }

  static let properDeclaration: Message =
    "the first line looks like this: <?xml version=\"1.0\" encoding=\"UTF-8\"?>"

  /// The encoding the declaration names, and where it does so.
  func declaredEncoding() -> (name: String, range: SourceRange)? {
    guard isDeclaration(at: 0), let close = find("?>", from: 0),
      let word = find("encoding", from: 0), word < close
    else { return nil }
    var start = word + 8
    while start < close, ASCII.isBlank(bytes[start]) || bytes[start] == ASCII.equals { start += 1 }
    guard start < close, bytes[start] == ASCII.quote || bytes[start] == ASCII.apostrophe else {
      return nil
    }
    guard let stop = bytes[start + 1..<close].firstIndex(of: bytes[start]) else { return nil }
    let range = SourceRange(start + 1, stop)
    return (string(range), range)
  }
}
