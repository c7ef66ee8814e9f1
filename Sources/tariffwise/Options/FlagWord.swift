import Documents

/// Words of flags that are one of a few.
enum FlagWord {
  /// One of the known words.
  static func read<Word: RawRepresentable<String>>(
    _ text: some StringProtocol, _ flag: String, _ known: [Word]
  ) throws(LeverFault) -> Word {
    if let word = Word(rawValue: String(text)) { return word }
    let names = known.map(\.rawValue)
    throw LeverFault(
      message: "\(flag) is \(Printable.quote(text)); \(Printable.alternatives(names)) is expected",
      hint: Suggestion.hint(for: String(text), in: names))
  }
}
