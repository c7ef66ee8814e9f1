import Documents

/// A load file to read, and how.
package struct LoadFile: Sendable, Hashable {
  /// Where the text is.
  package enum Content: Sendable, Hashable {
    case path(String)
    case bytes([UInt8])
  }

  /// Where the text is.
  package let content: Content
  /// The file's name in messages.
  package let name: String
  /// What the headings do not say.
  package var options: LoadFileOptions
  /// The sheet of a workbook, where the bytes are the text that was made of it.
  package var sheet: SheetOrigin?
  /// The time zone the readings are billed in, if it is known.
  package var zone: String?
  /// What may be done to values at fault.
  package var repairs = LoadRepairs()

  /// A file on disk.
  package init(
    path: String, name: String? = nil, options: LoadFileOptions = LoadFileOptions(),
    zone: String? = nil
  ) {
    content = .path(path)
    self.name = name ?? path
    self.options = options
    self.zone = zone
  }

  /// A file at hand.
  package init(
    name: String, bytes: [UInt8], options: LoadFileOptions = LoadFileOptions(), zone: String? = nil
  ) {
    content = .bytes(bytes)
    self.name = name
    self.options = options
    self.zone = zone
  }
}
