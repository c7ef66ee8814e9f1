/// Something a run depends on: while it is as it was, results of an earlier start still hold.
package struct RunInput: Sendable, Hashable {
  /// A file's path inside its folder, or the name of a flag or a figure.
  package let name: String
  /// What it is known by.
  package let content: Content

  /// What an input is known by.
  package enum Content: Sendable, Hashable {
    /// A file that may be larger than what can be read in a moment: its size [bytes], when it was
    /// last written, and a hash of its first and last 64 KiB.
    case file(size: Int, modified: String, ends: String)
    /// A small file, by a hash of all its bytes, wherever it lies and whenever it was written.
    case text(hash: String)
    /// A value, as it was given.
    case value(String)
  }

  /// An input of a name.
  package init(name: String, content: Content) {
    self.name = name
    self.content = content
  }

  /// A flag, a price given by hand, the version of the program: whatever results depend on.
  package static func value(_ name: String, _ value: String) -> RunInput {
    RunInput(name: name, content: .value(value))
  }
}
