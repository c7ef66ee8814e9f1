import Quantities

/// A sentence in the language of the answer.
package func say(_ message: Message) -> String {
  switch Language.current {
  case .english: message.description
  case .chinese: message.text { Phrase.messages[$0] }
  }
}
