import Documents

/// What a load file turned out to be.
package struct LoadFileSummary: Sendable {
  /// The file's name in messages.
  package let file: String
  package let encoding: TextEncoding
  /// Whether a row holds a whole day.
  package let isWide: Bool
  /// The length of an interval. [s]
  package let intervalSeconds: Int
  /// Rows with data, at fault or not.
  package let rowCount: Int
  /// The accounts in order of their first rows.
  package let accounts: [String]
  /// What the reader made of what the file does not say outright.
  package let notes: [LoadNote]
}
