import TestSupport

/// Breaks seed files: bytes, spans, words and numbers, and pieces of one file in another.
public struct FuzzMutator {
  private var generator: SplitMix64

  /// A mutator that makes the same slips whenever the seed is the same.
  public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  private mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int(generator.next() % UInt64(bound))
  }

  private static let words: [[UInt8]] = [
    "", ",", ";", "\t", "\n", "\r\n", "\r", "\"", "\"\"", "-", "-1", "0", "1e400", "NaN", "null",
    "24:00", "0:00", "2024-02-30", "9999999999999999999", "0.0000000001", "kWh", "kvarh", "合计",
    "300,20240101", "900", "<", ">", "</", "&amp;", "<!DOCTYPE x>", "<IntervalReading>", "\u{FEFF}",
    "2024-03-10 02:30", "2024-11-03 01:30", "+05:00", "Z", "\0",
  ].map { Array($0.utf8) }

  /// A copy of one of the seeds with up to six slips.
  public mutating func mutate(_ seeds: [[UInt8]]) -> [UInt8] {
    mutate(seeds[below(seeds.count)], beside: seeds)
  }

  /// A copy with up to six slips, among them pieces of other files.
  public mutating func mutate(_ file: [UInt8], beside seeds: [[UInt8]]) -> [UInt8] {
    var bytes = file
    // One slip more often than several: the deeper checks see only what is still read.
    for _ in 0...below(1 + below(6)) {
      guard !bytes.isEmpty else { break }
      let at = below(bytes.count)
      switch below(11) {
      case 0: bytes[at] = UInt8(truncatingIfNeeded: generator.next())
      case 1: bytes[at] ^= 1 << UInt8(below(8))
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(40)))
      case 3: bytes.insert(contentsOf: Self.words[below(Self.words.count)], at: at)
      case 4:
        let end = min(bytes.count, at + 1 + below(200))
        bytes.insert(contentsOf: Array(bytes[at..<end]), at: below(bytes.count))
      case 5: bytes.swapAt(at, below(bytes.count))
      case 6: bytes.removeLast(bytes.count - at)
      case 7:
        let other = seeds[below(seeds.count)]
        let from = below(other.count)
        let end = min(other.count, from + below(300))
        bytes.insert(contentsOf: other[from..<end], at: at)
      case 8, 9: repeatLine(&bytes, at)
      default: renumber(&bytes, at)
      }
      if bytes.count > 64 << 10 { bytes.removeLast(bytes.count - (64 << 10)) }
    }
    return bytes
  }

  /// Puts the line of a place, as it is or with another number, before another line.
  private mutating func repeatLine(_ bytes: inout [UInt8], _ at: Int) {
    var line = Array(bytes[Self.line(at, in: bytes)])
    if below(2) == 0, !line.isEmpty { renumber(&line, below(line.count)) }
    let other = Self.line(below(bytes.count), in: bytes)
    bytes.insert(contentsOf: line, at: other.lowerBound)
  }

  private static func line(_ at: Int, in bytes: [UInt8]) -> Range<Int> {
    let lineFeed: UInt8 = 0x0A
    let start = bytes[..<at].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex(of: lineFeed).map { $0 + 1 } ?? bytes.count
    return start..<end
  }

  /// Replaces the digits that begin at or behind a place by other digits.
  private mutating func renumber(_ bytes: inout [UInt8], _ at: Int) {
    let digits: ClosedRange<UInt8> = 0x30...0x39
    var index = at
    while index < bytes.count, !digits.contains(bytes[index]) { index += 1 }
    while index < bytes.count, digits.contains(bytes[index]) {
      bytes[index] = 0x30 + UInt8(below(10))
      index += 1
    }
  }
}
