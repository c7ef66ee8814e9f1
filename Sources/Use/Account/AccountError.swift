import Quantities

/// Why an account's particulars were refused.
public enum AccountError: Error, Sendable, Hashable, Worded {
  /// The list of transformers could not be read.
  case transformers(String, reason: Message)
  /// A field holds something it cannot hold.
  case field(AccountField, read: String, expected: Message, hint: Message?)

  /// One sentence for the person who wrote the account.
  public var sentence: Message {
    switch self {
    case .transformers(let text, let reason):
      return "\"\(text)\" is not a list of transformers: \(reason)"
    case .field(let field, let read, let expected, _):
      return "\(field.rawValue) is \"\(read)\", but \(expected) is expected"
    }
  }

  /// What to write instead.
  public var advice: Message? {
    switch self {
    case .transformers:
      return "write ratings in kVA, such as 20000, 2x1000+630, 500|630+200 or 1000(cold)"
    case .field(_, _, _, let hint): return hint
    }
  }
}
