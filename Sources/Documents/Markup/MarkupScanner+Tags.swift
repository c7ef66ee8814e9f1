import CXML

extension MarkupScanner {

  mutating func scanStartTag() throws(MarkupFault) {
    let start = at
    guard at + 1 < end, isNameStart(at: at + 1) else { throw loneLessThan() }
    at += 1
    let name = scanName()
    if open.isEmpty {
      if let root { throw secondRoot(start: start, name: name, root: root) }
      root = name
    }
    if open.count == Int(CXML_DEPTH_LIMIT) { throw exceeded(.tooDeep, start: start, name: name) }
    var attributes: [MarkupAttributePlace] = []
    var seen: [String: SourceRange] = [:]
    while true {
      let isSeparated = skipBlanks()
      if at >= end || bytes[at] == ASCII.lessThan { throw unfinishedTag(start: start, name: name) }
      if bytes[at] == ASCII.greaterThan || starts(with: "/>") { break }
      if !isSeparated, let previous = attributes.last { try checkClosingQuote(of: previous) }
      guard isNameStart(at: at) else { throw notAnAttribute(isFirst: attributes.isEmpty) }
      if !isSeparated { throw missingBlank() }
      let attribute = try scanAttribute()
      let text = string(attribute.name)
      if let first = seen.updateValue(attribute.name, forKey: text) {
        throw duplicate(attribute.name, text: text, first: first, element: name)
      }
      attributes.append(attribute)
      if at - start > Int(CXML_TAG_LIMIT) { throw exceeded(.tagTooLong, start: start, name: name) }
    }
    let isEmpty = bytes[at] == ASCII.slash
    let slash = at
    at += isEmpty ? 2 : 1

    let tag = SourceRange(start, at)
    if tag.count > Int(CXML_TAG_LIMIT) { throw exceeded(.tagTooLong, start: start, name: name) }
    if attributes.count > Int(CXML_ATTRIBUTE_LIMIT) {
      throw exceeded(.tooManyAttributes, start: start, name: name)
    }
    let prefixes = attributes.compactMap { attribute in
      let text = string(attribute.name)
      return text.hasPrefix("xmlns:") ? String(text.dropFirst(6)) : nil
    }
    open.append(MarkupOpenElement(name: name, tag: tag, prefixes: prefixes))
    try checkPrefix(of: name)
    for attribute in attributes { try checkPrefix(of: attribute.name) }
    let place = MarkupTagPlace(
      tag: tag, name: name,
      attributes: attributes.filter { attribute in
        let text = string(attribute.name)
        return text != "xmlns" && !text.hasPrefix("xmlns:")
      })
    append(.start(place))
    if isEmpty {
      append(.end(SourceRange(slash, at)))
      open.removeLast()
    }
  }

  mutating func scanEndTag() throws(MarkupFault) {
    let start = at
    at += 2
    guard at < end, isNameStart(at: at) else { throw loneLessThan(at: start) }
    let name = scanName()
    skipBlanks()
    guard at < end, bytes[at] == ASCII.greaterThan else {
      throw unfinishedTag(start: start, name: name)
    }
    at += 1
    let range = SourceRange(start, at)
    guard let element = open.last, string(element.name) == string(name) else {
      throw unmatchedEnd(range, name: string(name))
    }
    append(.end(range))
    open.removeLast()
  }

  private mutating func scanAttribute() throws(MarkupFault) -> MarkupAttributePlace {
    let name = scanName()
    skipBlanks()
    guard at < end, bytes[at] == ASCII.equals else { throw missingEquals(name: name) }
    at += 1
    skipBlanks()
    guard at < end, bytes[at] == ASCII.quote || bytes[at] == ASCII.apostrophe else {
      throw missingOpeningQuote(name: name)
    }
    let quote = bytes[at]
    let opening = at
    at += 1
    while at < end, bytes[at] != quote {
      if bytes[at] == ASCII.lessThan { throw lessThanInValue(name: name, opening: opening) }
      if bytes[at] == ASCII.ampersand {
        try scanReferenceInValue(name: name, opening: opening)
      } else {
        try checkCharacter()
        at += 1
      }
    }
    guard at < end else { throw missingClosingQuote(name: name, opening: opening) }
    at += 1
    return MarkupAttributePlace(name: name, value: SourceRange(opening + 1, at - 1))
  }

  /// As `scanReference`; a value that swallowed the rest of its line lacks its quotation mark first.
  private mutating func scanReferenceInValue(name: SourceRange, opening: Int) throws(MarkupFault) {
    let before = SourceRange(opening + 1, at)
    if bytes[before.bytes].contains(ASCII.greaterThan),
      bytes[before.bytes].contains(ASCII.lineFeed)
    {
      throw missingClosingQuote(name: name, opening: opening)
    }
    try scanReference()
  }

  /// `a="1 b="2"` reads as a value `1 b=` with something right behind it.
  private func checkClosingQuote(of attribute: MarkupAttributePlace) throws(MarkupFault) {
    guard bytes[attribute.value.bytes].last == ASCII.equals else { return }
    throw missingClosingQuote(
      name: attribute.name, opening: attribute.value.lowerBound - 1,
      stop: attribute.value.upperBound)
  }

  /// Passes a name, and whatever else is not the punctuation of a tag.
  private mutating func scanName() -> SourceRange {
    let start = at
    while at < end {
      switch bytes[at] {
      case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, ASCII.slash,
        ASCII.greaterThan, ASCII.lessThan, ASCII.equals, ASCII.quote, ASCII.apostrophe:
        return SourceRange(start, at)
      case 0x80...:
        if fullWidthMark(at: at) != nil { return SourceRange(start, at) }
      default:
        break
      }
      at += 1
    }
    return SourceRange(start, at)
  }

  func isNameStart(at offset: Int) -> Bool {
    guard offset < end else { return false }
    let byte = bytes[offset]
    return ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte == ASCII.colon
      || byte >= 0x80 && fullWidthMark(at: offset) == nil
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = at
    while at < end, ASCII.isBlank(bytes[at]) { at += 1 }
    return at > start
  }

  /// Refuses a prefix that neither this element nor one around it declares.
  private func checkPrefix(of name: SourceRange) throws(MarkupFault) {
    let text = string(name)
    guard let colon = text.firstIndex(of: ":") else { return }
    let prefix = String(text[..<colon])
    if prefix.isEmpty || prefix == "xml" || prefix == "xmlns" { return }
    if open.contains(where: { $0.prefixes.contains(prefix) }) { return }
    throw fault(
      "unknown-prefix", at: SourceRange(name.lowerBound, name.lowerBound + prefix.utf8.count),
      "the prefix \(Printable.quote(prefix)) of \(Printable.quote(text)) is declared nowhere",
      hint: "delete the prefix and the colon, or declare it: xmlns:\(prefix)=\"…\"")
  }
}
