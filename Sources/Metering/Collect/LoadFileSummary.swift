import Documents

/// What a load file turned out to be.
package struct LoadFileSummary: Sendable {
  /// The file's name in messages.
  package let file: String
  package let encoding: TextEncoding
  package let format: LoadFormat
  /// The length of an interval; nothing where each channel has its own. [s]
  package let intervalSeconds: Int?
  /// The accounts in order of their first rows.
  package let accounts: [String]
  /// What the reader made of what the file does not say outright.
  package let notes: [LoadNote]
}
