/// The words a column may hold, and what they mean.
struct CellWords<Value: Sendable>: Sendable {
  /// The column.
  let column: String
  /// The words, as the program prints them.
  let words: [String]
  private let values: [String: Value]

  /// Words of a column; each has the name that is printed, what it means, and other names for it.
  init(_ column: String, _ entries: [(word: String, value: Value, synonyms: [String])]) {
    self.column = column
    words = entries.map(\.word)
    values = Dictionary(
      entries.flatMap { entry in
        ([entry.word] + entry.synonyms).map { ($0.lowercased(), entry.value) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a word means; nothing for a word the column may not hold.
  func value(of word: String) -> Value? { values[word.lowercased()] }
}

extension CellWords where Value == Bool {
  /// A column that says yes or no.
  static func yesOrNo(_ column: String) -> CellWords {
    CellWords(column, [("yes", true, ["是", "y", "true"]), ("no", false, ["否", "n", "false"])])
  }
}
