/// Numbers texts in order of their first appearance, without making a `String` of each.
struct ByteTable {
  private var storage: [UInt8] = []
  private var ranges: [Range<Int>] = []
  /// Open addressing: the number of a text plus one, or 0.
  private var buckets = [Int32](repeating: 0, count: 64)

  var count: Int { ranges.count }

  /// The texts in order.
  var texts: [String] { ranges.map { String(decoding: storage[$0], as: UTF8.self) } }

  func text(_ index: Int) -> String { String(decoding: storage[ranges[index]], as: UTF8.self) }

  /// The number of a text, and whether it is new.
  mutating func index(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> (index: Int, isNew: Bool) {
    let mask = buckets.count - 1
    var bucket = Self.hash(bytes, start, end) & mask
    while buckets[bucket] != 0 {
      let index = Int(buckets[bucket]) - 1
      if matches(index, bytes, start, end) { return (index, false) }
      bucket = (bucket + 1) & mask
    }
    let index = ranges.count
    ranges.append(storage.count..<(storage.count + end - start))
    storage.append(contentsOf: bytes[start..<end])
    buckets[bucket] = Int32(index + 1)
    if 2 * ranges.count > buckets.count { grow() }
    return (index, true)
  }

  private func matches(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let range = ranges[index]
    guard range.count == end - start else { return false }
    for offset in 0..<range.count
    where storage[range.lowerBound + offset] != bytes[start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    buckets = [Int32](repeating: 0, count: 4 * buckets.count)
    let mask = buckets.count - 1
    storage.withUnsafeBufferPointer { bytes in
      for (index, range) in ranges.enumerated() {
        var bucket = Self.hash(bytes, range.lowerBound, range.upperBound) & mask
        while buckets[bucket] != 0 { bucket = (bucket + 1) & mask }
        buckets[bucket] = Int32(index + 1)
      }
    }
  }

  /// FNV-1a; account numbers are short and differ in their last digits, which come last.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
