/// How much an archive may hold; what claims or turns out to be more is refused, so that a small
/// file cannot fill the memory.
enum ArchiveLimits {

  static let entries = 10_000

  /// The most bytes of one entry: 512 MiB.
  static let entrySize = 512 << 20

  /// The most bytes of all entries: 1 GiB.
  static let totalSize = 1 << 30

  /// The most bytes that one packed byte may become, in entries above ``ratioFrom``.
  static let ratio = 200

  /// Below this size any ratio is harmless: 10 MiB.
  static let ratioFrom = 10 << 20

  /// The most bytes of a text in a gzip file or a zip archive: 128 MiB.
  static let textSize = 128 << 20
}
