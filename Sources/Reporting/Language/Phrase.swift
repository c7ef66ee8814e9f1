import Catalogues
import Documents

/// Phrases of the catalogue in the language of the answer.
enum Phrase {
  /// A phrase with its places filled in.
  ///
  /// - Parameters:
  ///   - key: The key in the catalogue.
  ///   - fillings: What stands for `{name}`, by name; a place without a filling is left empty.
  /// - Returns: The phrase.
  static func text(_ key: String, _ fillings: [String: String] = [:]) -> String {
    guard let phrase = find(key) else { preconditionFailure("the catalogue has no phrase \(key)") }
    return filled(phrase, fillings)
  }

  /// A phrase that there may be.
  static func find(_ key: String) -> String? { all(in: Language.current)[key] }

  /// Every phrase of a language by its key.
  static func all(in language: Language) -> [String: String] {
    switch language {
    case .english: return english
    case .chinese: return chinese
    }
  }

  /// The Chinese form of each sentence that is made outside of the catalogue, by its format.
  static let messages = read(Catalogue.chineseMessages, file: "messages.zh.json")

  private static let english = read(Catalogue.english, file: "en.json")
  private static let chinese = read(Catalogue.chinese, file: "zh.json")

  private static func read(_ bytes: [UInt8], file: String) -> [String: String] {
    guard case .object(let members)? = try? JSONText.parse(bytes, file: file) else {
      preconditionFailure("\(file) is no JSON object")
    }
    return members.reduce(into: [:]) { phrases, member in
      guard case .string(let text) = member.value else {
        preconditionFailure("\(file): \(member.key) is no text")
      }
      phrases[member.key] = text
    }
  }

  private static func filled(_ phrase: String, _ fillings: [String: String]) -> String {
    var result = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += fillings[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
