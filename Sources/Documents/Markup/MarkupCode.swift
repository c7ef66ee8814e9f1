import Quantities

/// What libxml2's error numbers mean to a user.
///
/// Most faults are found and explained by our own scan of the text (``MarkupScanner``), which knows
/// the place better. These words are for what it does not see, and for files read in pieces.
struct MarkupCode {

  private let number: Int

  /// - Parameter number: A value of libxml2's `xmlParserErrors`.
  init(_ number: Int) { self.number = number }

  /// Whether it says only that the file ended too early; its line is then not the last one.
  var isAboutTheEnd: Bool { [4, 5, 77].contains(number) }

  /// The code of the diagnostic.
  var name: String {
    switch number {
    case 4: "empty-file"
    case 5: "document-end"
    case 9: "control-character"
    case 6, 7, 8, 23: "lone-ampersand"
    case 26: "unknown-reference"
    case 38: "lone-less-than"
    case 39: "missing-quote"
    case 42: "duplicate-attribute"
    case 65: "missing-blank"
    case 73: "missing-greater-than"
    case 76: "unmatched-end-tag"
    case 77: "unclosed-element"
    case 81: "wrong-encoding"
    case 201: "unknown-prefix"
    default: "not-well-formed"
    }
  }

  var message: Message {
    switch number {
    case 4:
      "no element was found, but the file must hold one"
    case 5:
      "the document and the file do not end together: it is cut off, or more stands behind it"
    case 9:
      "a character was read that no XML file in UTF-8 may hold"
    case 6, 7, 8, 23:
      "& was read, but what follows is not a reference such as &amp; or &#39;"
    case 26:
      "an unknown reference was read; only &amp; &lt; &gt; &quot; &apos; and numbers are known"
    case 38:
      "< was read inside the value of an attribute"
    case 39:
      "the value of an attribute does not stand in quotation marks"
    case 42:
      "an attribute stands twice in one tag"
    case 65:
      "a blank is expected between two attributes"
    case 73:
      "a tag has no closing >"
    case 76:
      "an end tag was read that does not fit the element that is open"
    case 77:
      "the file ends while elements are still open"
    case 81:
      "a byte was read that is not UTF-8"
    case 201:
      "a name has a prefix that no xmlns attribute declares"
    default:
      "from here on the file does not follow the rules of XML"
    }
  }
}
