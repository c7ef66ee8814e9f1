/// The readings of a file in its order, in chunks that are given back one by one as they are taken
/// out: while readings move into their series, those not yet moved and those moved together need
/// the room of one.
struct GreenButtonPool {
  private static let chunkSize = 16_384

  private var chunks: [ContiguousArray<GreenButtonReading>] = []
  private var last = ContiguousArray<GreenButtonReading>()
  private(set) var count = 0

  mutating func append(_ reading: GreenButtonReading) {
    if last.count == Self.chunkSize {
      chunks.append(last)
      last = []
    }
    if last.isEmpty { last.reserveCapacity(Self.chunkSize) }
    last.append(reading)
    count += 1
  }

  /// Hands out all readings in the order of the file.
  ///
  /// - Parameter take: Takes the position of a reading in the file and the reading.
  mutating func drain(_ take: (Int, GreenButtonReading) -> Void) {
    chunks.append(last)
    last = []
    var position = 0
    for index in chunks.indices {
      for reading in chunks[index] {
        take(position, reading)
        position += 1
      }
      chunks[index] = []
    }
    self = GreenButtonPool()
  }
}
