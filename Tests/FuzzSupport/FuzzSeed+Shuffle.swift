import TestSupport

extension FuzzSeed.Kind {
  /// The file with its parts in another order, where that must not change what it says.
  ///
  /// Only for the formats whose order of blocks is free: Green Button's entries and the 200 blocks
  /// of NEM12. Rows of tables prove things by their order (midnights, set-back clocks).
  func shuffled(_ bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    switch self {
    case .greenButton:
      return Self.shuffle(bytes, from: "<entry>", to: "</entry>", seed: seed)
    case .nem12: return Self.shuffleLines(bytes, seed: seed)
    default: return nil
    }
  }

  private static func shuffle(
    _ bytes: [UInt8], from open: String, to close: String, seed: UInt64
  ) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard Array(text.utf8) == bytes else { return nil }
    var parts = text.components(between: open, and: close)
    guard parts.bodies.count > 1, !parts.bodies.contains(where: { $0.contains("<feed") }) else {
      return nil
    }
    var generator = SplitMix64(seed: seed)
    parts.bodies.shuffle(using: &generator)
    return Array((parts.head + parts.bodies.joined() + parts.tail).utf8)
  }

  private static func shuffleLines(_ bytes: [UInt8], seed: UInt64) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard Array(text.utf8) == bytes else { return nil }
    var blocks: [[Substring]] = []
    var head: [Substring] = []
    var tail: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("200") {
        blocks.append([line])
      } else if line.hasPrefix("900") || !tail.isEmpty {
        tail.append(line)
      } else if blocks.isEmpty {
        head.append(line)
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    guard blocks.count > 1 else { return nil }
    var generator = SplitMix64(seed: seed)
    blocks.shuffle(using: &generator)
    return Array((head + blocks.joined() + tail).joined(separator: "\n").utf8)
  }
}

extension String {
  /// The stretches from one mark to another, and what stands before and behind all of them; nothing
  /// but blanks may stand between.
  fileprivate func components(
    between open: String, and close: String
  ) -> (head: String, bodies: [String], tail: String) {
    var bodies: [String] = []
    var rest = Substring(self)
    var head = ""
    while let start = rest.firstRange(of: open),
      let end = rest[start.upperBound...].firstRange(of: close)
    {
      let between = rest[..<start.lowerBound]
      if bodies.isEmpty {
        head = String(between)
      } else if !between.allSatisfy(\.isWhitespace) {
        return (self, [], "")
      }
      bodies.append(String(rest[start.lowerBound..<end.upperBound]))
      rest = rest[end.upperBound...]
    }
    return (head, bodies, String(rest))
  }
}
