/// A sentence that keeps its form apart from what stands in it.
///
/// It is written as an English string literal and reads as one; because the form is kept, a
/// catalogue can put it into another language: `"column \(name) is empty"` has the format
/// `column {0} is empty`, and the argument `name`.
public struct Message: Sendable, Hashable, CustomStringConvertible {
  /// A piece of the sentence.
  enum Part: Sendable {
    /// Words of the sentence itself.
    case literal(String)
    /// The ending of a plural, which the format leaves out: languages count differently.
    case ending(String)
    /// A figure, a name, a quotation: the same in every language.
    case value(String)
    /// A part with a form of its own.
    indirect case message(Message)
  }

  private(set) var parts: [Part] = []

  /// Messages are equal that read the same in English, however they were put together.
  public static func == (left: Message, right: Message) -> Bool {
    left.description == right.description
  }

  /// Hashes the English text.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }

  init(parts: [Part]) {
    for part in parts { append(part) }
  }

  /// A text that has no form to put into another language.
  public init(verbatim text: String) { parts = [.value(text)] }

  /// A word that is chosen when the program runs, such as the name of a severity.
  package init(word: String) { parts = [.literal(word)] }

  mutating func reserveParts(_ count: Int) { parts.reserveCapacity(count) }

  mutating func append(_ part: Part) {
    if case .literal(let more) = part {
      guard !more.isEmpty else { return }
      if case .literal(let text)? = parts.last {
        parts[parts.count - 1] = .literal(text + more)
        return
      }
    }
    parts.append(part)
  }

  /// The sentence in English.
  public var description: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let words), .ending(let words), .value(let words): text += words
      case .message(let message): text += message.description
      }
    }
  }

  /// The sentence without what stands in it, each place numbered: `column {0} is empty`.
  package var format: String {
    var place = 0
    return parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let words): text += words
      case .ending: break
      case .value, .message:
        text += "{\(place)}"
        place += 1
      }
    }
  }

  /// Whether the sentence has no words of its own.
  package var isWordless: Bool {
    !parts.contains { part in
      guard case .literal(let words) = part else { return false }
      return words.contains(where: \.isLetter)
    }
  }

  /// The sentence with what stands in it changed.
  package func mapping(_ change: (String) -> String) -> Message {
    Message(
      parts: parts.map { part in
        switch part {
        case .literal, .ending: part
        case .value(let text): .value(change(text))
        case .message(let message): .message(message.mapping(change))
        }
      })
  }
}
