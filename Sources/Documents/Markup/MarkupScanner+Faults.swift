extension MarkupScanner {

  func emptyFault() -> MarkupFault {
    fault(
      "empty-file", at: SourceRange(0, 0),
      bytes.isEmpty
        ? "the file is empty, but it must hold an element"
        : "no element was found, but the file must hold one")
  }

  /// Something other than a blank stands before or behind the root element.
  func outsideFault() -> MarkupFault {
    let range = SourceRange(at, wordEnd(from: at))
    if let (mark, range) = fullWidthMark(at: at) { return misplaced(mark, at: range) }
    let read = Printable.quote(string(range), limit: 20)
    guard let root else {
      return fault(
        "not-xml", at: range, "\(read) was read where < is expected: this is not an XML file")
    }
    return fault(
      "text-outside", at: range,
      "\(read) was read behind </\(string(root))>, which ends the file")
  }

  func loneLessThan(at start: Int? = nil) -> MarkupFault {
    let start = start ?? at
    let behind = starts(with: "</", at: start) ? start + 2 : start + 1
    if let (mark, range) = fullWidthMark(at: behind) { return misplaced(mark, at: range) }
    if behind >= end {
      return fault(
        "missing-greater-than", at: SourceRange(start, behind), "the file ends inside a tag",
        hint: "look whether the file was cut off")
    }
    return fault(
      "lone-less-than", at: SourceRange(start, start + 1),
      "< was read, but no name of an element follows it",
      hint: open.isEmpty ? nil : "write &lt; for the sign, or delete the blank behind it")
  }

  /// `<!` with neither a comment nor CDATA behind it.
  func declarationFault() -> MarkupFault {
    let range = SourceRange(at, wordEnd(from: at))
    guard starts(with: "<!DOCTYPE") || starts(with: "<!doctype") else {
      return fault(
        "not-well-formed", at: range,
        "\(Printable.quote(string(range), limit: 20)) was read, but only <!-- may begin so",
        hint: "a comment looks like this: <!-- … -->")
    }
    let isPage = string(SourceRange(at, min(at + 40, end))).lowercased()
      .hasPrefix("<!doctype html")
    if isPage {
      return fault(
        "not-xml", at: range, "this is a web page (HTML), but an XML file is expected",
        hint: "a log-in page may have been saved in place of the file")
    }
    return fault(
      "doctype", at: range,
      "<!DOCTYPE was read, but document type declarations are not accepted",
      hint: "delete the declaration; nothing in it is needed")
  }

  func secondRoot(start: Int, name: SourceRange, root: SourceRange) -> MarkupFault {
    fault(
      "second-root", at: SourceRange(start, name.upperBound),
      """
      a second outermost element <\(string(name))> begins here, but the file ends with \
      </\(string(root))>
      """,
      hint: "keep one document per file")
  }

  func unclosedAtEnd(_ element: MarkupOpenElement) -> MarkupFault {
    if let mark = fullWidthTagFault() { return mark }
    let name = string(element.name)
    return fault(
      "unclosed-element", at: element.tag,
      "<\(name)> is never closed: the file ends on line \(line(of: end)) without </\(name)>",
      hint: "write </\(name)> where the element ends, or look whether the file was cut off")
  }

  func unmatchedEnd(_ range: SourceRange, name: String) -> MarkupFault {
    if let mark = fullWidthTagFault() { return mark }
    guard let inner = open.last else {
      return fault(
        "unmatched-end-tag", at: range, "</\(name)> was read, but no element is open",
        hint: "delete it")
    }
    let expected = string(inner.name)
    let place = line(of: inner.name.lowerBound)
    if open.contains(where: { string($0.name) == name }) {
      return fault(
        "unclosed-element", at: range,
        "</\(name)> was read, but <\(expected)> of line \(place) is still open",
        hint: "write </\(expected)> where that element ends")
    }
    let isSlip = Suggestion.nearest(to: name, in: [expected]) != nil
    return fault(
      "unmatched-end-tag", at: range,
      "</\(name)> was read, but </\(expected)> is expected for <\(expected)> of line \(place)",
      hint: isSlip ? "did you mean </\(expected)>?" : nil)
  }

  func unfinishedTag(start: Int, name: SourceRange) -> MarkupFault {
    if let (mark, range) = fullWidthMark(at: at) { return misplaced(mark, at: range) }
    var stop = at
    while stop > start, ASCII.isBlank(bytes[stop - 1]) { stop -= 1 }
    let tag = string(SourceRange(start, name.upperBound))
    if at >= end {
      return fault(
        "missing-greater-than", at: SourceRange(start, stop),
        "the file ends inside the tag \(tag)", hint: "look whether the file was cut off")
    }
    let read = Printable.quote(string(SourceRange(at, at + (scalar(at: at)?.length ?? 1))))
    return fault(
      "missing-greater-than", at: SourceRange(start, stop),
      "the tag \(tag) has no closing > before \(read) on line \(line(of: at))",
      hint: "write > at the end of the tag")
  }

  /// A limit that keeps hostile files from taking minutes was passed.
  func exceeded(
    _ reason: MarkupRefusal.Reason, start: Int, name: SourceRange
  ) -> MarkupFault {
    let refusal = MarkupRefusal(reason: reason, line: nil, column: nil)
    return fault(refusal.code, at: SourceRange(start, name.upperBound), refusal.message)
  }

  /// In a tag, something stands where an attribute's name, `>` or `/>` is expected.
  func notAnAttribute(isFirst: Bool) -> MarkupFault {
    if let (mark, range) = fullWidthMark(at: at) { return misplaced(mark, at: range) }
    let length = scalar(at: at)?.length ?? 1
    let range = SourceRange(at, at + length)
    if bytes[at] == ASCII.quote || bytes[at] == ASCII.apostrophe {
      return fault(
        "missing-quote", at: range,
        "a quotation mark was read where the name of an attribute or > is expected",
        hint: isFirst ? nil : "look for a missing or extra quotation mark before it")
    }
    if bytes[at] == ASCII.slash {
      return fault("missing-greater-than", at: range, "/ was read, but > does not follow it")
    }
    return fault(
      "bad-name", at: range,
      "\(Printable.quote(string(range))) was read where the name of an attribute or > is expected",
      hint: "names begin with a letter")
  }

  func missingBlank() -> MarkupFault {
    fault(
      "missing-blank", at: SourceRange(at, wordEnd(from: at)),
      "a blank is expected between two attributes")
  }

  func missingEquals(name: SourceRange) -> MarkupFault {
    if let (mark, range) = fullWidthMark(at: at) { return misplaced(mark, at: range) }
    let text = string(name)
    return fault(
      "missing-equals", at: name,
      "the attribute \(Printable.quote(text)) has no value: = is expected behind it",
      hint: "write \(text)=\"…\"")
  }

  func missingOpeningQuote(name: SourceRange) -> MarkupFault {
    if let (mark, range) = fullWidthMark(at: at) { return misplaced(mark, at: range) }
    var stop = at
    while stop < end, !ASCII.isBlank(bytes[stop]), bytes[stop] != ASCII.greaterThan,
      bytes[stop] != ASCII.quote, bytes[stop] != ASCII.lessThan, !starts(with: "/>", at: stop)
    { stop += 1 }
    let value = string(SourceRange(at, stop))
    let read = value.isEmpty ? "nothing" : Printable.quote(value, limit: 20)
    return fault(
      "missing-quote", at: SourceRange(value.isEmpty ? name.lowerBound : at, max(at, stop)),
      """
      the value of \(Printable.quote(string(name))) must stand in quotation marks, but \(read) was \
      read
      """,
      hint: "write \(string(name))=\"\(Printable.text(value))\"")
  }

  func lessThanInValue(name: SourceRange, opening: Int) -> MarkupFault {
    let value = bytes[opening + 1..<at]
    let runsOn = value.contains { byte in
      byte == ASCII.greaterThan || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }
    if runsOn { return missingClosingQuote(name: name, opening: opening) }
    return fault(
      "lone-less-than", at: SourceRange(at, at + 1),
      "< was read in the value of \(Printable.quote(string(name))), which may not hold it",
      hint: "write &lt; for the sign, or close the value with \(Character(.init(bytes[opening])))")
  }

  /// A value that ends at `stop` or, if that is not known, with its line or tag.
  func missingClosingQuote(name: SourceRange, opening: Int, stop: Int? = nil) -> MarkupFault {
    var stop = stop ?? end
    let value = bytes[opening + 1..<stop]
    if let line = value.firstIndex(where: { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }) {
      stop = line
    }
    if let angle = value.prefix(upTo: stop).firstIndex(of: ASCII.greaterThan) {
      stop = angle > opening + 1 && bytes[angle - 1] == ASCII.slash ? angle - 1 : angle
    }
    // The name of the next attribute, which was read as part of this value.
    if let equals = value.prefix(upTo: max(stop, opening + 1)).firstIndex(of: ASCII.equals) {
      var blank = equals
      while blank > opening + 1, !ASCII.isBlank(bytes[blank - 1]) { blank -= 1 }
      while blank > opening + 1, ASCII.isBlank(bytes[blank - 1]) { blank -= 1 }
      if blank > opening + 1 { stop = blank }
    }
    for offset in opening + 1..<max(stop, opening + 1) {
      if let (mark, range) = fullWidthMark(at: offset), mark.isQuote {
        return misplaced(mark, at: range)
      }
    }
    let quote = Character(Unicode.Scalar(bytes[opening]))
    return fault(
      "missing-quote", at: SourceRange(opening, max(stop, opening + 1)),
      "the value of \(Printable.quote(string(name))) has no closing \(quote)",
      hint: "write \(quote) at the end of the value")
  }

  func duplicate(
    _ range: SourceRange, text: String, first: SourceRange, element: SourceRange
  ) -> MarkupFault {
    let place = source.location(ofByteOffset: first.lowerBound)
    return fault(
      "duplicate-attribute", at: range,
      """
      \(Printable.quote(text)) stands twice in <\(string(element))>; the first is on line \
      \(place.line), column \(place.column)
      """,
      hint: "delete one of them")
  }

  /// A Chinese mark where one of XML is expected.
  func misplaced(_ mark: FullWidthMark, at range: SourceRange) -> MarkupFault {
    fault(
      "full-width-mark", at: range,
      "\(mark.description) was read where \(mark.expected) is expected",
      hint: "switch the input method off and write \(mark.expected)")
  }

  /// An end tag without its element, or the reverse, may come from a tag typed with `＜`.
  private func fullWidthTagFault() -> MarkupFault? {
    guard let range = fullWidthTag, let (mark, _) = fullWidthMark(at: range.lowerBound) else {
      return nil
    }
    return misplaced(mark, at: range)
  }

  private func wordEnd(from start: Int) -> Int {
    var stop = start
    while stop < end, !ASCII.isBlank(bytes[stop]), bytes[stop] != ASCII.greaterThan || stop == start
    { stop += 1 }
    return stop
  }
}
