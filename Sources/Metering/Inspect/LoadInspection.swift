import Documents

/// What a load file holds and what is wrong with it.
package struct LoadInspection: Sendable {
  /// The file's name in messages.
  package let file: String
  package let format: LoadFormat
  package let encoding: TextEncoding
  /// In order of appearance.
  package let channels: [ChannelSummary]
  /// Errors first.
  package let findings: [LoadFinding]
  /// What the reader made of what the file does not say outright.
  package let notes: [LoadNote]
}
