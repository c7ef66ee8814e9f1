import Quantities

/// Reads compiled time-zone data, TZif (RFC 8536) with its rule for later years.
struct ZoneFile {
  private let bytes: [UInt8]
  private var position = 0

  /// Why a file is none.
  enum Problem: Error {
    case malformed
  }

  private struct Header {
    var version: UInt8
    var utcCount: Int
    var standardCount: Int
    var leapCount: Int
    var timeCount: Int
    var typeCount: Int
    var nameLength: Int
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The zone a file describes.
  static func zone(_ bytes: [UInt8], name: String) throws(Problem) -> CivilZone {
    var file = ZoneFile(bytes)
    return try file.zone(name: name)
  }

  private mutating func zone(name: String) throws(Problem) -> CivilZone {
    var header = try self.header()
    var wordLength = 4
    if header.version >= 0x32 {
      // The first block repeats the second in 32 bits, for readers of before 2005.
      position += Self.length(header, wordLength: 4)
      header = try self.header()
      wordLength = 8
    }
    let (initial, transitions) = try block(header, wordLength: wordLength)
    let rule = footer(wordLength: wordLength)
    guard let rule else {
      return CivilZone(name: name, initialOffset: initial, transitions: transitions)
    }
    let last = transitions.last?.instant ?? Int64.min
    let later = rule.transitions(through: 2100).filter { $0.instant > last }
    return CivilZone(
      name: name, initialOffset: transitions.isEmpty ? rule.standard : initial,
      transitions: transitions + later)
  }

  private static func length(_ header: Header, wordLength: Int) -> Int {
    header.timeCount * (wordLength + 1) + header.typeCount * 6 + header.nameLength
      + header.leapCount * (wordLength + 4) + header.standardCount + header.utcCount
  }

  private mutating func header() throws(Problem) -> Header {
    guard bytes.count >= position + 44, bytes[position..<position + 4].elementsEqual("TZif".utf8)
    else { throw .malformed }
    let version = bytes[position + 4]
    position += 20
    var counts: [Int] = []
    for _ in 0..<6 { counts.append(Int(try word(4))) }
    guard counts.allSatisfy({ (0...65_536).contains($0) }) else { throw .malformed }
    return Header(
      version: version, utcCount: counts[0], standardCount: counts[1], leapCount: counts[2],
      timeCount: counts[3], typeCount: counts[4], nameLength: counts[5])
  }

  private mutating func word(_ length: Int) throws(Problem) -> Int64 {
    guard bytes.count >= position + length else { throw .malformed }
    var value: Int64 = bytes[position] & 0x80 == 0 ? 0 : -1
    for byte in bytes[position..<position + length] { value = value << 8 | Int64(byte) }
    position += length
    return value
  }

  private mutating func block(
    _ header: Header, wordLength: Int
  ) throws(Problem) -> (initial: Int, transitions: [CivilZone.Transition]) {
    let end = position + Self.length(header, wordLength: wordLength)
    guard bytes.count >= end, header.typeCount > 0 else { throw .malformed }
    var instants: [Int64] = []
    for _ in 0..<header.timeCount { instants.append(try word(wordLength)) }
    let types = bytes[position..<position + header.timeCount].map(Int.init)
    position += header.timeCount
    var offsets: [Int] = []
    for _ in 0..<header.typeCount {
      offsets.append(Int(try word(4)))
      position += 2
    }
    guard types.allSatisfy({ $0 < offsets.count }) else { throw .malformed }
    position = end
    return (
      offsets[0],
      zip(instants, types).map { CivilZone.Transition(instant: $0, offset: offsets[$1]) }
    )
  }

  /// The rule behind the last transition, between two line feeds.
  private func footer(wordLength: Int) -> PosixZoneRule? {
    guard wordLength == 8, position < bytes.count, bytes[position] == UInt8(ascii: "\n") else {
      return nil
    }
    let text = bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
    return PosixZoneRule(String(decoding: text, as: UTF8.self))
  }
}
