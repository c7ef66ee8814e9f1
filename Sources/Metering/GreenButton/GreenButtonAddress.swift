/// Where a resource is, as the links of a feed name it.
///
/// One feed may name the same resource by a full address and by a path, with a slash in front or
/// without. What they agree on is the path from the usage point on.
struct GreenButtonAddress: Hashable {
  /// The path without host, from its first name on.
  let path: String
  /// The path from `UsagePoint`, `ReadingType` or `LocalTimeParameters` on; the whole path where
  /// none of them stands in it.
  let tail: String

  init(_ text: String) {
    var rest = text[...]
    let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    if let end { rest = rest[..<end] }
    var parts = Self.parts(rest)
    if parts.count > 1, parts[0].utf8.last == UInt8(ascii: ":") {
      parts.removeFirst(2)
    }
    self.init(parts: parts)
  }

  // Bytes, not characters: a feed may have a block for every hour, and each has its addresses.
  private static func parts(_ path: Substring) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
  }

  private init(parts: [Substring]) {
    path = parts.joined(separator: "/")
    let roots = ["UsagePoint", "ReadingType", "LocalTimeParameters"]
    let root = roots.lazy.compactMap { parts.firstIndex(of: Substring($0)) }.first ?? 0
    tail = parts[root...].joined(separator: "/")
  }

  /// What the address of a block is inside of: the address up to `IntervalBlock`.
  var meterReading: GreenButtonAddress {
    let parts = Self.parts(path[...])
    guard let block = parts.lastIndex(of: "IntervalBlock") else { return self }
    return GreenButtonAddress(parts: Array(parts[..<block]))
  }

  /// The name of the usage point it belongs to, where the path tells.
  var usagePoint: String? {
    let parts = Self.parts(tail[...])
    return parts.count > 1 && parts[0] == "UsagePoint" ? String(parts[1]) : nil
  }

  /// The address of the usage point it belongs to, where the path tells.
  var usagePointAddress: GreenButtonAddress? {
    let parts = Self.parts(path[...])
    guard let root = parts.firstIndex(of: "UsagePoint"), root + 1 < parts.count else { return nil }
    return GreenButtonAddress(parts: Array(parts[...(root + 1)]))
  }

  /// The last name of the path.
  var name: String { Self.parts(path[...]).last.map(String.init) ?? "" }
}
