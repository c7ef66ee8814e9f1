/// Why a text was refused as a number, with the character that is at fault.
///
/// Numbers are read strictly: ASCII digits, at most one decimal point, an optional sign. What looks
/// like a number to a person but not to this reader is named, never guessed at.
public enum NumberError: Error, Sendable, Hashable, Worded {
  /// Nothing stands where a number is expected.
  case empty
  /// A character that no number holds, and its position counted from 1.
  case unexpectedCharacter(Character, position: Int, text: String)
  /// More digits after the point than the quantity keeps.
  case tooManyFractionDigits(found: Int, allowed: Int, text: String)
  /// A value beyond what any bill can hold.
  case outOfRange(text: String)
  /// A negative number where only zero or more makes sense.
  case negative(text: String)

  /// One sentence for the person who typed the number.
  public var sentence: Message {
    switch self {
    case .empty:
      return "a number is missing"
    case .unexpectedCharacter(let character, let position, let text):
      return
        "\"\(text)\" is not a number: \(Self.name(of: character)) at character \(position) does not belong in one"
    case .tooManyFractionDigits(let found, let allowed, let text):
      return "\"\(text)\" has \(found) digits after the point; at most \(allowed) are kept"
    case .outOfRange(let text):
      return "\"\(text)\" is larger than any figure on a bill"
    case .negative(let text):
      return "\"\(text)\" is negative; zero or more is expected here"
    }
  }

  /// What to type instead, where that is plain.
  public var advice: Message? {
    guard case .unexpectedCharacter(let character, _, let text) = self else { return nil }
    switch character {
    case ",", "，", "'", "’":
      return "write numbers without thousands separators and with a decimal point: 1234.5"
    case "０"..."９", "．", "－":
      return "type ASCII digits and a decimal point instead of full-width characters"
    case " ", "\u{A0}", "\u{3000}", "\t":
      return "remove the blank inside the number"
    case "e", "E":
      return "write the number out in full, without an exponent"
    case "%":
      return "the unit is fixed; leave the percent sign out"
    default:
      let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
      guard !digits.isEmpty else { return nil }
      return "write the figure alone, without its unit: \(digits)"
    }
  }

  private static func name(of character: Character) -> Message {
    switch character {
    case " ": return "a blank"
    case "\t": return "a tab"
    case "\u{A0}": return "a no-break blank"
    case "\u{3000}": return "a full-width blank"
    case "０"..."９": return "the full-width digit \"\(character)\""
    case "．": return "the full-width point \"．\""
    case "，": return "the full-width comma \"，\""
    case ",": return "the comma"
    case "\u{2212}", "－": return "the sign \"\(character)\" (not the ASCII hyphen)"
    default:
      let scalars = character.unicodeScalars
      if let first = scalars.first, scalars.count == 1, first.value < 0x20 || first.value == 0x7F {
        return "a control character"
      }
      return "\"\(character)\""
    }
  }
}
