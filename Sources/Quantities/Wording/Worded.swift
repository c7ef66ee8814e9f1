/// What can be told to a person: a sentence, and what to do about it.
public protocol Worded {
  /// One sentence: what was found, and what was expected.
  var sentence: Message { get }
  /// A correction to try, where one is known.
  var advice: Message? { get }
}

extension Worded {
  /// The sentence in English.
  public var message: String { sentence.description }
  /// The correction in English.
  public var hint: String? { advice?.description }
}
