/// The headings a kind of table may have, by all their names.
///
/// Upper and lower case, full-width letters and brackets, and blank, hyphen and underscore between
/// words make no difference.
package struct HeadingVocabulary: Sendable, ExpressibleByDictionaryLiteral {

  /// In the order given.
  package let entries: [HeadingEntry]

  private let entryOfKey: [String: HeadingEntry]

  /// A vocabulary; no two entries may share a name.
  package init(_ entries: [HeadingEntry]) {
    self.entries = entries
    var entryOfKey: [String: HeadingEntry] = [:]
    for entry in entries {
      for word in [entry.name] + entry.synonyms {
        let other = entryOfKey.updateValue(entry, forKey: Self.key(word))
        precondition(
          other == nil || other == entry, "the heading \(word) has two meanings in a vocabulary")
      }
    }
    self.entryOfKey = entryOfKey
  }

  /// Names with their synonyms.
  package init(dictionaryLiteral elements: (String, [String])...) {
    self.init(elements.map { HeadingEntry($0, $1) })
  }

  /// The entry a heading belongs to, and the unit the heading carries.
  func lookUp(_ heading: String) -> (entry: HeadingEntry?, unit: String?) {
    if let entry = entryOfKey[Self.key(heading)] { return (entry, nil) }
    for (base, unit) in Self.divisions(of: heading) {
      if let entry = entryOfKey[Self.key(base)] { return (entry, unit) }
    }
    return (nil, Self.divisions(of: heading).first?.unit)
  }

  /// A heading in lower case, its full-width letters made plain, blanks at its ends removed.
  static func plain(_ heading: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in heading.unicodeScalars {
      switch scalar.value {
      // The full-width forms of ASCII stand in its order.
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0: scalars.append(" ")
      case 0x3010: scalars.append("[")
      case 0x3011: scalars.append("]")
      default: scalars.append(scalar)
      }
    }
    return trimmed(String(scalars).lowercased())
  }

  private static func key(_ heading: String) -> String {
    plain(heading).split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "_")
  }

  /// A heading divided into its words and its unit: `容量（kVA）` and `容量/kVA` into `容量` and `kva`.
  private static func divisions(of heading: String) -> [(base: String, unit: String)] {
    let plain = plain(heading)
    var divisions: [(base: String, unit: String)] = []
    for (opening, closing) in [("(", ")"), ("[", "]")] as [(Character, Character)]
    where plain.last == closing {
      guard let bracket = plain.lastIndex(of: opening) else { continue }
      let unit = plain[plain.index(after: bracket)...].dropLast()
      divisions.append((String(plain[..<bracket]), trimmed(String(unit))))
    }
    if let slash = plain.firstIndex(of: "/") {
      let unit = plain[plain.index(after: slash)...]
      divisions.append((String(plain[..<slash]), trimmed(String(unit))))
    }
    return divisions.filter { !trimmed($0.base).isEmpty }
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
